import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planImport } from '../../src/people/roster/planImport.ts';
import { readRoster } from '../../src/people/roster/readRoster.ts';
import { undoImport } from '../../src/people/roster/undoImport.ts';
import { nodeFileOperations } from '../../src/stores/lowdb/fileOperations.ts';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import type { Stores } from '../../src/stores/lowdb/openStores.ts';
import { openOptions, temporaryFolder } from '../support/stores.ts';
import { faultyFiles } from '../support/storesFaults.ts';
import type { FaultOf } from '../support/storesFaults.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let faultOf: FaultOf;

beforeEach(async () => {
  folder = await temporaryFolder();
  faultOf = () => null;
});
afterEach(() => folder.remove());

function open(): Promise<Stores> {
  const files = faultyFiles(nodeFileOperations, (operation) => faultOf(operation));
  return openLowdbStores({ ...openOptions(join(folder.path, 'data')), files });
}

/** A city's file, as Excel would save it. */
function fileOf(people: number, prefix = ''): Uint8Array {
  const rows = Array.from({ length: people }, (_, index) => {
    const manages = index < 1_000 ? `u${index}` : '';
    return `${index};${prefix}Etunimi Sukunimi ${index};etunimi.${index}@example.org;u${index % 1_000};${manages};fi`;
  });
  return Buffer.from(`tunnus;nimi;sähköposti;yksikkö;esihenkilö yksikölle;kieli\r\n${rows.join('\r\n')}\r\n`, 'latin1');
}

function unitsFile(): Uint8Array {
  const rows = Array.from(
    { length: 1_000 },
    (_, index) => `u${index};Yksikkö ${index};${index === 0 ? '' : `u${index >> 1}`}`,
  );
  return Buffer.from(`tunnus;nimi;yläyksikkö\n${rows.join('\n')}\n`);
}

async function imported(stores: Stores, people: Uint8Array): Promise<void> {
  const present = await stores.people.state();
  const files = { people: { name: 'people.csv', bytes: people }, units: { name: 'units.csv', bytes: unitsFile() } };
  const read = readRoster(files, present.units);
  if (!read.ok) throw new Error(read.problems[0]?.text);
  const plan = planImport(present, read.roster, { now: new Date('2026-11-25T08:00:00.000Z'), newId: randomUUID });
  await stores.people.change(() => plan.next);
}

describe('an import', () => {
  it('of 50,000 rows takes less than five seconds from the bytes to the disk, and so does the next', async () => {
    const stores = await open();
    for (const prefix of ['', 'Toinen ']) {
      const start = performance.now();
      await imported(stores, fileOf(50_000, prefix));
      expect(performance.now() - start).toBeLessThan(5_000);
    }
    const [person] = await stores.people.people();
    const start = performance.now();
    for (let round = 0; round < 10_000; round += 1) await stores.people.byId(person!.id);
    expect(performance.now() - start).toBeLessThan(1_000);
    await stores.close();
  });

  it('that the disk fails at any step leaves the roster before it or the one after it, with its undo, and no other', async () => {
    const stores = await open();
    await imported(stores, fileOf(20));
    const before = await stores.people.state();
    await stores.close();
    for (const name of ['open', 'write', 'rename'] as const) {
      const failing = await open();
      faultOf = (operation) =>
        operation.name === name && /^people\.json/.test(basename(operation.path)) ? 'EIO' : null;
      await expect(imported(failing, fileOf(30, 'Uusi '))).rejects.toMatchObject({ code: 'store_unavailable' });
      expect(await failing.people.state()).toEqual(before);
      faultOf = () => null;
      await failing.close();
      const after = await open();
      expect(await after.people.state()).toEqual(before);
      await after.close();
    }
  });

  it('is undone to exactly what was before, over a restart', async () => {
    const stores = await open();
    await imported(stores, fileOf(20));
    const before = await stores.people.state();
    await imported(stores, fileOf(30, 'Uusi '));
    await stores.close();
    const after = await open();
    const undone = undoImport(await after.people.state());
    expect(undone.ok && undone.next).toEqual({ ...before, undo: null });
    await after.close();
  });
});
