import { dirname } from 'node:path';
import { type DocumentChange, formatChange } from './documentChanges.ts';
import { hasCode } from './fileOperations.ts';
import type { FileOperations } from './fileOperations.ts';
import { Journal } from './journal.ts';
import type { JournalOptions } from './journal.ts';
import { markOf, replaceMark } from './journalMark.ts';

/** A journal is written anew when its records take at least so many bytes, and no more than this share of them counts. */
export interface CompactionLimits {
  readonly bytes: number;
  readonly share: number;
}

const usualLimits: CompactionLimits = { bytes: 1_000_000, share: 0.5 };

/** How many changes are appended before their flush is waited for. */
const batchSize = 1_000;

interface Compactable {
  readonly journal: Journal;
  readonly index: { readonly bytes: number; changes(): Iterable<DocumentChange> };
  /** How many bytes the records of the journal take. */
  readonly bytes: number;
}

/**
 * Writes a journal of documents anew with only what still counts, when that is little of it. The new file is on the disk
 * before it takes the old one's place, and the old one's mark is lowered before that: a kill at any moment leaves one
 * journal that opens, with all documents. Where the disk refuses, the old one stands, and the next opening tries again.
 *
 * @returns whether the journal was closed for it, and is to be opened again.
 */
export async function compactDocuments(
  options: Omit<JournalOptions, 'replay'>,
  { journal, index, bytes }: Compactable,
  limits = usualLimits,
): Promise<boolean> {
  await removeLeftovers(options);
  if (bytes < limits.bytes || index.bytes > bytes * limits.share) return false;
  await journal.close();
  await replaceJournal(options, index.changes()).catch(() => removeLeftovers(options));
  return true;
}

async function replaceJournal(
  { files, path, onFatal }: Omit<JournalOptions, 'replay'>,
  changes: Iterable<DocumentChange>,
): Promise<void> {
  const lines = await writeJournal({ files, path: temporaryOf(path), onFatal }, changes);
  await replaceMark(files, path, lines);
  await files.rename(temporaryOf(path), path);
  await files.syncFolder(dirname(path));
  await removeFile(files, markOf(temporaryOf(path)));
}

/** @returns how many lines were written, all of them on the disk. */
async function writeJournal(
  options: Omit<JournalOptions, 'replay'>,
  changes: Iterable<DocumentChange>,
): Promise<number> {
  const journal = await Journal.open({ ...options, replay: () => {} });
  let lines = 0;
  try {
    const waiting: Promise<void>[] = [];
    for (const change of changes) {
      lines += 1;
      waiting.push(journal.append(formatChange(change)));
      if (waiting.length === batchSize) await Promise.all(waiting.splice(0));
    }
    await Promise.all(waiting);
    return lines;
  } finally {
    await journal.close();
  }
}

/** A new journal that was not finished holds documents too, perhaps of somebody who is erased since. */
async function removeLeftovers({ files, path }: Omit<JournalOptions, 'replay'>): Promise<void> {
  await removeFile(files, temporaryOf(path));
  await removeFile(files, markOf(temporaryOf(path)));
}

async function removeFile(files: FileOperations, path: string): Promise<void> {
  await files.unlink(path).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error;
  });
}

function temporaryOf(path: string): string {
  return `${path}.compact`;
}
