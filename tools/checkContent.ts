import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkContent, withPublished } from '../src/course/checkContent.ts';
import { ledgerFile, readabilityFile } from '../src/course/contentFolders.ts';
import type { Finding } from '../src/course/finding.ts';
import { baselineText, lixOfSections } from '../src/course/readability.ts';
import { asJson } from './contentCheck/asJson.ts';
import { asText } from './contentCheck/asText.ts';
import { howToGetVoikko, voikkoSpeller } from './spelling/voikkoSpeller.ts';

const usage = `Käyttö: npm run check:content [-- valinnat]
  --strict   huomautuksetkin ovat virheitä
  --publish  merkitsee uudet tunnukset julkaistuiksi (lisää, ei koskaan poista) ja luettavuuden vertailuluvut
  --json     tulos koneille`;

interface Terminal {
  readonly write: (text: string) => void;
  readonly colours: boolean;
}

/**
 * The command `npm run check:content`.
 * @returns the exit code: 0 when nothing must be mended, 1 when something must, 2 for options it does not know.
 */
export async function run(options: readonly string[], root: string, terminal: Terminal): Promise<0 | 1 | 2> {
  const unknown = options.filter((option) => !['--json', '--strict', '--publish'].includes(option));
  if (unknown.length > 0) {
    terminal.write(`Valintaa ${unknown[0]} ei ole.\n${usage}\n`);
    return 2;
  }
  const has = (option: string) => options.includes(option);
  let checked = await checkContent(root, { spell: voikkoSpeller });
  let note = '';
  if (has('--publish')) {
    if (hasErrors(checked.findings)) note = 'Tunnuksia ei merkitty julkaistuiksi: korjaa ensin virheet.\n';
    else {
      const { text, added } = withPublished(checked);
      await writeFile(join(root, ledgerFile), text);
      await writeFile(join(root, readabilityFile), baselineText(lixOfSections(checked.content)));
      note = `Julkaistuiksi merkittiin ${added} uutta tunnusta tiedostoon ${ledgerFile}.\n`;
      checked = await checkContent(root, { spell: voikkoSpeller });
    }
  }
  const findings = has('--strict') ? checked.findings.map(strictly) : checked.findings;
  if (has('--json')) terminal.write(asJson(checked.content, findings));
  else {
    const unspelled = checked.spelled
      ? ''
      : `Oikolukua ei tehty, koska Voikkoa ei ole asennettu (${howToGetVoikko}).\n`;
    terminal.write(asText(checked.content, findings, terminal.colours) + unspelled + note);
  }
  return hasErrors(findings) ? 1 : 0;
}

function strictly(finding: Finding): Finding {
  return { ...finding, severity: 'error' };
}

function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

if (import.meta.main) {
  const terminal = {
    write: (text: string) => process.stdout.write(text),
    colours: process.stdout.isTTY && !process.env['NO_COLOR'],
  };
  process.exitCode = await run(process.argv.slice(2), join(import.meta.dirname, '..'), terminal);
}
