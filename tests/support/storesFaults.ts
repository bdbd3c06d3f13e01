import { basename } from 'node:path';
import type { FileOperations, OpenFile } from '../../src/stores/lowdb/fileOperations.ts';

/** An operation the store asked of the disk. */
export interface Operation {
  readonly name: keyof OpenFile | keyof FileOperations;
  readonly path: string;
}

/** What goes wrong with an operation: an error, or a write that takes only some of the bytes. */
export type Fault = 'EIO' | 'ENOSPC' | 'EMFILE' | { readonly shortWrite: number };

/** Decides on an operation before it is done: at once, or when the test lets it go on. */
export type FaultOf = (operation: Operation) => Fault | null | Promise<null>;

/** A disk whose faults a test decides on, operation by operation. */
export function faultyFiles(real: FileOperations, faultOf: FaultOf): FileOperations {
  const asked = async <T>(operation: Operation, work: () => Promise<T>): Promise<T> => {
    const fault = await faultOf(operation);
    if (typeof fault === 'string') throw diskError(fault, operation);
    return work();
  };
  const openFile = (file: OpenFile, path: string): OpenFile => ({
    write: async (buffer, offset, length, position) => {
      const fault = await faultOf({ name: 'write', path });
      if (typeof fault === 'string') throw diskError(fault, { name: 'write', path });
      return file.write(buffer, offset, fault === null ? length : Math.min(length, fault.shortWrite), position);
    },
    read: (...args) => asked({ name: 'read', path }, () => file.read(...args)),
    truncate: (length) => asked({ name: 'truncate', path }, () => file.truncate(length)),
    datasync: () => asked({ name: 'datasync', path }, () => file.datasync()),
    touch: (at) => asked({ name: 'touch', path }, () => file.touch(at)),
    touchedAt: () => asked({ name: 'touchedAt', path }, () => file.touchedAt()),
    close: () => file.close(),
  });
  return {
    open: (path, mode) => asked({ name: 'open', path }, async () => openFile(await real.open(path, mode), path)),
    rename: (from, to) => asked({ name: 'rename', path: to }, () => real.rename(from, to)),
    unlink: (path) => asked({ name: 'unlink', path }, () => real.unlink(path)),
    removeFolder: (path) => asked({ name: 'removeFolder', path }, () => real.removeFolder(path)),
    listFolder: (path) => asked({ name: 'listFolder', path }, () => real.listFolder(path)),
    makeFolder: (path) => asked({ name: 'makeFolder', path }, () => real.makeFolder(path)),
    syncFolder: (path) => asked({ name: 'syncFolder', path }, () => real.syncFolder(path)),
  };
}

function diskError(code: string, { name, path }: Operation): Error {
  return Object.assign(new Error(`${code}: ${name} '${path}'`), { code });
}

/** The fault at the n-th (from 1) operation of this name on the file, `times` times. */
export function faultAt(
  name: Operation['name'],
  file: string,
  nth: number,
  fault: Fault,
  times = 1,
): (operation: Operation) => Fault | null {
  let count = 0;
  return (operation) => {
    if (operation.name !== name || basename(operation.path) !== file) return null;
    count += 1;
    return count >= nth && count < nth + times ? fault : null;
  };
}
