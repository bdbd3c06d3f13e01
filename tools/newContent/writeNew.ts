import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AuthorCommandError } from '../authorCommand.ts';
import type { NewFile } from './newFile.ts';

/** A change of a file that is there. */
export interface Edit {
  readonly file: string;
  readonly change: (text: string) => string;
}

/**
 * Writes new files, and changes of present ones, after everything was looked at. A new file never takes the place of one
 * that is there.
 * @throws AuthorCommandError where a file is there already, or one to be changed is not
 */
export async function writeNew(root: string, files: readonly NewFile[], edits: readonly Edit[]): Promise<void> {
  for (const { file } of files) {
    if (await exists(join(root, file))) {
      throw new AuthorCommandError(`Tiedosto ${file} on jo olemassa. Valitse toinen tunnus tai muokkaa tiedostoa.`);
    }
  }
  const changed = await Promise.all(
    edits.map(async ({ file, change }) => ({ file, text: change(await textOf(root, file)) })),
  );
  const written: string[] = [];
  try {
    for (const { file, text } of files) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text, { flag: 'wx' });
      written.push(file);
    }
  } catch (error) {
    for (const file of written) await rm(join(root, file), { force: true });
    throw error;
  }
  for (const { file, text } of changed) {
    await writeFile(join(root, `${file}.uusi`), text);
    await rename(join(root, `${file}.uusi`), join(root, file));
  }
}

async function textOf(root: string, file: string): Promise<string> {
  try {
    return await readFile(join(root, file), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new AuthorCommandError(`Tiedostoa ${file} ei ole. Tarkista tunnus.`);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
