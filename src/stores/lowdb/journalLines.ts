import { crc32 } from 'node:zlib';

/**
 * A line of a journal: `<crc32> <sequence> <batch> <json>\n`.
 * - crc32: 8 hex digits over everything after the first space, without the line feed.
 * - sequence: 1 for the first line of the file, one more for every next.
 * - batch: the sequence of the first line that was written and flushed together with this one. That a line of a later batch
 *   stands behind proves that this one was on the disk once: it tells damage from a write that a power cut tore.
 */
export interface JournalLine {
  readonly sequence: number;
  readonly batch: number;
  readonly json: string;
}

/** A line as it is found in a file. */
export interface FoundLine {
  readonly sequence: number;
  readonly batch: number;
  /** The record as UTF-8, valid only until the next line is asked for. */
  readonly json: Buffer;
  /** Where the record's JSON starts, in bytes from the start of the line. */
  readonly jsonStart: number;
}

/** The bytes of a line, its line feed included. */
export function formatLine({ sequence, batch, json }: JournalLine): Buffer {
  const line = Buffer.from(`00000000 ${sequence} ${batch} ${json}\n`);
  line.write(checksum(line.subarray(9, -1)), 'latin1');
  return line;
}

/** @param bytes one line without its line feed. @returns null when it is not what was written. */
export function parseLine(bytes: Uint8Array): FoundLine | null {
  if (bytes.length < 14 || bytes[8] !== space) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text.toString('latin1', 0, 8) !== checksum(bytes.subarray(9))) return null;
  const sequenceEnd = text.indexOf(space, 9);
  const batchEnd = text.indexOf(space, sequenceEnd + 1);
  return {
    sequence: Number(text.toString('latin1', 9, sequenceEnd)),
    batch: Number(text.toString('latin1', sequenceEnd + 1, batchEnd)),
    json: text.subarray(batchEnd + 1),
    jsonStart: batchEnd + 1,
  };
}

/** How many bytes of a formatted line stand before its JSON: everything but the line feed behind it is ASCII. */
export function jsonStartOf({ sequence, batch }: JournalLine): number {
  return 11 + String(sequence).length + String(batch).length;
}

const space = 0x20;

function checksum(body: Uint8Array): string {
  return crc32(body).toString(16).padStart(8, '0');
}
