import { inflateSync } from 'node:zlib';

const headerBytes = 44;
const entryBytes = 20;

/**
 * The font inside a WOFF 1.0 file (W3C, WOFF File Format 1.0, 3–5), its tables unpacked once: the library that draws would
 * unpack them anew for every letter.
 */
export function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const entries = Array.from({ length: count }, (_, index) => entryAt(woff, headerBytes + index * entryBytes));
  const head = Buffer.alloc(12 + count * 16);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const searched = 2 ** Math.floor(Math.log2(count));
  head.writeUInt16BE(searched * 16, 6);
  head.writeUInt16BE(Math.log2(searched), 8);
  head.writeUInt16BE((count - searched) * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [index, { tag, checksum, table }] of entries.entries()) {
    const at = 12 + index * 16;
    head.write(tag, at, 'latin1');
    for (const [place, value] of [checksum, offset, table.length].entries())
      head.writeUInt32BE(value, at + 4 + place * 4);
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

function entryAt(
  woff: Buffer,
  at: number,
): { readonly tag: string; readonly checksum: number; readonly table: Buffer } {
  const [offset, packed, length, checksum] = [4, 8, 12, 16].map((place) => woff.readUInt32BE(at + place)) as [
    number,
    number,
    number,
    number,
  ];
  const bytes = woff.subarray(offset, offset + packed);
  const table = packed < length ? inflateSync(bytes) : bytes;
  return { tag: woff.toString('latin1', at, at + 4), checksum, table };
}
