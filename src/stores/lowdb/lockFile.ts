import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import type { Clock } from './environment.ts';
import { StoreLockedError } from './errors.ts';
import { hasCode, openIfThere, readWhole, writeFully } from './fileOperations.ts';
import type { FileOperations, OpenFile } from './fileOperations.ts';
import { isRunning, ownIdentity } from './processIdentity.ts';
import type { ProcessIdentity } from './processIdentity.ts';
import { isRecord } from './shapes.ts';

/** How often the holder shows that it lives, and after how long without that a holder out of sight counts as gone. */
const beatMilliseconds = 5_000;
const silenceMilliseconds = 20_000;

export interface LockFileOptions {
  readonly files: FileOperations;
  readonly path: string;
  readonly clock: Clock;
  /** Told when the lock was lost to another process: this one has to end before it writes again. */
  readonly onFatal: (error: Error) => void;
}

export interface Lock {
  release(): Promise<void>;
}

/**
 * Keeps a second process out of the data folder. A lock whose process is gone is taken over: one of this machine and container
 * at once, as the system tells; one of another container or machine, or of the time before a restart of the machine, when it
 * has shown no life for 20 seconds.
 *
 * @throws StoreLockedError with who holds it and what to do.
 */
export async function takeLock(options: LockFileOptions): Promise<Lock> {
  const own = await ownIdentity();
  await removeIfGone(options, own);
  const text = JSON.stringify({ ...own, token: randomUUID() });
  const file = await create(options, text);
  const beat = setInterval(() => void showLife(options, file, text), beatMilliseconds).unref();
  return {
    async release() {
      clearInterval(beat);
      await file.close();
      if ((await readWhole(options.files, options.path)) === text) await options.files.unlink(options.path);
    },
  };
}

async function create({ files, path, clock }: LockFileOptions, text: string): Promise<OpenFile> {
  const file = await files.open(path, 'create').catch((error: unknown) => {
    throw hasCode(error, 'EEXIST') ? new StoreLockedError(`${path}: another process has just taken the lock`) : error;
  });
  try {
    await writeFully(file, Buffer.from(text), 0);
    await file.touch(clock());
    await files.syncFolder(dirname(path));
    return file;
  } catch (error) {
    await file.close();
    await files.unlink(path);
    throw error;
  }
}

/** Moves the lock aside before removing it, so that of two who find it stale one cannot remove the other's new one. */
async function removeIfGone(options: LockFileOptions, own: ProcessIdentity): Promise<void> {
  const { files, path } = options;
  const text = await readWhole(files, path);
  if (text === null) return;
  const refusal = await whyHeld(options, holderIn(text), own);
  if (refusal !== null) throw new StoreLockedError(refusal);
  const aside = `${path}.${randomUUID()}`;
  await files.rename(path, aside).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error;
  });
  const moved = await readWhole(files, aside);
  if (moved !== null && moved !== text) {
    await files.rename(aside, path);
    throw new StoreLockedError(`${path}: another process has just taken the lock`);
  }
  if (moved !== null) await files.unlink(aside);
}

/** Who holds the lock and what to do, or null when its holder is gone. */
async function whyHeld(
  { files, path, clock }: LockFileOptions,
  holder: ProcessIdentity | null,
  own: ProcessIdentity,
): Promise<string | null> {
  if (holder?.space === own.space) {
    if (!(await isRunning(holder, own))) return null;
    return `${path}: process ${holder.pid} uses this data folder. Stop it first, or set DATA_DIR to another folder.`;
  }
  const file = await openIfThere(files, path, 'read');
  if (file === null) return null;
  const silence = clock().getTime() - (await file.touchedAt().finally(() => file.close())).getTime();
  if (silence > silenceMilliseconds) return null;
  const who =
    holder === null ? 'a process' : `process ${holder.pid} of ${holder.host}, in another container or machine,`;
  const wait = Math.ceil(silenceMilliseconds / 1000);
  return `${path}: ${who} showed life in this data folder a moment ago. Stop it and start again after ${wait} seconds.`;
}

/** The process a lock names, or null when it names none: its maker died before it wrote, or is about to write. */
function holderIn(text: string): ProcessIdentity | null {
  try {
    const data: unknown = JSON.parse(text);
    const isIdentity = isRecord(data) && Number.isInteger(data['pid']) && typeof data['space'] === 'string';
    return isIdentity ? (data as unknown as ProcessIdentity) : null;
  } catch {
    return null;
  }
}

async function showLife({ files, path, clock, onFatal }: LockFileOptions, file: OpenFile, text: string): Promise<void> {
  try {
    await file.touch(clock());
    if ((await readWhole(files, path)) === text) return;
    onFatal(new StoreLockedError(`${path}: the lock is gone, or another process has taken it over`));
  } catch {
    // The disk does not answer: no write gets through either, and the next beat tries again.
  }
}
