import { join } from 'node:path';
import { config } from '../oppihetki.config.ts';
import { checkContent } from '../src/course/checkContent.ts';
import { contentFolders } from '../src/course/contentFolders.ts';
import { authorCommand } from './authorCommand.ts';
import { askWish } from './newContent/askWish.ts';
import { withEntry } from './newContent/listEdit.ts';
import { moduleFiles } from './newContent/moduleFiles.ts';
import { requireModuleId } from './newContent/newIds.ts';
import { writeNew } from './newContent/writeNew.ts';

/**
 * `npm run new:module -- <id>`: makes a draft module of two sections and a quiz, lists it in the course, checks it, and says
 * what to do next.
 * @returns the exit code: 0 when it is made, 1 when it cannot be
 */
export function run(
  args: readonly string[],
  root: string,
  terminal: { readonly input: NodeJS.ReadStream; readonly output: NodeJS.WritableStream },
  courseId = config.course,
): Promise<0 | 1> {
  const say = (text: string) => terminal.output.write(`${text}\n`);
  return authorCommand(say, async () => {
    const wish = await askWish(args, terminal);
    await requireModuleId(root, wish.id);
    const files = moduleFiles(wish);
    const course = `${contentFolders.courses}/${courseId}.yaml`;
    await writeNew(root, files, [{ file: course, change: (text) => withEntry(text, 'modules', wish.id) }]);
    say(`Luonnos ”${wish.title}” on valmis muokattavaksi:`);
    for (const { file } of files) say(`  ${file}`);
    const made = new Set(files.map(({ file }) => file));
    const findings = (await checkContent(root)).findings.filter(({ file }) => made.has(file));
    // Each of them is in the bar and in the check: here their list would hide what comes next.
    say(`\nTarkistus huomauttaa vielä ${findings.length} kohdasta, joihin kirjoitat oman tekstisi.\n`);
    say(`Seuraavaksi:
  1. npm run dev                 näyttää moduulin selaimessa: http://localhost:4321/fi/${wish.id}/
  2. Kirjoita tekstit esimerkkien paikalle. Sivu muuttuu heti, kun tallennat.
  3. npm run check:content       kertoo, mitä pitää korjata ja montako minuuttia moduuli kestää.
  4. Kun kaikki on valmista, poista rivi draft: true tiedostosta ${files[0]!.file}.
  5. npm run check:content -- --publish   merkitsee tunnukset julkaistuiksi.`);
  });
}

if (import.meta.main) {
  process.exitCode = await run(process.argv.slice(2), join(import.meta.dirname, '..'), {
    input: process.stdin,
    output: process.stdout,
  });
}
