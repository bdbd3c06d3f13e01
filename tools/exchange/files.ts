import { readFile, writeFile } from 'node:fs/promises';
import { AuthorCommandError } from '../authorCommand.ts';

/**
 * The bytes of a file that an author named.
 * @throws AuthorCommandError where it is not there
 */
export async function bytesOf(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'EISDIR') throw error;
    throw new AuthorCommandError(`Tiedostoa ${path} ei ole.`);
  });
}

/**
 * Writes a file that an author asked for, never in place of another.
 * @throws AuthorCommandError where one of the name is there, or its folder is not
 */
export async function writeOut(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') {
      throw new AuthorCommandError(`Tiedosto ${path} on jo olemassa. Poista se tai anna toinen nimi: --out nimi.`);
    }
    if (error.code !== 'ENOENT') throw error;
    throw new AuthorCommandError(`Kansiota, johon tiedosto ${path} kirjoitettaisiin, ei ole.`);
  });
}
