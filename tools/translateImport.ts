import { basename, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { authorCommand, AuthorCommandError } from './authorCommand.ts';
import { bytesOf } from './exchange/files.ts';
import { fileText } from './exchange/fileText.ts';
import { moduleUnits } from './exchange/xliff/moduleUnits.ts';
import { readXliff, readXliffHead } from './exchange/xliff/readXliff.ts';
import {
  readTranslations,
  type Translation,
  translationsFile,
  withTranslations,
} from './exchange/xliff/translations.ts';
import { writeNew } from './newContent/writeNew.ts';

const usage = `Käyttö: npm run translate:import -- <tiedosto.xlf>
Käännökset tallentuvat kansioon src/content/translations. Sivusto ei vielä näytä niitä.`;

/**
 * `npm run translate:import -- <file.xlf>`: keeps what a translator translated.
 * @param from the folder that the file is told from
 * @returns the exit code: 0 when it is kept, 1 when it cannot be; then nothing was written
 */
export function run(args: readonly string[], root: string, say: (text: string) => void, from = root): Promise<0 | 1> {
  return authorCommand(say, async () => {
    const [path, ...rest] = args;
    if (path === undefined || rest.length > 0) throw new AuthorCommandError(usage);
    const name = basename(path);
    const head = readXliffHead(fileText(await bytesOf(resolve(from, path)), name), name);
    const originals = await moduleUnits(root, head.module);
    const { language, sections, remarks } = readXliff(head, originals);
    const unitsOf = (id: string) => originals.find((one) => one.id === id)?.units ?? [];
    const kept = await Promise.all(
      sections
        .filter(({ translations }) => translations.length > 0)
        .map(async ({ id, translations }) => {
          const before = await readTranslations(root, language, id);
          return {
            file: translationsFile(language, id),
            text: textOf(withTranslations(before ?? [], translations, unitsOf(id))),
            isNew: before === null,
          };
        }),
    );
    await writeNew(
      root,
      kept.filter(({ isNew }) => isNew),
      kept.filter(({ isNew }) => !isNew).map(({ file, text }) => ({ file, change: () => text })),
    );
    say(`Tuotiin ${sections.flatMap(({ translations }) => translations).length} käännöstä kielelle ${language}.`);
    for (const { place, sentence } of remarks) say(`  ${place}: ${sentence}`);
    say(`Katso, mitä puuttuu: npm run translate:status -- --to ${language}`);
  });
}

function textOf(units: readonly Translation[]): string {
  return `# npm run translate:import\n${stringify({ units }, { lineWidth: 0 })}`;
}

if (import.meta.main) {
  const say = (text: string) => console.log(text);
  process.exitCode = await run(process.argv.slice(2), join(import.meta.dirname, '..'), say, process.cwd());
}
