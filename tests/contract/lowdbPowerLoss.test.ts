import { describe, expect, it } from 'vitest';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import type { Stores } from '../../src/stores/lowdb/openStores.ts';
import { actorKey } from '../../src/xapi/actors.ts';
import { somePerson } from '../support/people.ts';
import { openOptions } from '../support/stores.ts';
import { SimulatedDisk } from '../support/storesDisk.ts';
import { seededRandom } from '../support/storesRandom.ts';
import { agent, idBase, statement, uuid } from '../support/storesStatements.ts';

/** What a process was told before the power went. */
interface Told {
  /** Acknowledged statements; and those of them that are being erased, or are. */
  readonly stored: readonly number[];
  readonly idBase: boolean;
  readonly person: boolean;
  readonly erasing: boolean;
  readonly erased: boolean;
}

interface Crash {
  readonly disk: SimulatedDisk;
  readonly told: Told;
}

const dataDir = '/data';
/** Up to so many things at risk every combination is tried; beyond, so many random ones. */
const exhaustive = 7;
const randomTries = 100;
const eero = { actor: agent('eero') };
/** Numbers of statements in groups: what an append stores at once. */
const groups = [[1], [2, 3], [4], [9], [10], [11], [12], [5, 6, 7], [8], [20, 21], [30]];
const ofEero = [4, 20];

function open(disk: SimulatedDisk): Promise<Stores> {
  return openLowdbStores({ ...openOptions(dataDir), files: disk });
}

/** Goes through a store's life, and collects what a power cut, or a kill, would leave after every change of the disk. */
async function live(): Promise<Crash[]> {
  const disk = new SimulatedDisk();
  const random = seededRandom(20260302);
  const crashes = new Map<string, Crash>();
  let told: Told = { stored: [], idBase: false, person: false, erasing: false, erased: false };
  const collect = (crashed: SimulatedDisk) => {
    // A restarted machine finds no process that could hold the lock.
    crashed.put(`${dataDir}/lock`, null);
    crashes.set(`${JSON.stringify(told)} ${crashed.fingerprint()}`, { disk: crashed, told });
  };
  disk.afterChange = () => {
    collect(disk.afterKill());
    for (const crashed of powerLosses(disk, random)) collect(crashed);
  };

  const stores = await open(disk);
  const append = async (numbers: readonly number[]) => {
    await stores.statements.append(numbers.map((number) => statement(number, ofEero.includes(number) ? eero : {})));
    told = { ...told, stored: [...told.stored, ...numbers] };
  };
  await Promise.all([append([1]), append([2, 3]), append([4])]);
  await stores.settings.keepIdBase(idBase);
  told = { ...told, idBase: true };
  // Long enough for the journals' marks to be written, flushed and behind again.
  for (const number of [9, 10, 11, 12]) {
    await append([number]);
    await new Promise((resolve) => setTimeout(resolve, 350));
  }
  await append([5, 6, 7]);
  await stores.people.save({ people: [somePerson('eero', { name: 'E' })] });
  told = { ...told, person: true };
  await Promise.all([append([8]), append([20, 21])]);
  told = { ...told, erasing: true };
  await stores.erasure.erase({ personId: 'eero', reportId: 'r', agents: [actorKey(agent('eero'))!], by: 'maintainer' });
  told = { ...told, erased: true };
  await append([30]);
  await stores.close();
  return [...crashes.values()];
}

function* powerLosses(disk: SimulatedDisk, random: () => number): Generator<SimulatedDisk> {
  const { pieces, names } = disk.atRisk;
  if (pieces <= exhaustive) {
    for (let kept = 0; kept <= names; kept += 1) {
      for (let subset = 0; subset < 2 ** pieces; subset += 1) {
        let piece = 0;
        yield disk.afterPowerLoss(kept, () => ((subset >>> piece++) & 1) === 1);
      }
    }
    return;
  }
  yield disk.afterPowerLoss(names, () => true);
  yield disk.afterPowerLoss(0, () => false);
  for (let one = 0; one < randomTries; one += 1)
    yield disk.afterPowerLoss(Math.floor(random() * (names + 1)), () => random() < 0.5);
}

/** What a restart finds wrong with what was told; empty when nothing is. */
async function lossesAfter({ disk, told }: Crash): Promise<string[]> {
  const stores = await open(disk);
  const numbers = groups.flat();
  const there = await Promise.all(numbers.map(async (number) => (await stores.statements.get(uuid(number))) !== null));
  const found = new Set(numbers.filter((_, index) => there[index]));
  const person = await stores.people.byId('eero');
  const isTorn = (group: readonly number[]) => {
    const left = group.filter((number) => !(told.erasing && ofEero.includes(number)));
    return left.some((number) => found.has(number)) && !left.every((number) => found.has(number));
  };
  const losses = [
    ...told.stored.filter((number) => !found.has(number) && !(told.erasing && ofEero.includes(number))),
    ...groups.filter(isTorn).map((group) => `torn ${group.join()}`),
    ...(told.idBase && (await stores.settings.idBase()) !== idBase ? ['id base'] : []),
    ...(told.person && !told.erasing && person === null ? ['person'] : []),
    ...(told.erased && (person !== null || ofEero.some((number) => found.has(number))) ? ['not erased'] : []),
    ...(told.erasing && !told.erased && (person === null) !== ofEero.every((number) => !found.has(number))
      ? ['half']
      : []),
  ];
  await stores.close();
  return losses.map(String);
}

describe('a power cut or a kill at any moment', () => {
  it(
    'loses nothing acknowledged, tears no group, and leaves an erasure done or not begun',
    { timeout: 60_000 },
    async () => {
      const crashes = await live();
      expect(crashes.length).toBeGreaterThan(200);
      const wrong: string[] = [];
      for (const crash of crashes) {
        const losses = await lossesAfter(crash).catch((error: unknown) => [`refused: ${String(error)}`]);
        if (losses.length > 0) wrong.push(`${JSON.stringify(crash.told)}: ${losses.join('; ')}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});
