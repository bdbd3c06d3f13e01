import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ledgerFile } from './contentFolders.ts';
import { parseLedger } from './ledger.ts';

/** The ledger of a project, or an empty one where there is none. @throws the file system's error when it cannot be read */
export async function readLedger(root: string): Promise<ReturnType<typeof parseLedger>> {
  try {
    return parseLedger(await readFile(join(root, ledgerFile), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return parseLedger('');
    throw error;
  }
}
