import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '../src/course/readContent.ts';
import { authorCommand, AuthorCommandError } from './authorCommand.ts';
import { moduleIds, unitsOf } from './exchange/xliff/moduleUnits.ts';
import {
  isTargetLanguage,
  readTranslations,
  statesOf,
  type TargetLanguage,
  targetLanguages,
} from './exchange/xliff/translations.ts';

const usage = 'Käyttö: npm run translate:status [-- --to sv|en]';

/**
 * `npm run translate:status`: per section, how many texts are translated, missing, or stale because the Finnish changed.
 * @returns the exit code: 0, or 1 when it cannot be told
 */
export function run(args: readonly string[], root: string, say: (text: string) => void): Promise<0 | 1> {
  return authorCommand(say, async () => {
    const languages = read(args);
    const content = await readContent(root);
    for (const language of languages) {
      say(`Käännökset kielelle ${language}`);
      for (const module of moduleIds(content)) {
        for (const texts of unitsOf(content, module)) {
          const states = statesOf(texts, (await readTranslations(root, language, texts.id)) ?? []);
          const count = (state: string) => states.filter((one) => one.state === state).length;
          const stale = states.filter(({ state }) => state === 'stale').map(({ unit }) => unit.key);
          say(
            `  ${texts.id}: käännetty ${count('translated')}, puuttuu ${count('missing')}, vanhentunut ${stale.length}`,
          );
          if (stale.length > 0) say(`    Suomenkielinen teksti on muuttunut: ${stale.join(', ')}`);
        }
      }
    }
  });
}

function read(args: readonly string[]): readonly TargetLanguage[] {
  try {
    const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } } });
    if (values.to === undefined) return targetLanguages;
    if (isTargetLanguage(values.to)) return [values.to];
  } catch {
    // An option that is not known: the usage tells those that are.
  }
  throw new AuthorCommandError(usage);
}

if (import.meta.main) {
  process.exitCode = await run(process.argv.slice(2), join(import.meta.dirname, '..'), (text) => console.log(text));
}
