import { join } from 'node:path';
import { unavailable } from './errors.ts';
import { readWhole, writeFully } from './fileOperations.ts';
import type { FileOperations } from './fileOperations.ts';

const content = 'can the store write and read\n';

/**
 * Makes a check of the disk under a folder: a small file is written, flushed, read back and removed.
 * Calls that come while one runs share its outcome, so that many askers cost the disk no more than one.
 *
 * @returns the check; it rejects with StoreUnavailableError when the disk cannot be read and written.
 */
export function diskProbe(files: FileOperations, folder: string): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= probe(files, join(folder, 'probe')).finally(() => (running = null));
    return running;
  };
}

async function probe(files: FileOperations, path: string): Promise<void> {
  try {
    const file = await files.open(path, 'replace');
    try {
      await writeFully(file, Buffer.from(content), 0);
      await file.datasync();
    } finally {
      await file.close();
    }
    if ((await readWhole(files, path)) !== content) throw new Error('what was written did not come back');
    await files.unlink(path);
  } catch (error) {
    throw unavailable('The store cannot read and write its folder', error);
  }
}
