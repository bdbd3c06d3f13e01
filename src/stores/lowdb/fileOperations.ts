import { mkdir, open, readdir, rename, rm, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** An open file. Positions and lengths are in bytes. */
export interface OpenFile {
  /** Writes from `buffer[offset]` at `position`; resolves to how many bytes went, which may be fewer than asked. */
  write(buffer: Uint8Array, offset: number, length: number, position: number): Promise<number>;
  /** Reads into `buffer[offset]` from `position`; resolves to how many bytes came, 0 at the end of the file. */
  read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<number>;
  truncate(length: number): Promise<void>;
  /** Resolves once everything written, and the file's length, is on the disk. Never to be retried when it fails. */
  datasync(): Promise<void>;
  /** Sets when the file was last touched. */
  touch(at: Date): Promise<void>;
  /** When the file was last touched. */
  touchedAt(): Promise<Date>;
  close(): Promise<void>;
}

/**
 * - `read`: an existing file, to read. `update`: an existing file, to read and write.
 * - `create`: a file that must not exist yet (EEXIST otherwise). `replace`: made where missing, emptied otherwise.
 */
export type OpenMode = 'read' | 'update' | 'create' | 'replace';

/** The few file operations the embedded store stands on, as a port: tests inject faults and crashes behind it. */
export interface FileOperations {
  /** Rejects with code ENOENT or EEXIST as `mode` says. New files are readable by their owner only. */
  open(path: string, mode: OpenMode): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** Makes a folder, and those above it, where missing; open to its owner only. */
  makeFolder(path: string): Promise<void>;
  /** Removes a folder with everything in it; one that is not there is no failure. */
  removeFolder(path: string): Promise<void>;
  /** The names in a folder, those of folders with a `/` behind them, in order; none where there is no such folder. */
  listFolder(path: string): Promise<readonly string[]>;
  /** Resolves once files made, renamed and removed in the folder are so on the disk too. */
  syncFolder(path: string): Promise<void>;
}

const flags: Readonly<Record<OpenMode, string>> = { read: 'r', update: 'r+', create: 'wx+', replace: 'w+' };

/** The operations on the real disk. */
export const nodeFileOperations: FileOperations = {
  open: async (path, mode) => openFile(await open(path, flags[mode], 0o600)),
  rename,
  unlink,
  makeFolder: async (path) => void (await mkdir(path, { recursive: true, mode: 0o700 })),
  removeFolder: (path) => rm(path, { recursive: true, force: true }),
  listFolder,
  syncFolder,
};

function openFile(handle: FileHandle): OpenFile {
  return {
    write: async (buffer, offset, length, position) =>
      (await handle.write(buffer, offset, length, position)).bytesWritten,
    read: async (buffer, offset, length, position) => (await handle.read(buffer, offset, length, position)).bytesRead,
    truncate: (length) => handle.truncate(length),
    datasync: () => handle.datasync(),
    touch: (at) => handle.utimes(at, at),
    touchedAt: async () => (await handle.stat()).mtime,
    close: () => handle.close(),
  };
}

async function listFolder(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Windows, where only the authors' preview runs, cannot open a folder to flush it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes all of `bytes` at `position`, in as many writes as the disk takes. */
export async function writeFully(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const count = await file.write(bytes, written, bytes.length - written, position + written);
    if (count === 0) throw new Error('the disk took no bytes');
    written += count;
  }
}

/** The chunks of a file from `start`, up to `end` where given. A chunk is valid only until the next is asked for. */
export async function* chunksOf(file: OpenFile, start = 0, end = Infinity): AsyncGenerator<Uint8Array> {
  const chunk = new Uint8Array(256 * 1024);
  let position = start;
  while (position < end) {
    const count = await file.read(chunk, 0, Math.min(chunk.length, end - position), position);
    if (count === 0) return;
    position += count;
    yield chunk.subarray(0, count);
  }
}

/** Copies the bytes of one file from `start` to before `end` into another, at `position`; resolves to how many came. */
export async function copyBytes(
  from: OpenFile,
  to: OpenFile,
  { start, end, position }: { readonly start: number; readonly end: number; readonly position: number },
): Promise<number> {
  let copied = 0;
  for await (const chunk of chunksOf(from, start, end)) {
    await writeFully(to, chunk, position + copied);
    copied += chunk.length;
  }
  return copied;
}

/** Everything a file holds, or null where there is no such file. */
export async function readWhole(files: FileOperations, path: string): Promise<string | null> {
  const file = await openIfThere(files, path, 'read');
  if (file === null) return null;
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of chunksOf(file)) chunks.push(chunk.slice());
    return Buffer.concat(chunks).toString('utf8');
  } finally {
    await file.close();
  }
}

/** The file, or null where there is none; every other failure travels up. */
export async function openIfThere(
  files: FileOperations,
  path: string,
  mode: 'read' | 'update',
): Promise<OpenFile | null> {
  try {
    return await files.open(path, mode);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Whether an error is the operating system's `code`, such as ENOENT. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
