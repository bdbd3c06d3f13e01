import { basename, join, resolve } from 'node:path';
import { authorCommand, AuthorCommandError } from './authorCommand.ts';
import { bytesOf } from './exchange/files.ts';
import { fileText } from './exchange/fileText.ts';
import { fromDrafts } from './exchange/fromDrafts.ts';
import { readGift } from './exchange/gift/readGift.ts';
import { type ReadQuestions } from './exchange/questionDraft.ts';
import { readQti } from './exchange/qti/qtiPackage.ts';
import { yamlText } from './newContent/newFile.ts';
import { requireId } from './newContent/newIds.ts';
import { writeNew } from './newContent/writeNew.ts';

const usage = `Käyttö: npm run quiz:import -- <tiedosto> <uusi-tunnus>
  tiedosto.gift tai .txt   Moodlen GIFT
  tiedosto.zip tai .xml    QTI 3.0 -paketti tai yksi kysymys
Tiedostosta tulee uusi kysymyssarja quizzes/<uusi-tunnus>.yaml. Olemassa olevaa sarjaa ei korvata.`;

/**
 * `npm run quiz:import -- <file> <new-quiz>`: makes a quiz of another system's file.
 * @param from the folder that the file is told from
 * @returns the exit code: 0 when it is made, 1 when it cannot be; then nothing was written
 */
export function run(args: readonly string[], root: string, say: (text: string) => void, from = root): Promise<0 | 1> {
  return authorCommand(say, async () => {
    const [file, id, ...rest] = args;
    if (file === undefined || id === undefined || rest.length > 0) throw new AuthorCommandError(usage);
    requireId(id);
    const read = readQuestions(await bytesOf(resolve(from, file)), basename(file));
    const { quiz, remarks, toWrite } = fromDrafts(read, `Tuotu tiedostosta ${basename(file)}`);
    const told = remarks.map(({ place, sentence }) => `  ${place}: ${sentence}`);
    if (!quiz) throw new AuthorCommandError(['Tiedostosta ei voitu tuoda yhtään kysymystä.', ...told].join('\n'));
    const made = { file: `quizzes/${id}.yaml`, text: yamlText('quiz', 'quizzes', quiz) };
    await writeNew(root, [made], []);
    say([`Tuotiin ${quiz.questions.length} kysymystä: ${made.file}`, ...told].join('\n'));
    if (toWrite > 0)
      say(`Perustelu puuttui ${toWrite} vastaukselta. Etsi tiedostosta ”Kirjoita tähän” ja kirjoita ne.`);
    say(`Kun olet tarkistanut kysymykset, lisää osioon rivi: <Question id="${id}/${quiz.questions[0]!.id}" />`);
  });
}

function readQuestions(bytes: Uint8Array, name: string): ReadQuestions {
  if (/\.(?:gift|txt)$/i.test(name)) return readGift(fileText(bytes, name));
  if (/\.(?:zip|xml)$/i.test(name)) return readQti(bytes, name);
  throw new AuthorCommandError(`Tiedoston ${name} muotoa ei tunneta.\n${usage}`);
}

if (import.meta.main) {
  const say = (text: string) => console.log(text);
  process.exitCode = await run(process.argv.slice(2), join(import.meta.dirname, '..'), say, process.cwd());
}
