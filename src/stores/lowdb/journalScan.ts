import { DamagedFileError } from './errors.ts';
import { chunksOf } from './fileOperations.ts';
import type { OpenFile } from './fileOperations.ts';
import { parseLine } from './journalLines.ts';
import type { JournalLine } from './journalLines.ts';

/** What a journal file holds. */
export interface JournalExtent {
  /** Where the last good line ends, in bytes. */
  readonly end: number;
  /** The sequence of the last good line; 0 where there is none. */
  readonly sequence: number;
  /** How many bytes stand behind the last good line: a write that was torn before it was acknowledged. */
  readonly torn: number;
}

/**
 * Reads a journal from its start and hands every good line to `take`, in order.
 * A bad line is a torn write when nothing behind it was flushed later; otherwise it is damage.
 *
 * @throws DamagedFileError at the first line that once was whole and is not any more, or that does not follow the one before.
 */
export async function scanJournal(
  file: OpenFile,
  path: string,
  take: (line: JournalLine) => void,
): Promise<JournalExtent> {
  let end = 0;
  let sequence = 0;
  let size = 0;
  for await (const bytes of linesOf(file)) {
    const isTorn = size > end;
    const line = bytes.ended ? parseLine(bytes.line) : null;
    size += bytes.line.length + (bytes.ended ? 1 : 0);
    if (line === null) continue;
    const expected = sequence + 1;
    if (isTorn && line.batch <= expected) continue;
    if (isTorn) throw new DamagedFileError(path, 'a line is damaged, and good lines follow it', { offset: end });
    if (line.sequence !== expected) {
      const what = `line ${line.sequence} stands where line ${expected} should`;
      throw new DamagedFileError(path, what, { offset: end });
    }
    take(line);
    ({ sequence } = line);
    end = size;
  }
  return { end, sequence, torn: size - end };
}

/** The lines of a file without their line feeds; `ended` is false for a last one that has none. */
async function* linesOf(file: OpenFile): AsyncGenerator<{ readonly line: Uint8Array; readonly ended: boolean }> {
  let rest: Uint8Array[] = [];
  for await (const chunk of chunksOf(file)) {
    let start = 0;
    for (let feed = chunk.indexOf(lineFeed); feed !== -1; feed = chunk.indexOf(lineFeed, start)) {
      const part = chunk.subarray(start, feed);
      yield { line: rest.length === 0 ? part : Buffer.concat([...rest, part]), ended: true };
      rest = [];
      start = feed + 1;
    }
    if (start < chunk.length) rest.push(chunk.slice(start));
  }
  if (rest.length > 0) yield { line: Buffer.concat(rest), ended: false };
}

const lineFeed = 0x0a;
