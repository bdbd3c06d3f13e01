import { spawnSync } from 'node:child_process';
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import { ownIdentity } from '../../src/stores/lowdb/processIdentity.ts';
import type { ProcessIdentity } from '../../src/stores/lowdb/processIdentity.ts';
import { openOptions, temporaryFolder } from '../support/stores.ts';
import { statement } from '../support/storesStatements.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let dataDir: string;
let lock: string;
const now = '2026-03-02T07:00:00.000Z';

beforeEach(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder.path, 'data');
  lock = join(dataDir, 'lock');
});
afterEach(() => folder.remove());

/** Leaves a lock as another process would, last touched so many seconds ago. */
async function leaveLock(text: string, secondsAgo = 0): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(lock, text);
  const touched = new Date(Date.parse(now) - secondsAgo * 1000);
  await utimes(lock, touched, touched);
}
async function identityText(changes: Partial<ProcessIdentity>): Promise<string> {
  return JSON.stringify({ ...(await ownIdentity()), ...changes });
}
const openOnce = async () => (await openLowdbStores(openOptions(dataDir))).close();

describe('the lock', () => {
  it('keeps a second process out, which ends with the number of the first and changes nothing', async () => {
    const stores = await openLowdbStores(openOptions(dataDir));
    await stores.statements.append([statement(1)]);
    const before = await readFile(join(dataDir, 'statements.journal'));
    const writer = fileURLToPath(new URL('../support/storesWriter.ts', import.meta.url));
    const second = spawnSync(process.execPath, [writer, dataDir, '1', '1'], { encoding: 'utf8' });
    expect(second.status).not.toBe(0);
    expect(second.stderr).toContain(`process ${process.pid} uses this data folder`);
    expect(await readFile(join(dataDir, 'statements.journal'))).toEqual(before);
    await stores.close();
  });

  it('keeps the same process from opening the folder twice', async () => {
    const stores = await openLowdbStores(openOptions(dataDir));
    await expect(openOnce()).rejects.toMatchObject({ code: 'store_locked' });
    await stores.close();
    await openOnce();
  });

  it('of a process that does not run any more is taken over', async () => {
    await leaveLock(await identityText({ pid: 2 ** 22 + 1 }));
    await openOnce();
  });

  it.runIf(process.platform === 'linux')('of an earlier process with the same number is taken over', async () => {
    await leaveLock(await identityText({ started: '1' }));
    await openOnce();
    await leaveLock(await identityText({ pid: 1, started: 'another' }));
    await openOnce();
  });

  it('of another container or machine is held while it shows life, and taken over after', async () => {
    const elsewhere = await identityText({ pid: 1, space: 'elsewhere', host: 'palvelin-2' });
    await leaveLock(elsewhere, 19);
    await expect(openOnce()).rejects.toThrow('process 1 of palvelin-2');
    await leaveLock(elsewhere, 21);
    await openOnce();
  });

  it.each(['', '{"pid":', '[]'])(
    'that was not written whole is held only as long as its maker may be at it: %j',
    async (text) => {
      await leaveLock(text, 1);
      await expect(openOnce()).rejects.toMatchObject({ code: 'store_locked' });
      await leaveLock(text, 21);
      await openOnce();
    },
  );

  it('lets one of many in that find a stale one at once', async () => {
    await leaveLock(await identityText({ pid: 2 ** 22 + 1 }));
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => openLowdbStores(openOptions(dataDir))));
    const opened = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(opened).toHaveLength(1);
    await opened[0]!.close();
  });

  it('that was lost ends the process that held it, and stays with the one that took it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const options = openOptions(dataDir);
    const stores = await openLowdbStores(options);
    vi.advanceTimersByTime(5_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(options.told.fatal).toEqual([]);
    const taken = await identityText({ pid: 1, space: 'elsewhere' });
    await writeFile(lock, taken);
    vi.advanceTimersByTime(5_000);
    await vi.waitFor(() => expect(options.told.fatal).toEqual([expect.objectContaining({ code: 'store_locked' })]));
    await stores.close();
    expect(await readFile(lock, 'utf8')).toBe(taken);
    vi.useRealTimers();
  });
});
