import { dirname } from 'node:path';
import { unavailable } from './errors.ts';
import { openIfThere, writeFully } from './fileOperations.ts';
import type { FileOperations, OpenFile } from './fileOperations.ts';
import { formatLine } from './journalLines.ts';
import { scanJournal } from './journalScan.ts';
import type { JournalExtent } from './journalScan.ts';

export interface JournalOptions {
  readonly files: FileOperations;
  readonly path: string;
  /** Takes every record that is in the file at the opening, in order. */
  readonly replay: (record: unknown) => void;
  /** Told once when what is on the disk cannot be known any more: the process has to end. */
  readonly onFatal: (error: Error) => void;
}

interface Waiting {
  readonly json: string;
  readonly durable: () => void;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * An append-only file of JSON records, one to a line. A record is whole in the file or not at all.
 *
 * Appends that come while the disk is busy go together in the next write and flush (group commit).
 * - A write that fails is cut off again; its callers and those queued behind are rejected, and the next append tries anew.
 * - A flush that fails is fatal and never retried: the system may have dropped the pages and call the next one good
 *   (https://wiki.postgresql.org/wiki/Fsync_Errors).
 */
export class Journal {
  /** What was trimmed at the opening, in a sentence; null when nothing was. */
  readonly recovered: string | null;
  readonly #options: JournalOptions;
  readonly #file: OpenFile;
  #end: number;
  #sequence: number;
  #queue: Waiting[] = [];
  #writing: Promise<void> | null = null;
  /** A failed write has left bytes behind the last good line, and they could not be cut off yet. */
  #hasTornTail = false;
  /** Why nothing is appended any more. */
  #stopped: Error | null = null;

  private constructor(options: JournalOptions, file: OpenFile, extent: JournalExtent) {
    this.#options = options;
    this.#file = file;
    this.#end = extent.end;
    this.#sequence = extent.sequence;
    this.recovered =
      extent.torn === 0
        ? null
        : `${options.path}: trimmed ${extent.torn} bytes at byte ${extent.end}, an unfinished write at its end`;
  }

  /**
   * Opens the journal, or makes it. What it holds is flushed before it is shown: a killed process may not have come to that.
   *
   * @throws DamagedFileError when the file holds anything but whole lines and one torn write at its end.
   */
  static async open(options: JournalOptions): Promise<Journal> {
    const { files, path } = options;
    const file = (await openIfThere(files, path, 'update')) ?? (await files.open(path, 'create'));
    try {
      const extent = await scanJournal(file, path, ({ json }) => options.replay(JSON.parse(json)));
      if (extent.torn > 0) await file.truncate(extent.end);
      await file.datasync();
      await files.syncFolder(dirname(path));
      return new Journal(options, file, extent);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /**
   * Adds a record; resolves once it is on the disk.
   *
   * @param json one record as JSON, which holds no line feed.
   * @param durable called once the record is durable, before anything else runs: in the order of the journal.
   * @throws StoreUnavailableError when it was not written.
   */
  append(json: string, durable: () => void = () => {}): Promise<void> {
    if (this.#stopped !== null) return Promise.reject(unavailable('The store is closed', this.#stopped));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#queue.push({ json, durable, resolve, reject });
    this.#writing ??= this.#writeQueue();
    return promise;
  }

  /** Every durable record, oldest first, read from the disk. */
  async records(): Promise<readonly unknown[]> {
    const file = await this.#options.files.open(this.#options.path, 'read');
    const last = this.#sequence;
    const records: unknown[] = [];
    try {
      await scanJournal(file, this.#options.path, ({ sequence, json }) => {
        if (sequence <= last) records.push(JSON.parse(json));
      });
      return records;
    } finally {
      await file.close();
    }
  }

  /** @throws StoreUnavailableError when nothing can be appended any more. */
  checkOpen(): void {
    if (this.#stopped !== null) throw unavailable('The store is closed', this.#stopped);
  }

  /** Writes what is queued, then closes the file. Later appends are rejected. */
  async close(): Promise<void> {
    this.#stopped ??= new Error('it was asked to close');
    await this.#writing;
    await this.#file.close();
  }

  async #writeQueue(): Promise<void> {
    // Callers of the same moment share the first write; and the promise of this run is kept before it can end.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const batch = this.#queue;
      this.#queue = [];
      try {
        await this.#commit(batch);
      } catch (error) {
        const rejected = [...batch, ...this.#queue];
        this.#queue = [];
        for (const { reject } of rejected) reject(unavailable('The store could not write', error));
      }
    }
    this.#writing = null;
  }

  /** Writes and flushes a batch, then tells its callers. Throws before any of them was told. */
  async #commit(batch: readonly Waiting[]): Promise<void> {
    if (this.#hasTornTail) await this.#cutTail();
    const first = this.#sequence + 1;
    const lines = batch.map(({ json }, index) => formatLine({ sequence: first + index, batch: first, json }));
    const bytes = Buffer.from(lines.join(''));
    await this.#write(bytes);
    await this.#flush();
    this.#end += bytes.length;
    this.#sequence += batch.length;
    for (const { durable, resolve } of batch) {
      durable();
      resolve();
    }
  }

  async #write(bytes: Uint8Array): Promise<void> {
    try {
      await writeFully(this.#file, bytes, this.#end);
    } catch (error) {
      this.#hasTornTail = true;
      // Where the cut fails too, the next append starts with it; this one's callers hear why the write failed.
      await this.#cutTail().catch(() => {});
      throw error;
    }
  }

  /** Takes away what a failed write left, so that nothing that was refused comes back after a restart. */
  async #cutTail(): Promise<void> {
    await this.#file.truncate(this.#end);
    await this.#flush();
    this.#hasTornTail = false;
  }

  async #flush(): Promise<void> {
    try {
      await this.#file.datasync();
    } catch (error) {
      this.#stopped = new Error(`${this.#options.path} could not be flushed to the disk`, { cause: error });
      this.#options.onFatal(this.#stopped);
      throw error;
    }
  }
}
