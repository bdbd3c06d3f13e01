import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { DamagedFileError, unavailable } from './errors.ts';
import { readWhole, writeFully } from './fileOperations.ts';
import type { FileOperations } from './fileOperations.ts';

export interface JsonFileOptions {
  readonly files: FileOperations;
  readonly path: string;
  /** Told when what is on the disk cannot be known any more: the process has to end. */
  readonly onFatal: (error: Error) => void;
}

/**
 * lowdb's adapter over a file that holds the old document or the new one, whenever the power goes.
 * Unlike lowdb's own it flushes before and after the rename, and never takes damage for an empty document.
 * One write at a time: `JsonDocument` sees to that.
 *
 * @param isDocument whether what was read has the shape that is written.
 */
export function durableJsonFile<T>(options: JsonFileOptions, isDocument: (data: unknown) => data is T): Adapter<T> {
  const { files, path, onFatal } = options;
  const temporary = `${path}.tmp`;
  /** Set once a flush has failed: no later one can be believed. */
  let broken: Error | null = null;

  async function replace(bytes: Uint8Array): Promise<void> {
    const file = await files.open(temporary, 'replace');
    try {
      await writeFully(file, bytes, 0);
      await fatalIfFails(() => file.datasync());
    } finally {
      await file.close();
    }
    await files.rename(temporary, path);
    await fatalIfFails(() => files.syncFolder(dirname(path)));
  }

  async function fatalIfFails(flush: () => Promise<void>): Promise<void> {
    try {
      await flush();
    } catch (error) {
      broken = new Error(`${path} could not be flushed to the disk`, { cause: error });
      onFatal(broken);
      throw broken;
    }
  }

  return {
    async read() {
      const text = await readWhole(files, path);
      if (text === null) return null;
      const data = parse(path, text);
      if (!isDocument(data)) throw new DamagedFileError(path, 'the file does not hold what the store writes there');
      return data;
    },
    /** Resolves once the document is on the disk; rejects with StoreUnavailableError otherwise. */
    async write(data) {
      try {
        if (broken !== null) throw broken;
        await replace(Buffer.from(`${JSON.stringify(data, null, 1)}\n`));
      } catch (error) {
        throw unavailable('The store could not write', error);
      }
    },
  };
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DamagedFileError(path, 'the file is not whole JSON', { cause });
  }
}
