import { join } from 'node:path';
import { digestOf, manifestName } from './backupFolder.ts';
import type { BackupFile, BackupManifest } from './backupFolder.ts';
import { MaintenanceError } from './errors.ts';
import { openIfThere, readWhole } from './fileOperations.ts';
import type { FileOperations } from './fileOperations.ts';
import { scanJournal } from './journalScan.ts';
import { isListOfRecords, isRecord } from './shapes.ts';

/**
 * Reads a backup whole and compares it with its manifest.
 *
 * @returns the manifest, and what is wrong, a sentence each: none for a backup that can be restored.
 * @throws MaintenanceError when the folder holds no whole backup at all.
 */
export async function verifyBackup(
  files: FileOperations,
  backup: string,
): Promise<{ readonly manifest: BackupManifest; readonly problems: readonly string[] }> {
  const manifest = await readManifest(files, backup);
  const problems: string[] = [];
  for (const file of manifest.files) {
    const problem = await problemOf(files, backup, file);
    if (problem !== null) problems.push(`${file.name}: ${problem}`);
  }
  return { manifest, problems };
}

async function problemOf(files: FileOperations, backup: string, expected: BackupFile): Promise<string | null> {
  const path = join(backup, expected.name);
  const file = await openIfThere(files, path, 'read');
  if (file === null) return 'the file is missing';
  try {
    if ((await digestOf(file)) !== expected.sha256) return 'the file is not what was backed up';
    if (expected.lines !== null) await scanJournal(file, path, expected.lines, () => {});
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await file.close();
  }
}

async function readManifest(files: FileOperations, backup: string): Promise<BackupManifest> {
  const text = await readWhole(files, join(backup, manifestName));
  if (text === null) throw new MaintenanceError(`${backup} holds no whole backup: there is no ${manifestName} in it.`);
  try {
    const data: unknown = JSON.parse(text);
    const isManifest = isRecord(data) && data['format'] === 1 && isListOfRecords(data['files'], ['name', 'sha256']);
    if (isManifest && (data['files'] as { name: string }[]).every(({ name }) => isInside(name)))
      return data as unknown as BackupManifest;
  } catch {
    // Said below, with what to do.
  }
  throw new MaintenanceError(`${join(backup, manifestName)} is damaged. Take another backup.`);
}

/** A manifest from elsewhere names no file outside of its folder. */
function isInside(name: string): boolean {
  return !name.startsWith('/') && !name.split(/[/\\]/).includes('..');
}
