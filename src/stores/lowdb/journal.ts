import { dirname } from 'node:path';
import { DamagedFileError, unavailable } from './errors.ts';
import { openIfThere, writeFully } from './fileOperations.ts';
import type { FileOperations, OpenFile } from './fileOperations.ts';
import { formatLine, jsonStartOf } from './journalLines.ts';
import { JournalMark, readMark } from './journalMark.ts';
import { readSpan, writeRewritten } from './journalRewrite.ts';
import type { Rewrite } from './journalRewrite.ts';
import { scanJournal } from './journalScan.ts';
import type { JournalExtent } from './journalScan.ts';

/** Where a record stands in its file, in bytes. It stays there as long as the journal lives. */
export interface Place {
  /** Where its line starts. */
  readonly line: number;
  /** Where its JSON starts, and how long that is. */
  readonly start: number;
  readonly length: number;
}

export interface JournalOptions {
  readonly files: FileOperations;
  readonly path: string;
  /**
   * Takes every record that is in the file at the opening, in order, with its place and its JSON, valid only meanwhile.
   * A record that a repair found lost is left out.
   */
  readonly replay: (record: unknown, place: Place, json: Buffer) => void;
  /** Told once when what is on the disk cannot be known any more: the process has to end. */
  readonly onFatal: (error: Error) => void;
}

interface Waiting {
  readonly json: string;
  readonly durable: (place: Place) => void;
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
 * - A mark beside the file tells how far it was once whole (`JournalMark`): a lost end is refused, not taken for a shorter file.
 */
export class Journal {
  /** What was trimmed at the opening, or could not be checked, in a sentence; null when nothing was. */
  readonly recovered: string | null;
  readonly #options: JournalOptions;
  readonly #mark: JournalMark;
  #file: OpenFile;
  #end: number;
  #sequence: number;
  #queue: Waiting[] = [];
  #writing: Promise<void> | null = null;
  /** The end of what uses the file alone: a batch, or a rewriting. */
  #turn: Promise<unknown> = Promise.resolve();
  /** A failed write has left bytes behind the last good line, and they could not be cut off yet. */
  #hasTornTail = false;
  /** Why nothing is appended any more. */
  #stopped: Error | null = null;

  private constructor(options: JournalOptions, file: OpenFile, mark: JournalMark, found: Found) {
    this.#options = options;
    this.#file = file;
    this.#mark = mark;
    this.#end = found.end;
    this.#sequence = found.sequence;
    this.recovered = recoveredSentence(options.path, found);
  }

  /**
   * Opens the journal, or makes it. What it holds is flushed before it is shown: a killed process may not have come to that.
   *
   * @throws DamagedFileError when the file holds anything but whole lines up to its mark and one torn write at its end.
   */
  static async open(options: JournalOptions): Promise<Journal> {
    const { files, path } = options;
    const marked = await readMark(files, path);
    const file = (await openIfThere(files, path, 'update')) ?? (await createUnlessMarked(files, path, marked));
    try {
      const extent = await scanJournal(file, path, marked ?? 0, ({ json, jsonStart }, line) => {
        const record: unknown = JSON.parse(json.toString('utf8'));
        if (record !== null) options.replay(record, { line, start: line + jsonStart, length: json.length }, json);
      });
      if (extent.torn > 0) await file.truncate(extent.end);
      await file.datasync();
      await files.syncFolder(dirname(path));
      const mark = await JournalMark.open(options, extent.sequence);
      return new Journal(options, file, mark, { ...extent, marked });
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
  append(json: string, durable: (place: Place) => void = () => {}): Promise<void> {
    if (this.#stopped !== null) return Promise.reject(unavailable('The store is closed', this.#stopped));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#queue.push({ json, durable, resolve, reject });
    this.#writing ??= this.#writeQueue();
    return promise;
  }

  /**
   * Every durable record, oldest first, read from the disk, with the place of each.
   *
   * @param isWanted which of them, by the JSON, which is valid only meanwhile: the others are not parsed.
   */
  async records(
    isWanted: (json: Buffer) => boolean = () => true,
  ): Promise<readonly { readonly record: unknown; readonly place: Place }[]> {
    const file = await this.#options.files.open(this.#options.path, 'read');
    const last = this.#sequence;
    const found: { record: unknown; place: Place }[] = [];
    try {
      await scanJournal(file, this.#options.path, 0, ({ sequence, json, jsonStart }, line) => {
        const record: unknown = sequence > last || !isWanted(json) ? null : JSON.parse(json.toString('utf8'));
        if (record !== null) found.push({ record, place: { line, start: line + jsonStart, length: json.length } });
      });
      return found;
    } finally {
      await file.close();
    }
  }

  /**
   * The bytes from `start` on, `length` of them: of a record, or a part of one.
   *
   * @throws StoreUnavailableError when the disk does not give them.
   */
  async read(start: number, length: number): Promise<Buffer> {
    try {
      return await readSpan(this.#file, start, length);
    } catch (error) {
      throw unavailable('The store could not read', error);
    }
  }

  /**
   * Puts other records in the place of some, while appends wait: a new file is written, flushed and renamed over the old one,
   * so that a kill at any moment leaves the old or the new.
   *
   * @param changes how to change a record, by where its line starts. Where its length in bytes stays, every place stays.
   * @throws StoreUnavailableError when it could not be done; the journal is as it was.
   */
  rewrite(changes: ReadonlyMap<number, Rewrite>): Promise<void> {
    return this.#alone(async () => {
      this.checkOpen();
      try {
        if (this.#hasTornTail) await this.#cutTail();
        const rewritten = await writeRewritten(this.#options, this.#file, this.#end, changes, (flush) =>
          this.#flush(flush),
        );
        const old = this.#file;
        this.#file = rewritten.file;
        this.#end = rewritten.end;
        await old.close().catch(() => {});
      } catch (error) {
        throw unavailable('The store could not rewrite its journal', error);
      }
    });
  }

  /** @throws StoreUnavailableError when nothing can be appended any more. */
  checkOpen(): void {
    if (this.#stopped !== null) throw unavailable('The store is closed', this.#stopped);
  }

  /** Writes what is queued, then closes the file. Later appends are rejected. */
  async close(): Promise<void> {
    this.#stopped ??= new Error('it was asked to close');
    await this.#writing;
    await this.#turn;
    await this.#mark.close();
    await this.#file.close();
  }

  async #writeQueue(): Promise<void> {
    // Callers of the same moment share the first write; and the promise of this run is kept before it can end.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      await this.#alone(async () => {
        const batch = this.#queue;
        this.#queue = [];
        try {
          await this.#commit(batch);
        } catch (error) {
          const rejected = [...batch, ...this.#queue];
          this.#queue = [];
          for (const { reject } of rejected) reject(unavailable('The store could not write', error));
        }
      });
    }
    this.#writing = null;
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }

  /** Writes and flushes a batch, then tells its callers. Throws before any of them was told. */
  async #commit(batch: readonly Waiting[]): Promise<void> {
    if (this.#hasTornTail) await this.#cutTail();
    const first = this.#sequence + 1;
    const lines = batch.map(({ json }, index) => ({ sequence: first + index, batch: first, json }));
    const encoded = lines.map(formatLine);
    await this.#write(Buffer.concat(encoded));
    await this.#flush(() => this.#file.datasync());
    this.#sequence += batch.length;
    this.#mark.note(this.#sequence);
    for (const [index, { durable, resolve }] of batch.entries()) {
      const [line, jsonStart, size] = [this.#end, jsonStartOf(lines[index]!), encoded[index]!.length];
      this.#end += size;
      durable({ line, start: line + jsonStart, length: size - jsonStart - 1 });
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
    await this.#flush(() => this.#file.datasync());
    this.#hasTornTail = false;
  }

  async #flush(flush: () => Promise<void>): Promise<void> {
    try {
      await flush();
    } catch (error) {
      this.#stopped = new Error(`${this.#options.path} could not be flushed to the disk`, { cause: error });
      this.#options.onFatal(this.#stopped);
      throw error;
    }
  }
}

interface Found extends JournalExtent {
  /** What the mark named, or null where there was none. */
  readonly marked: number | null;
}

function recoveredSentence(path: string, { end, sequence, torn, marked }: Found): string | null {
  const sentences = [
    torn > 0 ? `${path}: trimmed ${torn} bytes at byte ${end}, an unfinished write at its end` : null,
    marked === null && sequence > 0
      ? `${path}: there was no mark beside it, so it could not be checked that its end is whole; there is one now`
      : null,
  ].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : sentences.join('. ');
}

/** @throws DamagedFileError where the mark tells that there was a journal with lines in it. */
async function createUnlessMarked(files: FileOperations, path: string, marked: number | null): Promise<OpenFile> {
  if (marked !== null && marked > 0)
    throw new DamagedFileError(path, `the file is gone; ${marked} lines were stored in it`);
  return files.open(path, 'create');
}
