import { MaintenanceError } from './errors.ts';
import type { FileOperations } from './fileOperations.ts';

/** @throws MaintenanceError where a restore was cut short and left no data folder: a start would begin with an empty one. */
export async function refuseHalfRestored(files: FileOperations, dataDir: string): Promise<void> {
  if ((await files.listFolder(dataDir)).length > 0) return;
  const restoring = restoringOf(dataDir);
  if ((await files.listFolder(restoring)).length === 0) return;
  throw new MaintenanceError(
    `A restore of ${dataDir} was cut short. Run it again; or remove ${restoring} to begin with an empty store.`,
  );
}

/** Where a restored folder grows, beside the data folder. */
export function restoringOf(dataDir: string): string {
  return `${dataDir}.restoring`;
}
