import { describe, expect, it } from 'vitest';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import type { Stores } from '../../src/stores/lowdb/openStores.ts';
import { actorKey } from '../../src/xapi/actors.ts';
import { openOptions } from '../support/stores.ts';
import { SimulatedDisk } from '../support/storesDisk.ts';
import { faultyFiles } from '../support/storesFaults.ts';
import type { Fault, FaultOf } from '../support/storesFaults.ts';
import { agent, idBase, statement, uuid } from '../support/storesStatements.ts';

const dataDir = '/data';
const groups = [[1], [2, 3], [4], [5, 6], [7]];
const eero = { actor: agent('eero') };

interface Life {
  readonly disk: SimulatedDisk;
  readonly acknowledged: readonly number[];
  /** Whether the process had to end. */
  readonly fatal: boolean;
  /** Whether the fault came at all. */
  readonly faulted: boolean;
  /** Acknowledged statements that could not be read afterwards, by a process that still ran. */
  readonly unread: readonly number[];
}

/** A store's life with one fault, at the n-th operation (from 1), up to a kill. */
async function live(nth: number, fault: Fault): Promise<Life> {
  const disk = new SimulatedDisk();
  let count = 0;
  const faultOf: FaultOf = () => (++count === nth ? fault : null);
  const options = openOptions(dataDir);
  const acknowledged: number[] = [];
  const unread: number[] = [];
  const stores = await openLowdbStores({ ...options, files: faultyFiles(disk, faultOf) }).catch(() => null);
  if (stores !== null) {
    await use(stores, acknowledged);
    const hidden = acknowledged.filter((number) => number !== 7);
    for (const number of hidden) if ((await stores.statements.get(uuid(number))) === null) unread.push(number);
  }
  const killed = disk.afterKill();
  killed.put(`${dataDir}/lock`, null);
  await stores?.close().catch(() => {});
  return { disk: killed, acknowledged, fatal: options.told.fatal.length > 0, faulted: count >= nth, unread };
}

/** Appends, and what may fail in between; goes on after a failure as requests do. */
async function use(stores: Stores, acknowledged: number[]): Promise<void> {
  const append = async (numbers: readonly number[], changes = {}) => {
    const outcome = await stores.statements.append(numbers.map((number) => statement(number, changes)));
    if (outcome.kind === 'stored') acknowledged.push(...numbers);
  };
  const erase = { personId: 'eero', reportId: null, agents: [actorKey(agent('eero'))!], by: 'maintainer' };
  const steps = [
    () => Promise.allSettled([append(groups[0]!), append(groups[1]!)]),
    () => stores.settings.keepIdBase(idBase),
    () => append(groups[2]!),
    () => append(groups[4]!, eero),
    () => stores.erasure.erase(erase),
    () => append(groups[3]!),
  ];
  for (const step of steps) await Promise.resolve(step()).catch(() => {});
}

async function foundAfter(disk: SimulatedDisk): Promise<number[]> {
  const { statements, close } = await openLowdbStores({ ...openOptions(dataDir), files: disk });
  const numbers = groups.flat();
  const found = await Promise.all(numbers.map(async (number) => (await statements.get(uuid(number))) !== null));
  await close();
  return numbers.filter((_, index) => found[index]);
}

describe.each(['EIO', 'ENOSPC', 'EMFILE', { shortWrite: 9 }] as const)('%j at any operation', (fault) => {
  it('acknowledges nothing that is lost, and reads go on', { timeout: 60_000 }, async () => {
    let last = 0;
    for (let nth = 1, faulted = true; faulted; nth += 1) {
      const life = await live(nth, fault);
      ({ faulted } = life);
      const found = await foundAfter(life.disk).catch((error: unknown) =>
        expect.fail(`operation ${nth}: ${String(error)}`),
      );
      // The erased one may be there still, or gone; the others are.
      const lost = life.acknowledged.filter((number) => number !== 7 && !found.includes(number));
      const torn = groups.filter((group) => new Set(group.map((number) => found.includes(number))).size > 1);
      expect({ nth, lost, torn, unread: life.unread }).toEqual({ nth, lost: [], torn: [], unread: [] });
      last = nth;
    }
    expect(last).toBeGreaterThan(80);
  });
});

describe('a disk that is full', () => {
  it('refuses with 503, shows what was stored, and takes more once there is space', async () => {
    const disk = new SimulatedDisk();
    const options = openOptions(dataDir);
    const stores = await openLowdbStores({ ...options, files: disk });
    await stores.statements.append([statement(1)]);
    disk.quota = [...disk.fingerprint()].length / 2;
    let stored = 1;
    let refusal: unknown = null;
    for (; refusal === null && stored < 1_000; stored += 1) {
      refusal = await stores.statements.append([statement(stored + 1)]).then(
        () => null,
        (error: unknown) => error,
      );
    }
    expect(refusal).toMatchObject({ code: 'store_unavailable', message: expect.stringContaining('ENOSPC') as string });
    await expect(stores.checkHealth()).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(await stores.statements.get(uuid(1))).not.toBeNull();
    disk.quota = Infinity;
    await stores.checkHealth();
    expect(await stores.statements.append([statement(stored)])).toMatchObject({ created: 1 });
    expect(options.told.fatal).toEqual([]);
    await stores.close();
    const again = await openLowdbStores({ ...openOptions(dataDir), files: disk });
    expect((await again.statements.find({ limit: 2_000 })).statements).toHaveLength(stored);
    expect(again.recovered).toEqual([]);
    await again.close();
  });
});
