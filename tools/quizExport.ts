import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readYamlEntry } from '../src/course/read/yamlFile.ts';
import { quizSchema, type QuizData } from '../src/schemas/quiz.ts';
import { authorCommand, AuthorCommandError } from './authorCommand.ts';
import { writeGift } from './exchange/gift/writeGift.ts';
import { writeOut } from './exchange/files.ts';
import { writePackage } from './exchange/qti/qtiPackage.ts';
import { toDrafts } from './exchange/toDrafts.ts';
import { requireId } from './newContent/newIds.ts';

const usage = `Käyttö: npm run quiz:export -- <kysymyssarja> --format gift|qti [--out tiedosto]
  gift   Moodlen tekstimuoto
  qti    QTI 3.0 -paketti (zip)
Ilman valintaa --out tiedosto tulee projektin kansioon. Olemassa olevaa tiedostoa ei korvata.`;

/**
 * `npm run quiz:export -- <quiz> --format gift|qti`: writes a quiz for another system.
 * @param from the folder that `--out` is told from
 * @returns the exit code: 0 when it is written, 1 when it cannot be
 */
export function run(args: readonly string[], root: string, say: (text: string) => void, from = root): Promise<0 | 1> {
  return authorCommand(say, async () => {
    const { id, format, out } = read(args);
    const quiz = await quizOf(root, id);
    const { drafts, remarks } = toDrafts(quiz);
    if (drafts.length === 0)
      throw new AuthorCommandError(`Kysymyssarjassa ${id} ei ole kysymyksiä, jotka muoto tuntee.`);
    const content = format === 'gift' ? writeGift(quiz.title, drafts) : writePackage(id, quiz.title, drafts);
    const file = resolve(from, out ?? `${id}.${format === 'gift' ? 'gift' : 'qti.zip'}`);
    await writeOut(file, content);
    say(`Vietiin ${drafts.length} kysymystä: ${file}`);
    for (const { place, sentence } of remarks) say(`  ${place}: ${sentence}`);
  });
}

function read(args: readonly string[]): {
  readonly id: string;
  readonly format: 'gift' | 'qti';
  readonly out: string | undefined;
} {
  try {
    const options = { format: { type: 'string' }, out: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [id, ...rest] = positionals;
    const { format, out } = values;
    if (id !== undefined && rest.length === 0 && (format === 'gift' || format === 'qti')) return { id, format, out };
  } catch {
    // An option that is not known: the usage tells those that are.
  }
  throw new AuthorCommandError(usage);
}

async function quizOf(root: string, id: string): Promise<QuizData> {
  requireId(id);
  const file = `quizzes/${id}.yaml`;
  const text = await readFile(join(root, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new AuthorCommandError(`Kysymyssarjaa ${file} ei ole. Tarkista tunnus.`);
  });
  const { data } = readYamlEntry(quizSchema, id, file, text).authored;
  if (!data)
    throw new AuthorCommandError(`Kysymyssarjassa ${file} on virheitä. Korjaa ne ensin: npm run check:content`);
  return data;
}

if (import.meta.main) {
  const say = (text: string) => console.log(text);
  process.exitCode = await run(process.argv.slice(2), join(import.meta.dirname, '..'), say, process.cwd());
}
