import { access, constants, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
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
 * Looks before long work whether `writeOut` will have room for its file.
 * @throws AuthorCommandError where it will not
 */
export async function requireRoomFor(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new AuthorCommandError(isThereAlready(path));
  // With a slash at its end only a folder is found.
  await access(`${dirname(path)}/`, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    throw refused(path, error);
  });
}

/**
 * Writes a file that an author asked for, never in place of another.
 * @throws AuthorCommandError where one of the name is there, or its folder is not or may not be written in
 */
export async function writeOut(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw refused(path, error);
  });
}

/** Why a file cannot be written, for an author; the error as it came where the reason is not for authors to mend. */
function refused(path: string, error: NodeJS.ErrnoException): Error {
  switch (error.code ?? '') {
    case 'EEXIST':
      return new AuthorCommandError(isThereAlready(path));
    case 'ENOENT':
    case 'ENOTDIR':
      return new AuthorCommandError(`Kansiota, johon tiedosto ${path} kirjoitettaisiin, ei ole.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AuthorCommandError(`Tiedostoa ${path} ei saa kirjoittaa siihen kansioon. Valitse toinen: --out nimi.`);
    default:
      return error;
  }
}

function isThereAlready(path: string): string {
  return `Tiedosto ${path} on jo olemassa. Poista se tai anna toinen nimi: --out nimi.`;
}
