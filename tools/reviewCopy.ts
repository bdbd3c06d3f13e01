import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolders } from '../src/course/contentFolders.ts';
import { nearest } from '../src/course/nearest.ts';
import { readContent } from '../src/course/readContent.ts';
import { isLanguage, type Language } from '../src/i18n/languages.ts';
import { authorCommand, AuthorCommandError } from './authorCommand.ts';
import { requireRoomFor, writeOut } from './exchange/files.ts';
import { selfContained } from './review/selfContained.ts';
import { takePage } from './review/takePage.ts';

const usage = `Käyttö: npm run review:copy -- <moduuli> [--lang fi|sv|en] [--pdf] [--out tiedosto.html|tiedosto.pdf]
Koko moduuli yhtenä tiedostona tarkistajalle: tekstit, kysymykset oikeine vastauksineen, videoiden tekstit ja lähteet.
--lang on otsikoiden ja ohjeiden kieli. Ilman valintaa --out tiedosto tulee projektin kansioon.
Olemassa olevaa tiedostoa ei korvata. Luonnoksestakin saa kopion.`;

interface Wish {
  readonly module: string;
  readonly lang: Language;
  readonly out: string;
}

/**
 * `npm run review:copy -- <module>`: writes a module for its reviewers as one HTML file or a PDF: the coordinators' page
 * `/{lang}/authoring/review/{module}/`, taken from the site as it stands on the disk.
 * @param from the folder that `--out` is told from
 * @param browserHere finds what makes the PDF: its path, or null
 * @returns the exit code: 0 when it is written, 1 when it cannot be
 */
export function run(
  args: readonly string[],
  root: string,
  say: (text: string) => void,
  from = root,
  browserHere = anyBrowser,
): Promise<0 | 1> {
  return authorCommand(say, async () => {
    const { module, lang, out } = read(args);
    await requireModule(root, module);
    const file = resolve(from, out);
    await requireRoomFor(file);
    const print = out.endsWith('.pdf') ? await printer(module, browserHere) : null;
    const html = await takePage(root, `/${lang}/authoring/review/${module}/`, selfContained);
    if (html === null) {
      throw new AuthorCommandError(
        `Moduulista ${module} puuttuu osia, joten siitä ei voi vielä koota kopiota. Katso: npm run check:content`,
      );
    }
    await writeOut(file, print ? await print(html) : html);
    say(`Tarkistuskopio on valmis: ${file}
Siinä ovat kysymysten oikeat vastaukset. Älä jaa sitä oppijoille.`);
  });
}

function read(args: readonly string[]): Wish {
  try {
    const options = { lang: { type: 'string' }, out: { type: 'string' }, pdf: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [module, ...rest] = positionals;
    const { lang = 'fi', pdf = false } = values;
    const out = values.out ?? `tarkistuskopio-${module}.${lang}.${pdf ? 'pdf' : 'html'}`;
    const isWritten = pdf ? out.endsWith('.pdf') : /\.(?:html|pdf)$/.test(out);
    if (module !== undefined && rest.length === 0 && isLanguage(lang) && isWritten) return { module, lang, out };
  } catch {
    // An option that is not known or has no value: the usage tells those that are.
  }
  throw new AuthorCommandError(usage);
}

async function requireModule(root: string, module: string): Promise<void> {
  const ids = (await readContent(root)).content.modules.map(({ id }) => id);
  if (ids.includes(module)) return;
  const meant = nearest(module, ids);
  const advice = meant === null ? `Moduulit: ${ids.join(', ')}.` : `Tarkoititko ${meant}?`;
  throw new AuthorCommandError(`Moduulia ${module} ei ole kansiossa ${contentFolders.modules}. ${advice}`);
}

/** What makes the PDF: looked for before anything is built. */
async function printer(module: string, browserHere: typeof anyBrowser): Promise<(html: string) => Promise<Buffer>> {
  const [browser, { printPdf }] = await Promise.all([browserHere(), import('./review/printPdf.ts')]);
  if (browser !== null) return (html) => printPdf(html, browser);
  throw new AuthorCommandError(
    `Tältä koneelta ei löydy Chromium- tai Chrome-selainta, jolla PDF tehdään. Asenna sellainen tai kerro sen paikka muuttujalla BROWSER_PATH. ` +
      `Voit myös tehdä HTML-tiedoston ja tulostaa sen millä tahansa selaimella: npm run review:copy -- ${module}`,
  );
}

async function anyBrowser(): Promise<string | null> {
  return (await import('./findBrowser.ts')).findBrowser();
}

if (import.meta.main) {
  const say = (text: string) => console.log(text);
  process.exitCode = await run(process.argv.slice(2), join(import.meta.dirname, '..'), say, process.cwd());
}
