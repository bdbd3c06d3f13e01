import { createHash, randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { kindOf } from '../../src/course/contentFolders.ts';

/** A content file as it lies on the disk. */
export interface ContentFile {
  readonly text: string;
  /** Names this very content. */
  readonly version: string;
}

/** The file is not what the form was made from any more. Nothing was written. */
export class ChangedMeanwhileError extends Error {
  override readonly name = 'ChangedMeanwhileError';
}

/**
 * Reads a content file.
 * @param file its path from the root, as the content's reader lists it; never one that a request names
 * @throws when it is no content file, or a link leads to it
 */
export async function readContentFile(root: string, file: string): Promise<ContentFile> {
  const bytes = await readFile(await safePath(root, file));
  return { text: new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes), version: versionOf(bytes) };
}

/**
 * Puts a new text in the place of a content file, all of it or nothing.
 * @param version what the file must still be
 * @throws ChangedMeanwhileError when it is not
 */
export async function writeContentFile(root: string, file: string, text: string, version: string): Promise<void> {
  const path = await safePath(root, file);
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const { mode } = await stat(path);
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (versionOf(await readFile(path)) !== version) throw new ChangedMeanwhileError(file);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function safePath(root: string, file: string): Promise<string> {
  const path = join(await realpath(root), ...file.split('/'));
  if (kindOf(file) === null || file.includes('..') || (await realpath(path)) !== path) {
    throw new Error(`${file} is not a content file of this project`);
  }
  return path;
}

/** A name of this very text. */
export function versionOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
