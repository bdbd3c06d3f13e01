import { dirname } from 'node:path';
import { DamagedFileError } from './errors.ts';
import { copyBytes, writeFully } from './fileOperations.ts';
import type { FileOperations, OpenFile } from './fileOperations.ts';
import { formatLine } from './journalLines.ts';
import { lineAt } from './journalScan.ts';

/** A record's new JSON, or how to make it of the present one, which starts at byte `start` of the file. */
export type Rewrite = string | ((json: Buffer, start: number) => string);

/** Runs a flush whose failure leaves it open what is on the disk. */
export type GuardedFlush = (flush: () => Promise<void>) => Promise<void>;

/**
 * Writes a journal anew with other records in the place of some, and puts it in the old one's place.
 *
 * @param end where the last good line ends, in bytes.
 * @param changes how to change a record, by where its line starts.
 * @returns the new file, open, and where its last line ends. The old one, `from`, is still open.
 * @throws what the disk threw; up to the last flush the old file stands.
 */
export async function writeRewritten(
  { files, path }: { readonly files: FileOperations; readonly path: string },
  from: OpenFile,
  end: number,
  changes: ReadonlyMap<number, Rewrite>,
  guarded: GuardedFlush,
): Promise<{ readonly file: OpenFile; readonly end: number }> {
  const temporary = `${path}.tmp`;
  const file = await files.open(temporary, 'replace');
  try {
    const position = await copyChanged(path, from, file, end, changes);
    await guarded(() => file.datasync());
    await files.rename(temporary, path);
    await guarded(() => files.syncFolder(dirname(path)));
    return { file, end: position };
  } catch (error) {
    await file.close();
    await files.unlink(temporary).catch(() => {});
    throw error;
  }
}

async function copyChanged(
  path: string,
  from: OpenFile,
  to: OpenFile,
  end: number,
  changes: ReadonlyMap<number, Rewrite>,
): Promise<number> {
  let start = 0;
  let position = 0;
  for (const [offset, rewrite] of [...changes].sort(([one], [other]) => one - other)) {
    position += await copyBytes(from, to, { start, end: offset, position });
    const found = await lineAt(from, offset);
    if (found === null || found.line === null) throw new DamagedFileError(path, 'a line is damaged', { offset });
    const { sequence, batch, json, jsonStart } = found.line;
    const changed = typeof rewrite === 'string' ? rewrite : rewrite(json, offset + jsonStart);
    const bytes = formatLine({ sequence, batch, json: changed });
    await writeFully(to, bytes, position);
    position += bytes.length;
    start = offset + found.length;
  }
  return position + (await copyBytes(from, to, { start, end, position }));
}

/** The bytes of a file from `start` on, all `length` of them. */
export async function readSpan(file: OpenFile, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let count = 0;
  while (count < length) {
    const came = await file.read(bytes, count, length - count, start + count);
    if (came === 0) throw new Error(`the file ends before byte ${start + length}`);
    count += came;
  }
  return bytes;
}
