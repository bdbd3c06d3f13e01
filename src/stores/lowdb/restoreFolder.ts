import { dirname, join } from 'node:path';
import type { Person } from '../../people/ports.ts';
import { forgetNames, isForgotten } from '../../people/privacy/forget.ts';
import { withPublicKeysOf } from '../../reports/certificates/keys.ts';
import type { CertificateKeys } from '../../reports/ports.ts';
import { accountActor, actorKey } from '../../xapi/actors.ts';
import { copyFile } from './backupFolder.ts';
import type { BackupManifest } from './backupFolder.ts';
import { isKeyFile } from './certificateKeyStore.ts';
import { DamagedFileError, MaintenanceError } from './errors.ts';
import { openIfThere, readWhole } from './fileOperations.ts';
import type { FileOperations } from './fileOperations.ts';
import { restoringOf } from './halfRestored.ts';
import { replaceMark } from './journalMark.ts';
import { takeLock } from './lockFile.ts';
import { openLowdbStores } from './openStores.ts';
import type { OpenOptions } from './openStores.ts';
import { JsonPeopleStore } from './peopleStore.ts';
import { isTombstones } from './tombstones.ts';
import type { TombstoneData } from './tombstones.ts';
import { verifyBackup } from './verifyBackup.ts';

export interface RestoreOptions extends OpenOptions {
  readonly files: FileOperations;
  readonly backup: string;
  /** Whether a data folder that is there may be put aside. */
  readonly replace: boolean;
}

export interface Restored {
  readonly manifest: BackupManifest;
  /** Where the old data folder lies now, or null where there was none. */
  readonly aside: string | null;
}

/**
 * Puts a backup in the place of the data folder. The backup is verified, copied beside the folder, opened once, and whoever was
 * erased since it was made is erased in it again; only then the folders change places. Killed before that, the old folder
 * stands; killed between the two renames, no store opens until the restore is run again.
 *
 * @throws MaintenanceError when the backup is not whole or the folder may not be replaced, StoreLockedError when it is in use.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { files, backup, dataDir, clock, replace, onFatal } = options;
  const { manifest, problems } = await verifyBackup(files, backup);
  if (problems.length > 0) throw new MaintenanceError(`The backup is damaged:\n${problems.join('\n')}`);
  const isThere = (await files.listFolder(dataDir)).length > 0;
  if (isThere && !replace)
    throw new MaintenanceError(
      `${dataDir} holds data. Run again with --replace to put it aside and restore the backup.`,
    );
  const lock = isThere ? await takeLock({ files, path: join(dataDir, 'lock'), clock, onFatal }) : null;
  try {
    const restoring = restoringOf(dataDir);
    await copyBackup(files, backup, restoring, manifest);
    const live = {
      tombstones: await tombstonesIn(files, dataDir),
      keys: await keysIn(files, dataDir),
      forgotten: await forgottenIn(options),
    };
    await takeOver({ ...options, dataDir: restoring }, live);
    const aside = isThere ? `${dataDir}.before-${clock().toISOString().replaceAll(/[:.]/g, '-')}` : null;
    if (aside !== null) await files.rename(dataDir, aside);
    await files.rename(restoring, dataDir);
    await files.syncFolder(dirname(dataDir));
    if (aside !== null) await files.unlink(join(aside, 'lock'));
    return { manifest, aside };
  } finally {
    await lock?.release();
  }
}

async function copyBackup(
  files: FileOperations,
  backup: string,
  target: string,
  manifest: BackupManifest,
): Promise<void> {
  await files.removeFolder(target);
  await files.makeFolder(target);
  for (const { name, sha256, lines } of manifest.files) {
    const path = join(target, name);
    await files.makeFolder(dirname(path));
    const from = await openIfThere(files, join(backup, name), 'read');
    if (from === null) throw new MaintenanceError(`${name} has gone from the backup.`);
    const copied = await copyFile(files, from, path).finally(() => from.close());
    if (copied.sha256 !== sha256) throw new MaintenanceError(`${name} changed while it was copied.`);
    if (lines !== null) await replaceMark(files, path, lines);
  }
}

/** What of a folder outlives it in the backup that takes its place. */
interface Live {
  readonly tombstones: TombstoneData | null;
  readonly keys: CertificateKeys | null;
  /** Of whom it is forgotten who they are. */
  readonly forgotten: readonly Person[];
}

/**
 * Opens the restored folder, which shows that it is whole, erases whom the live folder's tombstones or its own name, forgets
 * whose names the live folder has forgotten, and adds its public keys: certificates given since the backup stay genuine.
 */
async function takeOver(options: OpenOptions, live: Live): Promise<void> {
  const { settings, erasure, tombstones, people, sessions, certificateKeys, close } = await openLowdbStores(options);
  try {
    const { keys } = live;
    if (keys !== null)
      await certificateKeys.change((present) =>
        present === null ? keys : withPublicKeysOf(present, keys, options.clock),
      );
    if (live.tombstones !== null) await tombstones.merge(live.tombstones);
    const idBase = (await settings.idBase()) ?? '';
    await erasure.eraseReturned(
      (personId) => actorKey(accountActor(idBase, personId))!,
      (agent) => tombstones.holdsAgent(agent),
    );
    const forgotten = live.forgotten.map(({ id }) => id);
    if (forgotten.length > 0) await forgetNames({ people, sessions }, forgotten, options.clock());
  } finally {
    await close();
  }
}

async function tombstonesIn(files: FileOperations, dataDir: string): Promise<TombstoneData | null> {
  const path = join(dataDir, 'tombstones.json');
  const text = await readWhole(files, path);
  if (text === null) return null;
  const data: unknown = JSON.parse(text);
  if (!isTombstones(data))
    throw new MaintenanceError(`${path} is damaged. Who was erased is not known: restore by hand.`);
  return data;
}

/** Whose names a folder has forgotten; nobody's where its people cannot be read: they are lost anyway. */
async function forgottenIn({ files, dataDir, onFatal }: RestoreOptions): Promise<readonly Person[]> {
  try {
    const people = await JsonPeopleStore.open({ files, path: join(dataDir, 'people.json'), onFatal });
    return (await people.people()).filter(isForgotten);
  } catch (error) {
    if (error instanceof DamagedFileError) return [];
    throw error;
  }
}

/** The keys of a folder; null where it has none, or where they are damaged and so lost anyway. */
async function keysIn(files: FileOperations, dataDir: string): Promise<CertificateKeys | null> {
  const text = await readWhole(files, join(dataDir, 'certificate-keys.json'));
  try {
    const data: unknown = JSON.parse(text ?? 'null');
    return isKeyFile(data) ? data.keys : null;
  } catch {
    return null;
  }
}
