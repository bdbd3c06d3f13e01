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

export function formatLine({ sequence, batch, json }: JournalLine): string {
  const body = `${sequence} ${batch} ${json}`;
  return `${checksum(body)} ${body}\n`;
}

/** @param bytes one line without its line feed. @returns null when it is not what was written. */
export function parseLine(bytes: Uint8Array): JournalLine | null {
  if (bytes.length < 14 || bytes[8] !== space) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text.toString('latin1', 0, 8) !== checksum(bytes.subarray(9))) return null;
  const sequenceEnd = text.indexOf(space, 9);
  const batchEnd = text.indexOf(space, sequenceEnd + 1);
  return {
    sequence: Number(text.toString('latin1', 9, sequenceEnd)),
    batch: Number(text.toString('latin1', sequenceEnd + 1, batchEnd)),
    json: text.toString('utf8', batchEnd + 1),
  };
}

const space = 0x20;

function checksum(body: string | Uint8Array): string {
  return crc32(body).toString(16).padStart(8, '0');
}
