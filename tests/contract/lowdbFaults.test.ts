import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFileOperations } from '../../src/stores/lowdb/fileOperations.ts';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import { openOptions, temporaryFolder } from '../support/stores.ts';
import { faultAt, faultyFiles } from '../support/storesFaults.ts';
import type { FaultOf } from '../support/storesFaults.ts';
import { statement, uuid } from '../support/storesStatements.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let dataDir: string;
let faultOf: FaultOf;

beforeEach(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder.path, 'data');
  faultOf = () => null;
});
afterEach(() => folder.remove());

async function openFaulty() {
  const options = openOptions(dataDir);
  const files = faultyFiles(nodeFileOperations, (operation) => faultOf(operation));
  return { ...(await openLowdbStores({ ...options, files })), told: options.told };
}

const unavailable = { code: 'store_unavailable' };
const journal = 'statements.journal';

describe('an acknowledgement', () => {
  it('of statements comes after their flush, and nothing is read before it', async () => {
    const { statements, close } = await openFaulty();
    const { promise: gate, resolve: openGate } = Promise.withResolvers<null>();
    faultOf = ({ name, path }) => (name === 'datasync' && basename(path) === journal ? gate : null);
    let isAcknowledged = false;
    const appended = statements.append([statement(1)]).then(() => (isAcknowledged = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([isAcknowledged, await statements.get(uuid(1))]).toEqual([false, null]);
    openGate(null);
    await appended;
    expect(await statements.get(uuid(1))).not.toBeNull();
    await close();
  });

  it('of many callers shares a flush', async () => {
    const { statements, close } = await openFaulty();
    let flushes = 0;
    faultOf = ({ name }) => {
      if (name === 'datasync') flushes += 1;
      return null;
    };
    await Promise.all(Array.from({ length: 100 }, (_, index) => statements.append([statement(index)])));
    expect(flushes).toBe(1);
    await close();
  });

  it('still comes for what was queued before the store was closed', async () => {
    const { statements, sessions, close } = await openFaulty();
    const time = '2026-03-02T07:00:00.000Z';
    const queued = [
      statements.append([statement(1)]),
      sessions.save({ hash: 'h', personId: 'p', createdAt: time, lastSeenAt: time }),
    ];
    await close();
    expect((await Promise.allSettled(queued)).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    const again = await openFaulty();
    expect([await again.statements.get(uuid(1)), await again.sessions.find('h')]).not.toContain(null);
    await again.close();
  });
});

describe('a write to the journal that fails', () => {
  it.each(['EIO', 'ENOSPC'] as const)(
    'acknowledges nothing, and the next append and every read go on: %s',
    async (code) => {
      for (let nth = 1; nth <= 5; nth += 1) {
        const { statements, close, told } = await openFaulty();
        faultOf = faultAt('write', journal, nth, code);
        const numbers = [1, 2, 3, 4, 5].map((number) => nth * 100 + number);
        const acknowledged: number[] = [];
        for (const number of numbers) {
          const outcome = await statements.append([statement(number)]).catch((error: unknown) => error);
          if (outcome instanceof Error) expect(outcome).toMatchObject(unavailable);
          else acknowledged.push(number);
          expect((await statements.get(uuid(numbers[0]!))) === null).toBe(acknowledged[0] !== numbers[0]);
        }
        expect(acknowledged).toEqual(numbers.filter((_, index) => index !== nth - 1));
        expect(told.fatal).toEqual([]);
        await close();
        faultOf = () => null;
        const again = await openFaulty();
        const found = await Promise.all(numbers.map((number) => again.statements.get(uuid(number))));
        expect(numbers.filter((_, index) => found[index] !== null)).toEqual(acknowledged);
        expect(again.recovered).toEqual([]);
        await again.close();
      }
    },
  );

  it('refuses the callers queued behind it too, and each of them can try again', async () => {
    const { statements, close } = await openFaulty();
    faultOf = faultAt('write', journal, 1, 'EIO');
    const first = statements.append([statement(1)]);
    await Promise.resolve();
    const outcomes = await Promise.allSettled([
      first,
      statements.append([statement(2)]),
      statements.append([statement(3)]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    for (const number of [1, 2, 3]) expect(await statements.append([statement(number)])).toMatchObject({ created: 1 });
    await close();
  });

  it('lets a second append with the same id, which waited for the first, store it', async () => {
    const { statements, close } = await openFaulty();
    faultOf = faultAt('write', journal, 1, 'EIO');
    const [first, second] = await Promise.allSettled([
      statements.append([statement(1)]),
      statements.append([statement(1)]),
    ]);
    expect(first.status).toBe('rejected');
    expect(second).toMatchObject({ status: 'fulfilled', value: { created: 1 } });
    await close();
  });

  it('is cut off before the next one where it could not be cut off at once', async () => {
    const { statements, close } = await openFaulty();
    await statements.append([statement(1)]);
    let isFull = true;
    faultOf = ({ name, path }) => {
      if (!isFull || basename(path) !== journal) return null;
      if (name === 'truncate') return 'EIO';
      return name === 'write' ? 'ENOSPC' : null;
    };
    await expect(statements.append([statement(2)])).rejects.toMatchObject(unavailable);
    await expect(statements.append([statement(3)])).rejects.toMatchObject(unavailable);
    expect(await statements.get(uuid(1))).not.toBeNull();
    isFull = false;
    expect(await statements.append([statement(4)])).toMatchObject({ created: 1 });
    await close();
    const again = await openFaulty();
    expect(again.recovered).toEqual([]);
    expect((await again.statements.find({ limit: 9 })).statements.map(({ id }) => id)).toEqual([uuid(4), uuid(1)]);
    await again.close();
  });

  it('leaves no half line behind when the disk took only a part', async () => {
    const { statements, close } = await openFaulty();
    let writes = 0;
    faultOf = ({ name, path }) => {
      if (name !== 'write' || basename(path) !== journal) return null;
      writes += 1;
      return writes === 1 ? { shortWrite: 40 } : writes === 2 ? 'ENOSPC' : null;
    };
    await expect(statements.append([statement(1), statement(2)])).rejects.toMatchObject(unavailable);
    expect(await statements.append([statement(3)])).toMatchObject({ created: 1 });
    await close();
    const again = await openFaulty();
    expect(again.recovered).toEqual([]);
    expect((await again.statements.find({ limit: 9 })).statements.map(({ id }) => id)).toEqual([uuid(3)]);
    await again.close();
  });

  it('is no failure when the disk only takes it in small parts', async () => {
    const { statements, close } = await openFaulty();
    faultOf = ({ name }) => (name === 'write' ? { shortWrite: 7 } : null);
    expect(await statements.append([statement(1), statement(2)])).toMatchObject({ created: 2 });
    await close();
    const again = await openFaulty();
    expect((await again.statements.find({ limit: 9 })).statements).toHaveLength(2);
    await again.close();
  });
});

describe('a flush of the journal that fails', () => {
  it('is fatal: it acknowledges nothing, then or later, and is never tried again', async () => {
    const { statements, checkHealth, close, told } = await openFaulty();
    await statements.append([statement(1)]);
    let flushes = 0;
    faultOf = ({ name, path }) => {
      if (name !== 'datasync' || basename(path) !== journal) return null;
      flushes += 1;
      return flushes === 1 ? 'EIO' : null;
    };
    const outcomes = await Promise.allSettled([2, 3].map((number) => statements.append([statement(number)])));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(statements.append([statement(4)])).rejects.toMatchObject(unavailable);
    await expect(checkHealth()).rejects.toMatchObject(unavailable);
    expect(flushes).toBe(1);
    expect(told.fatal).toEqual([expect.objectContaining({ message: expect.stringContaining(journal) as string })]);
    expect((await statements.find({ limit: 9 })).statements.map(({ id }) => id)).toEqual([uuid(1)]);
    await close();
  });

  it('at the opening refuses the start', async () => {
    faultOf = faultAt('datasync', journal, 1, 'EIO');
    await expect(openFaulty()).rejects.toMatchObject({ code: 'EIO' });
    faultOf = () => null;
    await (await openFaulty()).close();
  });
});
