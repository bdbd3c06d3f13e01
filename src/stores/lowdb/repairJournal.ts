import { dirname } from 'node:path';
import { copyFile } from './backupFolder.ts';
import { DamagedFileError } from './errors.ts';
import { copyBytes, openIfThere, writeFully } from './fileOperations.ts';
import type { FileOperations, OpenFile } from './fileOperations.ts';
import { formatLine } from './journalLines.ts';
import { readMark, replaceMark } from './journalMark.ts';
import { linesOf, scanJournal } from './journalScan.ts';

/** A stretch of a journal that is not what was written, or is gone. */
export interface Damage {
  /** Where it starts, and how many bytes of the file it takes: 0 where the lines are gone. */
  readonly offset: number;
  readonly bytes: number;
  /** The first and the last line lost; null where bytes stand that never were a line of their own. */
  readonly lines: { readonly first: number; readonly last: number } | null;
}

/** A stretch of good lines, in bytes. */
interface Kept {
  readonly start: number;
  readonly end: number;
}

export interface Examination {
  readonly path: string;
  readonly damage: readonly Damage[];
  /** Whether its mark cannot be read: then nobody knows whether lines at its end are lost. */
  readonly isMarkDamaged: boolean;
  /** How many lines are whole. */
  readonly whole: number;
  /** Good stretches and damage in the order of the file. */
  readonly pieces: readonly (Kept | Damage)[];
  /** The last line that is or was in the file. */
  readonly last: number;
}

/**
 * Looks through a journal that is in nobody's use and tells what is damaged. Changes nothing.
 *
 * @returns without damage for a journal that opens, and for one that is not there and has no mark.
 */
export async function examineJournal(files: FileOperations, path: string): Promise<Examination> {
  const marked = await markedIn(files, path);
  const file = await openIfThere(files, path, 'read');
  try {
    if (file !== null && marked !== null && (await isWhole(file, path, marked))) {
      return { path, damage: [], isMarkDamaged: false, whole: 0, pieces: [], last: 0 };
    }
    const pieces = file === null ? [] : await piecesOf(file);
    return examined(path, pieces, marked);
  } finally {
    await file?.close();
  }
}

/**
 * Writes a journal anew with what is whole, an empty line in the place of each that is lost, so that the numbers of the
 * others stay. The damaged file is copied aside first; a kill at any moment leaves the old journal or the new one.
 *
 * @param aside where the damaged file is to be kept.
 */
export async function repairJournal(files: FileOperations, examination: Examination, aside: string): Promise<void> {
  const { path, pieces, last } = examination;
  const from = await openIfThere(files, path, 'read');
  const temporary = `${path}.tmp`;
  const to = await files.open(temporary, 'replace');
  try {
    if (from !== null) await copyFile(files, from, aside);
    let position = 0;
    for (const piece of pieces) {
      if ('end' in piece && from !== null) position += await copyBytes(from, to, { ...piece, position });
      if ('bytes' in piece) position += await writeLost(to, piece, position);
    }
    await to.datasync();
    await files.rename(temporary, path);
    await files.syncFolder(dirname(path));
    await replaceMark(files, path, last);
  } finally {
    await to.close();
    await from?.close();
  }
}

async function writeLost(to: OpenFile, { lines }: Damage, position: number): Promise<number> {
  if (lines === null) return 0;
  const numbers = Array.from({ length: lines.last - lines.first + 1 }, (_, index) => lines.first + index);
  const bytes = Buffer.concat(numbers.map((sequence) => formatLine({ sequence, batch: sequence, json: 'null' })));
  await writeFully(to, bytes, position);
  return bytes.length;
}

/** A mark that cannot be read says nothing: null. */
async function markedIn(files: FileOperations, path: string): Promise<number | null> {
  try {
    return (await readMark(files, path)) ?? 0;
  } catch (error) {
    if (error instanceof DamagedFileError) return null;
    throw error;
  }
}

async function isWhole(file: OpenFile, path: string, marked: number): Promise<boolean> {
  try {
    await scanJournal(file, path, marked, () => {});
    return true;
  } catch (error) {
    if (error instanceof DamagedFileError) return false;
    throw error;
  }
}

interface GoodLines extends Kept {
  readonly first: number;
  readonly last: number;
}

/** The stretches of good lines with rising numbers; what stands between them is damage. */
async function piecesOf(file: OpenFile): Promise<readonly GoodLines[]> {
  const stretches: GoodLines[] = [];
  for await (const { line, offset, length } of linesOf(file)) {
    const before = stretches.at(-1);
    const last = before?.last ?? 0;
    if (line === null || line.sequence <= last) continue;
    const end = offset + length;
    if (before !== undefined && before.end === offset && line.sequence === last + 1) {
      stretches[stretches.length - 1] = { ...before, end, last: line.sequence };
    } else stretches.push({ start: offset, end, first: line.sequence, last: line.sequence });
  }
  return stretches;
}

function examined(path: string, stretches: readonly GoodLines[], marked: number | null): Examination {
  const pieces: (Kept | Damage)[] = [];
  let end = 0;
  let last = 0;
  for (const stretch of stretches) {
    const bytes = stretch.start - end;
    const lines = stretch.first > last + 1 ? { first: last + 1, last: stretch.first - 1 } : null;
    if (bytes > 0 || lines !== null) pieces.push({ offset: end, bytes, lines });
    pieces.push({ start: stretch.start, end: stretch.end });
    ({ end, last } = stretch);
  }
  if (marked !== null && marked > last)
    pieces.push({ offset: end, bytes: 0, lines: { first: last + 1, last: marked } });
  const damage = pieces.filter((piece) => 'bytes' in piece);
  const whole = stretches.reduce((sum, stretch) => sum + stretch.last - stretch.first + 1, 0);
  return { path, damage, isMarkDamaged: marked === null, whole, pieces, last: Math.max(last, marked ?? 0) };
}
