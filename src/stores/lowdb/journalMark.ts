import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { DamagedFileError } from './errors.ts';
import { openIfThere, readWhole, writeFully } from './fileOperations.ts';
import type { FileOperations, OpenFile } from './fileOperations.ts';

/** Each slot in a sector of its own, so that no torn write can reach both. Bytes. */
const slotSize = 512;
/** How long the mark may stay behind before it is written, and a written one before it is flushed, in milliseconds. */
const writeAfter = 20;
const flushAfter = 1_000;

export interface JournalMarkOptions {
  readonly files: FileOperations;
  /** Of the journal; the mark lies beside it. */
  readonly path: string;
  readonly onFatal: (error: Error) => void;
}

/**
 * The high-water mark of a journal: the sequence of a line that was on the disk, in a small file of fixed size beside it.
 * A journal that ends before its mark has lost what it acknowledged, and is refused instead of trimmed.
 *
 * The mark is written only after the journal's own flush, so it can never claim too much, whatever the disk keeps of it:
 * that is why it needs no flush before an acknowledgement. It costs no group anything: a small write into the system's cache
 * 50 times a second while records arrive, one flush a second then, and one at the close.
 *
 * - Detected: any loss of or damage to an acknowledged line, a vanished journal too, after a close; after a killed process but
 *   for what it acknowledged in its last 20 milliseconds; after a power cut but for the last second.
 * - Not detected: damage to those very last lines by something else than the kill or the cut, which the flush before the
 *   acknowledgement survives. They are then trimmed as an unfinished write would be, and that is told at the start.
 */
export class JournalMark {
  readonly #options: JournalMarkOptions;
  readonly #file: OpenFile;
  #sequence: number;
  #written: number;
  #slot = 0;
  #isDirty = false;
  #writeTimer: NodeJS.Timeout | null = null;
  #flushTimer: NodeJS.Timeout | null = null;
  #working: Promise<void> = Promise.resolve();
  #isBroken = false;

  private constructor(options: JournalMarkOptions, file: OpenFile, sequence: number) {
    this.#options = options;
    this.#file = file;
    this.#sequence = sequence;
    this.#written = sequence;
  }

  /**
   * Opens the mark, or makes it, and lets it name this line.
   *
   * @param sequence of the last line of the journal, which is on the disk.
   */
  static async open(options: JournalMarkOptions, sequence: number): Promise<JournalMark> {
    const path = markOf(options.path);
    const file = (await openIfThere(options.files, path, 'update')) ?? (await made(options.files, path, sequence));
    const mark = new JournalMark(options, file, sequence);
    try {
      if ((await readMark(options.files, options.path)) !== sequence) await mark.#write();
      return mark;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Notes that this line is on the disk. The mark follows by itself. */
  note(sequence: number): void {
    this.#sequence = sequence;
    this.#writeTimer ??= setTimeout(() => this.#follow(), writeAfter).unref();
  }

  /** Writes and flushes the mark, then closes its file. Nothing is noted any more. */
  async close(): Promise<void> {
    for (const timer of [this.#writeTimer, this.#flushTimer]) if (timer !== null) clearTimeout(timer);
    await this.#working;
    if (this.#written < this.#sequence) await this.#write().catch(() => {});
    if (this.#isDirty) await this.#flush();
    await this.#file.close();
  }

  /** A write that fails leaves an older mark, which claims less: the next note tries again. */
  #follow(): void {
    this.#writeTimer = null;
    this.#working = this.#working.then(() => this.#write()).catch(() => {});
    this.#flushTimer ??= setTimeout(() => {
      this.#flushTimer = null;
      this.#working = this.#working.then(() => this.#flush());
    }, flushAfter).unref();
  }

  async #write(): Promise<void> {
    const sequence = this.#sequence;
    this.#slot = 1 - this.#slot;
    this.#isDirty = true;
    await writeFully(this.#file, Buffer.from(slotText(sequence)), this.#slot * slotSize);
    this.#written = sequence;
  }

  async #flush(): Promise<void> {
    this.#isDirty = false;
    if (this.#isBroken) return;
    try {
      await this.#file.datasync();
    } catch (error) {
      this.#isBroken = true;
      const what = `${markOf(this.#options.path)} could not be flushed to the disk`;
      this.#options.onFatal(new Error(what, { cause: error }));
    }
  }
}

/** The path of a journal's mark. */
export function markOf(journal: string): string {
  return `${journal}.mark`;
}

/**
 * The sequence that a journal's mark names, or null where there is no mark: the journal is older than marks, or new.
 *
 * @throws DamagedFileError when the file holds no mark.
 */
export async function readMark(files: FileOperations, journal: string): Promise<number | null> {
  const text = await readWhole(files, markOf(journal));
  if (text === null) return null;
  const sequences = [0, slotSize].map((start) => sequenceIn(text.slice(start, start + slotSize)));
  const known = sequences.filter((sequence) => sequence !== null);
  if (known.length === 0)
    throw new DamagedFileError(markOf(journal), 'the file does not hold what the store writes there');
  return Math.max(...known);
}

/** Puts a mark in the place of whatever is there, whole or not at all. */
export async function replaceMark(files: FileOperations, journal: string, sequence: number): Promise<void> {
  await (await made(files, markOf(journal), sequence)).close();
}

async function made(files: FileOperations, path: string, sequence: number): Promise<OpenFile> {
  const temporary = `${path}.tmp`;
  const file = await files.open(temporary, 'replace');
  try {
    await writeFully(file, Buffer.from(slotText(sequence).repeat(2)), 0);
    await file.datasync();
    await files.rename(temporary, path);
    await files.syncFolder(dirname(path));
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** `<crc32> <sequence>` and spaces: as long as a slot, in ASCII. */
function slotText(sequence: number): string {
  return `${checksum(String(sequence))} ${sequence}`.padEnd(slotSize - 1) + '\n';
}

function sequenceIn(slot: string): number | null {
  const [, sum, digits] = /^([0-9a-f]{8}) (\d{1,15}) *\n$/.exec(slot) ?? [];
  return digits !== undefined && checksum(digits) === sum ? Number(digits) : null;
}

function checksum(digits: string): string {
  return crc32(digits).toString(16).padStart(8, '0');
}
