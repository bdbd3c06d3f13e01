import { backUp, type BackupManifest } from '../stores/lowdb/backupFolder.ts';
import { type FolderView, lookInto } from '../stores/lowdb/lookInto.ts';
import { nodeFileOperations } from '../stores/lowdb/fileOperations.ts';
import { openLowdbStores, type Stores } from '../stores/lowdb/openStores.ts';
import { repairFolder, type RepairReport } from '../stores/lowdb/repairFolder.ts';
import { restore, type Restored } from '../stores/lowdb/restoreFolder.ts';
import { verifyBackup } from '../stores/lowdb/verifyBackup.ts';
import { type IndexedStores, openIndexed } from './openIndexed.ts';
import { dataDirOf, type Environment } from './config.ts';

export type { RepairReport } from '../stores/lowdb/repairFolder.ts';

/** What a maintainer does with a data folder from the command line, bound to the disk and the system's clock. */
export interface Maintenance {
  readonly dataDir: string;
  backUp(target: string): Promise<BackupManifest>;
  verify(backup: string): ReturnType<typeof verifyBackup>;
  restore(backup: string, replace: boolean): Promise<Restored>;
  repair(apply: boolean): Promise<RepairReport>;
  /** Opens the folder's store; it is in nobody else's use then. */
  open(): Promise<Stores>;
  /** People and the audit log as they are, a server running on the folder or not; nothing is changed. */
  look(): Promise<FolderView>;
  /** The same with the index of completions that a server would have after its start. */
  openIndexed(): Promise<IndexedStores>;
}

/**
 * @param env of the process: `DATA_DIR` names the folder, as it does for the server.
 * @param onFatal told when what is on the disk cannot be known any more: the process has to end.
 */
export function maintenanceOf(env: Environment, onFatal: (error: Error) => void): Maintenance {
  const dataDir = dataDirOf(env);
  const disk = { files: nodeFileOperations, dataDir, clock: () => new Date(), onFatal, logger: silent };
  return {
    dataDir,
    backUp: (target) => backUp({ ...disk, target }),
    verify: (backup) => verifyBackup(nodeFileOperations, backup),
    restore: (backup, replace) => restore({ ...disk, backup, replace }),
    repair: (apply) => repairFolder({ ...disk, apply }),
    open: () => openLowdbStores(disk),
    look: () => lookInto(nodeFileOperations, dataDir),
    openIndexed: () => openIndexed(disk, async (settings) => (await settings.idBase()) ?? ''),
  };
}

const silent = { info: () => {}, warn: () => {}, error: () => {} };
