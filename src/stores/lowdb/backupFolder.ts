import { createHash } from 'node:crypto';
import { dirname, join, resolve, sep } from 'node:path';
import { dataFiles } from './dataFolder.ts';
import type { DataFile } from './dataFolder.ts';
import type { Clock } from './environment.ts';
import { MaintenanceError } from './errors.ts';
import { chunksOf, copyBytes, openIfThere, writeFully } from './fileOperations.ts';
import type { FileOperations, OpenFile } from './fileOperations.ts';
import { readMark, replaceMark } from './journalMark.ts';
import { scanJournal } from './journalScan.ts';

/** What a backup holds, written into it last: a folder without it is no whole backup. */
export interface BackupManifest {
  readonly format: 1;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly files: readonly BackupFile[];
}

export interface BackupFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** How many lines a journal has; null for other files. */
  readonly lines: number | null;
}

export const manifestName = 'backup.json';

export interface BackupOptions {
  readonly files: FileOperations;
  readonly dataDir: string;
  /** A folder that is not there yet, or is empty; outside the data folder. */
  readonly target: string;
  readonly clock: Clock;
}

/**
 * Copies a data folder, a server running on it or not. It takes no lock and hinders nobody: journals only grow, so what is
 * copied of one is every whole line at that moment, all acknowledged ones among them; other files are replaced as a whole.
 * The copy grows beside the target and takes its name once it is whole and on the disk.
 *
 * @throws MaintenanceError when there is nothing to copy or no place for it; DamagedFileError at a damaged journal.
 */
export async function backUp({ files, dataDir, target, clock }: BackupOptions): Promise<BackupManifest> {
  const all = await dataFiles(files, dataDir);
  if (!all.some(({ kind }) => kind === 'journal'))
    throw new MaintenanceError(`${dataDir} is no data folder of Oppihetki.`);
  if (`${resolve(target)}${sep}`.startsWith(`${resolve(dataDir)}${sep}`))
    throw new MaintenanceError(`${target} is inside the data folder. Name a folder outside of it.`);
  if ((await files.listFolder(target)).length > 0)
    throw new MaintenanceError(`${target} is not empty. Name a folder that is not there yet.`);
  const growing = `${resolve(target)}.partial`;
  await files.removeFolder(growing);
  await files.makeFolder(growing);
  const copied: BackupFile[] = [];
  for (const file of all) {
    const copy = await copyInto(files, dataDir, growing, file);
    if (copy !== null) copied.push(copy);
  }
  const manifest: BackupManifest = { format: 1, createdAt: clock().toISOString(), files: copied };
  await writeWhole(files, join(growing, manifestName), Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  await files.syncFolder(growing);
  await files.rename(growing, resolve(target));
  await files.syncFolder(dirname(resolve(target)));
  return manifest;
}

/** Copies one file; null where it has gone meanwhile: an attachment that an erasure took. */
async function copyInto(
  files: FileOperations,
  dataDir: string,
  target: string,
  { name, kind }: DataFile,
): Promise<BackupFile | null> {
  const path = join(target, name);
  const marked = kind === 'journal' ? ((await readMark(files, join(dataDir, name))) ?? 0) : 0;
  const from = await openIfThere(files, join(dataDir, name), 'read');
  if (from === null) return null;
  try {
    await files.makeFolder(dirname(path));
    const extent = kind === 'journal' ? await scanJournal(from, join(dataDir, name), marked, () => {}) : null;
    const { bytes, sha256 } = await copyFile(files, from, path, extent?.end ?? Infinity);
    if (extent !== null) await replaceMark(files, path, extent.sequence);
    return { name, bytes, sha256, lines: extent?.sequence ?? null };
  } finally {
    await from.close();
  }
}

/** Copies an open file up to `end`, flushes the copy and reads it back. */
export async function copyFile(
  files: FileOperations,
  from: OpenFile,
  path: string,
  end = Infinity,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const to = await files.open(path, 'replace');
  try {
    const bytes = await copyBytes(from, to, { start: 0, end, position: 0 });
    await to.datasync();
    await files.syncFolder(dirname(path));
    return { bytes, sha256: await digestOf(to) };
  } finally {
    await to.close();
  }
}

/** SHA-256 of a file's content, hex. */
export async function digestOf(file: OpenFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(file)) hash.update(chunk);
  return hash.digest('hex');
}

async function writeWhole(files: FileOperations, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, 'replace');
  try {
    await writeFully(file, bytes, 0);
    await file.datasync();
  } finally {
    await file.close();
  }
}
