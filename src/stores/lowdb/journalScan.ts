import { DamagedFileError } from './errors.ts';
import { chunksOf } from './fileOperations.ts';
import type { OpenFile } from './fileOperations.ts';
import { parseLine } from './journalLines.ts';
import type { FoundLine } from './journalLines.ts';

/** What a journal file holds. */
export interface JournalExtent {
  /** Where the last good line ends, in bytes. */
  readonly end: number;
  /** The sequence of the last good line; 0 where there is none. */
  readonly sequence: number;
  /** How many bytes stand behind the last good line: a write that was torn before it was acknowledged. */
  readonly torn: number;
}

/** Takes a good line and the byte of the file where it starts. */
export type TakeLine = (line: FoundLine, offset: number) => void;

/**
 * Reads a journal from its start and hands every good line to `take`, in order.
 * A bad line is a torn write when nothing behind it was flushed later and the mark does not name it; otherwise it is damage.
 *
 * @param marked the sequence of a line that is known to have been on the disk, see `JournalMark`; 0 where none is.
 * @throws DamagedFileError at the first line that once was whole and is not any more, or that does not follow the one before.
 */
export async function scanJournal(
  file: OpenFile,
  path: string,
  marked: number,
  take: TakeLine,
): Promise<JournalExtent> {
  let end = 0;
  let sequence = 0;
  let size = 0;
  for await (const { line, length, offset } of linesOf(file)) {
    const isTorn = offset > end;
    size = offset + length;
    if (line === null) continue;
    const expected = sequence + 1;
    if (isTorn && line.batch <= expected) continue;
    if (isTorn) throw new DamagedFileError(path, 'a line is damaged, and good lines follow it', { offset: end });
    if (line.sequence !== expected) {
      const what = `line ${line.sequence} stands where line ${expected} should`;
      throw new DamagedFileError(path, what, { offset: end });
    }
    take(line, offset);
    ({ sequence } = line);
    end = size;
  }
  if (sequence < marked) {
    const what = `line ${sequence + 1} was stored and is damaged or gone; the last line stored is ${marked}`;
    throw new DamagedFileError(path, what, { offset: end });
  }
  return { end, sequence, torn: size - end };
}

/** A line of a file, good or not, with where it starts and how long it is, in bytes, its line feed included. */
export interface ScannedLine {
  /** Null when it is not what was written, or has no line feed. */
  readonly line: FoundLine | null;
  readonly offset: number;
  readonly length: number;
}

/** Every line of a journal file from a line's start on, damaged ones too. A line is valid only until the next is asked for. */
export async function* linesOf(file: OpenFile, from = 0): AsyncGenerator<ScannedLine> {
  let rest: Uint8Array[] = [];
  let offset = from;
  for await (const chunk of chunksOf(file, from)) {
    let start = 0;
    for (let feed = chunk.indexOf(lineFeed); feed !== -1; feed = chunk.indexOf(lineFeed, start)) {
      const part = chunk.subarray(start, feed);
      const bytes = rest.length === 0 ? part : Buffer.concat([...rest, part]);
      yield { line: parseLine(bytes), offset, length: bytes.length + 1 };
      offset += bytes.length + 1;
      rest = [];
      start = feed + 1;
    }
    if (start < chunk.length) rest.push(chunk.slice(start));
  }
  const length = rest.reduce((sum, part) => sum + part.length, 0);
  if (length > 0) yield { line: null, offset, length };
}

/** The line of a journal file that starts at this byte, or null at the end of the file. */
export async function lineAt(file: OpenFile, offset: number): Promise<ScannedLine | null> {
  for await (const line of linesOf(file, offset)) return line;
  return null;
}

const lineFeed = 0x0a;
