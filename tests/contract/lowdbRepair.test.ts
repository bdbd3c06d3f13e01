import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFileOperations } from '../../src/stores/lowdb/fileOperations.ts';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import { repairFolder } from '../../src/stores/lowdb/repairFolder.ts';
import { openOptions, temporaryFolder } from '../support/stores.ts';
import { statement, uuid } from '../support/storesStatements.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let dataDir: string;
let journal: string;
let whole: Buffer;
/** Where each line starts, and the end of the last. */
let starts: number[];

beforeEach(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder.path, 'data');
  journal = join(dataDir, 'statements.journal');
  const stores = await openLowdbStores(openOptions(dataDir));
  for (const number of [1, 2, 3, 4, 5]) await stores.statements.append([statement(number)]);
  await stores.close();
  whole = await readFile(journal);
  starts = [0];
  for (let feed = whole.indexOf('\n'); feed !== -1; feed = whole.indexOf('\n', feed + 1)) starts.push(feed + 1);
});
afterEach(() => folder.remove());

async function repair(apply: boolean) {
  const { journals, unreadable } = await repairFolder({ ...openOptions(dataDir), files: nodeFileOperations, apply });
  return { statements: journals.find(({ name }) => name === 'statements.journal')!, unreadable };
}
async function idsAfterStart(): Promise<string[]> {
  const { statements, close } = await openLowdbStores(openOptions(dataDir));
  await statements.append([statement(6)]);
  const page = await statements.find({ limit: 9, ascending: true });
  await close();
  return page.statements.map(({ id }) => id);
}

describe('a repair', () => {
  it('of a whole folder finds nothing and changes nothing', async () => {
    const { statements, unreadable } = await repair(true);
    expect([statements.damage, statements.aside, unreadable]).toEqual([[], null, []]);
    expect(await readFile(journal)).toEqual(whole);
  });

  const damages: readonly (readonly [string, (at: number[]) => Buffer, object, number[]])[] = [
    [
      'a damaged line',
      ([, second]) => Buffer.from(whole).fill('x', second! + 20, second! + 30),
      { lines: { first: 2, last: 2 } },
      [1, 3, 4, 5],
    ],
    [
      'two damaged lines',
      ([, second, third]) => Buffer.from(whole).fill(0, second! + 20, third! + 30),
      { lines: { first: 2, last: 3 } },
      [1, 4, 5],
    ],
    [
      'lines that are gone',
      ([, second, , fourth]) => Buffer.concat([whole.subarray(0, second), whole.subarray(fourth)]),
      { bytes: 0, lines: { first: 2, last: 3 } },
      [1, 4, 5],
    ],
    ['an end that is gone', ([, , , fourth]) => whole.subarray(0, fourth), { lines: { first: 4, last: 5 } }, [1, 2, 3]],
    [
      'a damaged end',
      ([, , , , fifth]) => Buffer.from(whole).fill(0, fifth! + 5, fifth! + 9),
      { lines: { first: 5, last: 5 } },
      [1, 2, 3, 4],
    ],
    [
      'a stretch that stands twice',
      ([, second, third]) => Buffer.concat([whole.subarray(0, third), whole.subarray(second)]),
      { lines: null },
      [1, 2, 3, 4, 5],
    ],
  ];

  it.each(damages)('of %s tells what is lost and, when applied, keeps the rest', async (_what, damage, found, left) => {
    const damaged = Buffer.from(damage(starts));
    await writeFile(journal, damaged);
    await expect(openLowdbStores(openOptions(dataDir))).rejects.toMatchObject({ code: 'store_damaged' });
    const examined = (await repair(false)).statements;
    expect(examined).toMatchObject({ damage: [found], whole: left.length, aside: null });
    expect(await readFile(journal)).toEqual(damaged);
    const { aside } = (await repair(true)).statements;
    expect(await readFile(aside!)).toEqual(damaged);
    expect(await idsAfterStart()).toEqual([...left, 6].map(uuid));
    expect((await repair(false)).statements.damage).toEqual([]);
  });

  it('of a journal that is gone, or whose mark cannot be read, lets the store start again', async () => {
    await writeFile(`${journal}.mark`, 'x'.repeat(1024));
    expect((await repair(true)).statements.damage).toEqual([]);
    expect(await idsAfterStart()).toEqual([1, 2, 3, 4, 5, 6].map(uuid));
    await rm(journal);
    expect((await repair(true)).statements.damage).toMatchObject([{ lines: { first: 1, last: 6 } }]);
    expect(await idsAfterStart()).toEqual([uuid(6)]);
  });

  it('names a JSON file that cannot be read, and leaves it', async () => {
    await writeFile(join(dataDir, 'people.json'), '{');
    expect((await repair(true)).unreadable).toEqual(['people.json']);
    expect(await readFile(join(dataDir, 'people.json'), 'utf8')).toBe('{');
  });

  it('is refused while a server runs on the folder', async () => {
    const stores = await openLowdbStores(openOptions(dataDir));
    await expect(repair(true)).rejects.toMatchObject({ code: 'store_locked' });
    await stores.close();
  });
});
