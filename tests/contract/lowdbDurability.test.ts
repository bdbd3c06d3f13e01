import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DamagedFileError } from '../../src/stores/lowdb/errors.ts';
import { nodeFileOperations } from '../../src/stores/lowdb/fileOperations.ts';
import { replaceMark } from '../../src/stores/lowdb/journalMark.ts';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import { JournalStatementStore } from '../../src/stores/lowdb/statementStore.ts';
import { Tombstones } from '../../src/stores/lowdb/tombstones.ts';
import { openOptions, settableClock, temporaryFolder } from '../support/stores.ts';
import { statement, uuid } from '../support/storesStatements.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let dataDir: string;
let journal: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder.path, 'data');
  journal = join(dataDir, 'statements.journal');
});
afterEach(() => folder.remove());

/** Appends each group by itself, then closes: one write and flush, so one batch, for each. */
async function writeGroups(groups: readonly number[][]): Promise<void> {
  const stores = await openLowdbStores(openOptions(dataDir));
  for (const numbers of groups) await stores.statements.append(numbers.map((number) => statement(number)));
  await stores.close();
}

/** Makes the journal one whose last lines, from `last` + 1 on, were on their way and never acknowledged. */
async function acknowledgeOnly(last: number): Promise<void> {
  await replaceMark(nodeFileOperations, journal, last);
}

/** What a new start finds: the numbers of 1 to 9 that are stored, and what was trimmed. */
async function reopened(): Promise<{ numbers: number[]; recovered: readonly string[] }> {
  const { statements, recovered, close } = await openLowdbStores(openOptions(dataDir));
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const found = await Promise.all(numbers.map((number) => statements.get(uuid(number))));
  await close();
  return { numbers: numbers.filter((_, index) => found[index] !== null), recovered };
}

describe('the data folder', () => {
  it('is open to its owner only, and so is every file in it', async () => {
    const stores = await openLowdbStores(openOptions(dataDir));
    await stores.settings.keepIdBase('https://a.example');
    await stores.statements.append([statement(1)]);
    const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
    expect(await modeOf(dataDir)).toBe(0o700);
    for (const entry of await readdir(dataDir, { withFileTypes: true })) {
      const wanted = entry.isDirectory() ? 0o700 : 0o600;
      expect([entry.name, await modeOf(join(dataDir, entry.name))]).toEqual([entry.name, wanted]);
    }
    await stores.close();
  });

  it('is free of the lock, the probe and temporary files once the store is closed', async () => {
    const stores = await openLowdbStores(openOptions(dataDir));
    await stores.settings.keepIdBase('https://a.example');
    await Promise.all([stores.checkHealth(), stores.checkHealth()]);
    await stores.close();
    expect((await readdir(dataDir)).toSorted()).not.toContainEqual(expect.stringMatching(/lock|probe|tmp/));
    await expect(stores.statements.append([statement(1)])).rejects.toMatchObject({ code: 'store_unavailable' });
    await expect(stores.settings.keepIdBase('https://a.example')).rejects.toMatchObject({ code: 'store_unavailable' });
    await expect(stores.checkHealth()).rejects.toMatchObject({ code: 'store_unavailable' });
  });
});

describe('a torn write at the end of the journal', () => {
  it('is trimmed and reported wherever it was torn, and all before is kept', { timeout: 30_000 }, async () => {
    await writeGroups([[1], [2, 3], [4, 5]]);
    const whole = await readFile(journal);
    const lastLine = whole.lastIndexOf('\n', whole.length - 2) + 1;
    for (let length = lastLine; length < whole.length; length += 23) {
      await writeFile(journal, whole.subarray(0, length));
      await acknowledgeOnly(2);
      const { numbers, recovered } = await reopened();
      expect(numbers).toEqual([1, 2, 3]);
      expect(recovered).toHaveLength(length === lastLine ? 0 : 1);
      expect((await stat(journal)).size).toBe(lastLine);
    }
  });

  it('does not hinder the next append', async () => {
    await writeGroups([[1], [2]]);
    await appendFile(journal, 'deadbeef 3 3 [{"id":');
    await writeGroups([[3]]);
    expect(await reopened()).toEqual({ numbers: [1, 2, 3], recovered: [] });
  });

  it('may have lost an earlier part of the same batch: the whole rest was never acknowledged', async () => {
    const stores = await openLowdbStores(openOptions(dataDir));
    await stores.statements.append([statement(1)]);
    await Promise.all([2, 3, 4].map((number) => stores.statements.append([statement(number)])));
    await stores.close();
    const bytes = await readFile(journal);
    const secondLine = bytes.indexOf('\n') + 1;
    await writeFile(journal, bytes.fill(0, secondLine + 20, secondLine + 60));
    await acknowledgeOnly(1);
    const { numbers, recovered } = await reopened();
    expect(numbers).toEqual([1]);
    expect(recovered).toEqual([expect.stringContaining(`at byte ${secondLine}`)]);
  });
});

describe('damage in the middle of the journal', () => {
  let whole: Buffer;
  let lineStarts: number[];

  beforeEach(async () => {
    await writeGroups([[1], [2, 3], [4], [5]]);
    whole = await readFile(journal);
    lineStarts = [0];
    for (let feed = whole.indexOf('\n'); feed !== -1; feed = whole.indexOf('\n', feed + 1)) lineStarts.push(feed + 1);
  });

  async function refusalOf(bytes: Uint8Array): Promise<unknown> {
    await writeFile(journal, bytes);
    const refusal = await openLowdbStores(openOptions(dataDir)).catch((error: unknown) => error);
    expect(await readFile(journal)).toEqual(Buffer.from(bytes));
    return refusal;
  }

  it('refuses the start with the offset at any flipped bit, and changes nothing', async () => {
    const [, second, third] = lineStarts as [number, number, number];
    for (let at = second; at < third; at += 7) {
      const flipped = Buffer.from(whole);
      flipped[at]! ^= 1 << (at % 8);
      const refusal = await refusalOf(flipped);
      expect(refusal).toBeInstanceOf(DamagedFileError);
      expect(refusal).toMatchObject({ offset: second, message: expect.stringContaining('backup') as string });
    }
  });

  it('refuses the start when bytes were cut out', async () => {
    const [, second, third] = lineStarts as [number, number, number];
    const inLine = Buffer.concat([whole.subarray(0, second + 30), whole.subarray(second + 60)]);
    expect(await refusalOf(inLine)).toMatchObject({ code: 'store_damaged', offset: second });
    const wholeLine = Buffer.concat([whole.subarray(0, second), whole.subarray(third)]);
    expect(await refusalOf(wholeLine)).toMatchObject({
      offset: second,
      message: expect.stringContaining('line 3') as string,
    });
    expect(await refusalOf(whole.subarray(second))).toMatchObject({ offset: 0 });
  });

  it('refuses the start when a line stands twice', async () => {
    const [first, second] = lineStarts as [number, number];
    const doubled = Buffer.concat([whole.subarray(0, second), whole.subarray(first, second), whole.subarray(second)]);
    expect(await refusalOf(doubled)).toMatchObject({ code: 'store_damaged', offset: second });
  });
});

describe('a damaged JSON file', () => {
  it.each(['', '{"sessions": [', 'null', '[]', '{"sessions": [{}]}'])(
    'refuses the start and stays as it is: %j',
    async (text) => {
      await writeGroups([]);
      const path = join(dataDir, 'sessions.json');
      await writeFile(path, text);
      await expect(openLowdbStores(openOptions(dataDir))).rejects.toMatchObject({ code: 'store_damaged', path });
      expect(await readFile(path, 'utf8')).toBe(text);
    },
  );
});

describe('more statements than the embedded store is meant for', () => {
  it('are warned of once, and again at the next start', async () => {
    await writeGroups([]);
    const disk = { ...openOptions(dataDir), files: nodeFileOperations };
    const tombstones = await Tombstones.open({ ...disk, path: join(dataDir, 'tombstones.json') });
    const options = { ...disk, path: journal, adviseBelow: 3, tombstones };
    const { warnings } = options.told;
    const store = await JournalStatementStore.open(options);
    await store.append([statement(1), statement(2)]);
    expect(warnings).toEqual([]);
    for (const number of [3, 4]) await store.append([statement(number)]);
    expect(warnings).toEqual([expect.stringContaining('PostgreSQL')]);
    await store.close();
    await (await JournalStatementStore.open(options)).close();
    expect(warnings).toHaveLength(2);
  });
});

describe('a clock that once ran ahead', () => {
  it('is told of at the next start', async () => {
    const ahead = await openLowdbStores(openOptions(dataDir, settableClock('2027-01-01T00:00:00.000Z').now));
    await ahead.statements.append([statement(1)]);
    await ahead.close();
    const options = openOptions(dataDir);
    await (await openLowdbStores(options)).close();
    expect(options.told.warnings).toEqual([expect.stringContaining('clock')]);
  });
});
