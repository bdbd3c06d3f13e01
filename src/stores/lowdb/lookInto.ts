import { join } from 'node:path';
import type { PeopleState } from '../../people/ports.ts';
import type { AuditEntry } from '../../reports/ports.ts';
import { MaintenanceError } from './errors.ts';
import { openIfThere } from './fileOperations.ts';
import type { FileOperations } from './fileOperations.ts';
import { scanJournal } from './journalScan.ts';
import { lastActive } from './lastActive.ts';
import { JsonPeopleStore } from './peopleStore.ts';

/** What of a data folder can be read beside the process that has it. */
export interface FolderView {
  readonly people: PeopleState;
  /** Every entry of the audit log, oldest first. */
  readonly audit: readonly AuditEntry[];
  /** When each person was last seen to do anything, by the person's id; see `lastActive`. */
  readonly lastActive: () => Promise<ReadonlyMap<string, string>>;
}

/**
 * Reads people and the audit log, a server running on the folder or not. It takes no lock and writes nothing: the one file is
 * only ever replaced as a whole, and of the other, which grows, every whole line is read.
 *
 * @throws MaintenanceError when there is nothing to read; DamagedFileError at a damaged file.
 */
export async function lookInto(files: FileOperations, dataDir: string): Promise<FolderView> {
  const file = await openIfThere(files, join(dataDir, 'audit.journal'), 'read');
  if (file === null)
    throw new MaintenanceError(
      `${dataDir} is no data folder of Oppihetki yet. Check DATA_DIR, or start the server once: it makes the folder.`,
    );
  const audit: AuditEntry[] = [];
  try {
    await scanJournal(file, join(dataDir, 'audit.journal'), 0, ({ json }) => {
      const entry = JSON.parse(json.toString('utf8')) as AuditEntry | null;
      if (entry !== null) audit.push(entry);
    });
  } finally {
    await file.close();
  }
  const people = await JsonPeopleStore.open({ files, path: join(dataDir, 'people.json'), onFatal: () => {} });
  return { people: await people.state(), audit, lastActive: () => lastActive(files, dataDir, audit) };
}
