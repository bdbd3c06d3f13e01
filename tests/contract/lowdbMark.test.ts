import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type FileOperations, nodeFileOperations } from '../../src/stores/lowdb/fileOperations.ts';
import { JournalMark, markOf, readMark, replaceMark } from '../../src/stores/lowdb/journalMark.ts';
import { temporaryFolder } from '../support/stores.ts';
import { faultAt, faultyFiles } from '../support/storesFaults.ts';

/** A disk that counts which files are open. */
function counted(real: FileOperations, open: Set<object>): FileOperations {
  return {
    ...real,
    open: async (path, mode) => {
      const file = await real.open(path, mode);
      open.add(file);
      const close = async () => {
        open.delete(file);
        await file.close();
      };
      return { ...file, close };
    },
  };
}

it.each([
  ['write', 4],
  ['write', null],
  ['datasync', null],
] as const)(
  'a mark whose first %s fails leaves no file open, and what it named before stands: %s',
  async (name, before) => {
    const folder = await temporaryFolder();
    onTestFinished(() => folder.remove());
    const path = join(folder.path, 'statements.journal');
    if (before !== null) await replaceMark(nodeFileOperations, path, before);
    const open = new Set<object>();
    const file = basename(markOf(path)) + (before === null ? '.tmp' : '');
    const files = faultyFiles(counted(nodeFileOperations, open), faultAt(name, file, 1, 'EIO'));
    await expect(JournalMark.open({ files, path, onFatal: () => {} }, 7)).rejects.toMatchObject({ code: 'EIO' });
    expect(open.size).toBe(0);
    expect(await readMark(nodeFileOperations, path)).toBe(before);
  },
);
