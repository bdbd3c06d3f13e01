import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { authorCommand, AuthorCommandError } from './authorCommand.ts';
import { writeOut } from './exchange/files.ts';
import { moduleUnits } from './exchange/xliff/moduleUnits.ts';
import { isTargetLanguage, readTranslations, type TargetLanguage } from './exchange/xliff/translations.ts';
import { writeXliff } from './exchange/xliff/writeXliff.ts';

const usage = `Käyttö: npm run translate:export -- <moduuli> --to sv|en [--out tiedosto]
Moduulin suomenkieliset tekstit XLIFF 2 -tiedostoksi kääntäjälle. Valmiit käännökset tulevat mukaan.
Ilman valintaa --out tiedosto tulee projektin kansioon. Olemassa olevaa tiedostoa ei korvata.`;

/**
 * `npm run translate:export -- <module> --to sv`: writes a module's texts for a translator.
 * @param from the folder that `--out` is told from
 * @returns the exit code: 0 when it is written, 1 when it cannot be
 */
export function run(args: readonly string[], root: string, say: (text: string) => void, from = root): Promise<0 | 1> {
  return authorCommand(say, async () => {
    const { module, language, out } = read(args);
    const texts = await moduleUnits(root, module);
    const sections = await Promise.all(
      texts.map(async (one) => ({ texts: one, kept: (await readTranslations(root, language, one.id)) ?? [] })),
    );
    const file = resolve(from, out ?? `${module}.${language}.xlf`);
    await writeOut(file, writeXliff(language, sections));
    say(`Vietiin ${texts.flatMap(({ units }) => units).length} tekstiä: ${file}`);
  });
}

function read(args: readonly string[]): {
  readonly module: string;
  readonly language: TargetLanguage;
  readonly out: string | undefined;
} {
  try {
    const options = { to: { type: 'string' }, out: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [module, ...rest] = positionals;
    if (module !== undefined && rest.length === 0 && isTargetLanguage(values.to))
      return { module, language: values.to, out: values.out };
  } catch {
    // An option that is not known: the usage tells those that are.
  }
  throw new AuthorCommandError(usage);
}

if (import.meta.main) {
  const say = (text: string) => console.log(text);
  process.exitCode = await run(process.argv.slice(2), join(import.meta.dirname, '..'), say, process.cwd());
}
