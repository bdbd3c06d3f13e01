import { join } from 'node:path';
import type { AttachmentContent, AttachmentStore } from '../../lrs/attachmentPorts.ts';
import { hasSha2, isSha2 } from '../../lrs/sha2.ts';
import { DamagedFileError, unavailable } from './errors.ts';
import { chunksOf, type FileOperations, hasCode, openIfThere, writeFully } from './fileOperations.ts';
import { KeyedMutex } from './keyedMutex.ts';

export interface AttachmentStoreOptions {
  readonly files: FileOperations;
  /** The folder of the attachments; made where there is none. */
  readonly path: string;
  /** Told when what is on the disk cannot be known any more: the process has to end. */
  readonly onFatal: (error: Error) => void;
}

/**
 * Attachments as files named by their SHA-2. A file is there whole or not at all, whenever the power goes: it is written
 * beside its place, flushed, put in its place, and its folder flushed. Nothing refers to a file but statements: one that was
 * kept for statements that were then refused is removed with those of erased statements, at the next opening at the latest.
 */
export class FileAttachmentStore implements AttachmentStore {
  readonly #options: AttachmentStoreOptions;
  /** Of each file, for as long as it is changed. */
  readonly #mutex = new KeyedMutex();
  /** Of each file, for as long as a statement with it is on its way. */
  readonly #uses = new KeyedMutex();
  /** Set once a flush has failed: no later one can be believed. */
  #broken: Error | null = null;

  private constructor(options: AttachmentStoreOptions) {
    this.#options = options;
  }

  /** Opens the folder and clears away what a crash left half written. */
  static async open(options: AttachmentStoreOptions): Promise<FileAttachmentStore> {
    const { files, path } = options;
    await files.makeFolder(path);
    for (const name of await files.listFolder(path)) if (name.endsWith('.tmp')) await files.unlink(join(path, name));
    return new FileAttachmentStore(options);
  }

  exclusively<T>(hashes: readonly string[], work: () => Promise<T>): Promise<T> {
    return this.#uses.run(hashes, work);
  }

  async keep(contents: readonly AttachmentContent[]): Promise<void> {
    await this.#changing(
      contents.map(({ sha2 }) => sha2),
      async () => {
        for (const content of contents) await this.#write(content);
      },
    );
  }

  async read(sha2: string): Promise<Uint8Array | null> {
    const path = this.#pathOf(sha2);
    const bytes = await this.#octetsAt(path).catch((error: unknown) => {
      throw unavailable('An attachment cannot be read', error);
    });
    if (bytes !== null && !hasSha2(bytes, sha2)) throw new DamagedFileError(path, 'the file does not have its hash');
    return bytes;
  }

  async removeUnattached(isAttached: (sha2: string) => boolean): Promise<void> {
    const { files, path } = this.#options;
    const loose = (await files.listFolder(path)).filter((name) => isSha2(name) && !isAttached(name));
    if (loose.length > 0) await this.exclusively(loose, () => this.#remove(loose.filter((sha2) => !isAttached(sha2))));
  }

  async #remove(hashes: readonly string[]): Promise<void> {
    await this.#changing(hashes, async () => {
      for (const sha2 of hashes) {
        await this.#options.files.unlink(this.#pathOf(sha2)).catch((error: unknown) => {
          if (!hasCode(error, 'ENOENT')) throw error;
        });
      }
    });
  }

  /** Changes files, one change at a time for each, and flushes the folder: a file that is there already may not be durable yet. */
  async #changing(hashes: readonly string[], change: () => Promise<void>): Promise<void> {
    try {
      await this.#mutex.run(hashes, async () => {
        if (this.#broken !== null) throw this.#broken;
        await change();
        await this.#fatalIfFails(() => this.#options.files.syncFolder(this.#options.path));
      });
    } catch (error) {
      throw unavailable('The store could not write', error);
    }
  }

  async #write({ sha2, bytes }: AttachmentContent): Promise<void> {
    const { files } = this.#options;
    const path = this.#pathOf(sha2);
    const present = await openIfThere(files, path, 'read');
    if (present !== null) return present.close();
    const temporary = `${path}.tmp`;
    const file = await files.open(temporary, 'replace');
    try {
      await writeFully(file, bytes, 0);
      await this.#fatalIfFails(() => file.datasync());
    } finally {
      await file.close();
    }
    await files.rename(temporary, path);
  }

  async #octetsAt(path: string): Promise<Uint8Array | null> {
    const file = await openIfThere(this.#options.files, path, 'read');
    if (file === null) return null;
    try {
      const chunks: Uint8Array[] = [];
      for await (const chunk of chunksOf(file)) chunks.push(chunk.slice());
      return Buffer.concat(chunks);
    } finally {
      await file.close();
    }
  }

  #pathOf(sha2: string): string {
    if (!isSha2(sha2)) throw new RangeError('not a SHA-2 hash in lower-case hexadecimal');
    return join(this.#options.path, sha2);
  }

  async #fatalIfFails(flush: () => Promise<void>): Promise<void> {
    try {
      await flush();
    } catch (error) {
      this.#broken = new Error(`${this.#options.path} could not be flushed to the disk`, { cause: error });
      this.#options.onFatal(this.#broken);
      throw this.#broken;
    }
  }
}
