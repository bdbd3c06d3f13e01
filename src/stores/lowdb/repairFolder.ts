import { join } from 'node:path';
import { dataFiles } from './dataFolder.ts';
import type { Clock } from './environment.ts';
import { readWhole } from './fileOperations.ts';
import type { FileOperations } from './fileOperations.ts';
import { takeLock } from './lockFile.ts';
import { examineJournal, repairJournal } from './repairJournal.ts';
import type { Damage } from './repairJournal.ts';

export interface RepairOptions {
  readonly files: FileOperations;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly onFatal: (error: Error) => void;
  /** Whether to write the repaired journals; without it nothing is changed. */
  readonly apply: boolean;
}

export interface RepairReport {
  readonly journals: readonly {
    readonly name: string;
    readonly damage: readonly Damage[];
    readonly isMarkDamaged: boolean;
    /** How many lines are whole, where there is damage. */
    readonly whole: number;
    /** Where the damaged file was kept, or null where nothing was changed. */
    readonly aside: string | null;
  }[];
  /** Other files that cannot be read: only a backup brings them back. */
  readonly unreadable: readonly string[];
}

/**
 * Looks for damage in a data folder that is in nobody's use, and mends journals where that is asked for.
 *
 * @throws StoreLockedError when a server runs on it.
 */
export async function repairFolder({ files, dataDir, clock, onFatal, apply }: RepairOptions): Promise<RepairReport> {
  const lock = await takeLock({ files, path: join(dataDir, 'lock'), clock, onFatal });
  try {
    const all = await dataFiles(files, dataDir);
    const journals: RepairReport['journals'][number][] = [];
    for (const name of await journalNames(files, dataDir)) {
      const examination = await examineJournal(files, join(dataDir, name));
      const { damage, isMarkDamaged, whole } = examination;
      const aside = `${join(dataDir, name)}.damaged-${clock().toISOString().replaceAll(/[:.]/g, '-')}`;
      const isMended = apply && (damage.length > 0 || isMarkDamaged);
      if (isMended) await repairJournal(files, examination, aside);
      journals.push({ name, damage, isMarkDamaged, whole, aside: isMended ? aside : null });
    }
    const documents = all.filter(({ name }) => name.endsWith('.json')).map(({ name }) => name);
    const unreadable: string[] = [];
    for (const name of documents) if (!isJson(await readWhole(files, join(dataDir, name)))) unreadable.push(name);
    return { journals, unreadable };
  } finally {
    await lock.release();
  }
}

/** Journals that are there, and those of which only the mark is left. */
async function journalNames(files: FileOperations, dataDir: string): Promise<readonly string[]> {
  const names = await files.listFolder(dataDir);
  const known = names.filter((name) => /\.journal(?:\.mark)?$/.test(name));
  return [...new Set(known.map((name) => name.replace(/\.mark$/, '')))];
}

function isJson(text: string | null): boolean {
  try {
    JSON.parse(text ?? '');
    return true;
  } catch {
    return false;
  }
}
