import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StatementStore } from '../../src/lrs/ports.ts';
import type { StoreInstallation } from '../support/stores.ts';
import { agent, statement, uuid } from '../support/storesStatements.ts';

/** What every store of statements has to hold. */
export function describeStatementStore(install: () => Promise<StoreInstallation>): void {
  let installation: StoreInstallation;
  let store: StatementStore;

  beforeEach(async () => {
    installation = await install();
    store = installation.ports.statements;
  });
  afterEach(() => installation.remove());

  async function restart(): Promise<void> {
    await installation.restart();
    store = installation.ports.statements;
  }
  async function idsOf(query: Omit<Parameters<StatementStore['find']>[0], 'limit'>): Promise<string[]> {
    return (await store.find({ limit: 100, ...query })).statements.map(({ id }) => id);
  }

  describe('append', () => {
    it('stores a group in its order and answers it as it is stored', async () => {
      const group = [statement(2), statement(1)];
      const stored = group.map((one) => ({ ...one, stored: '2026-03-02T07:00:00.000Z' }));
      expect(await store.append(group)).toEqual({ kind: 'stored', statements: stored, created: 2 });
      expect(await idsOf({ ascending: true })).toEqual([uuid(2), uuid(1)]);
      await restart();
      expect(await store.get(uuid(1))).toEqual(stored[1]);
      expect(await idsOf({ ascending: true })).toEqual([uuid(2), uuid(1)]);
    });

    it('answers a repeat as it stands and stores it only once', async () => {
      await store.append([statement(1)]);
      installation.clock.set('2026-03-02T08:00:00.000Z');
      const outcome = await store.append([statement(1), statement(2)]);
      expect(outcome).toMatchObject({ kind: 'stored', created: 1 });
      expect(outcome.kind === 'stored' && outcome.statements.map(({ stored }) => stored)).toEqual([
        '2026-03-02T07:00:00.000Z',
        '2026-03-02T08:00:00.000Z',
      ]);
      expect(await idsOf({})).toHaveLength(2);
    });

    it('stores nothing of a group in which one id is stored with another content', async () => {
      await store.append([statement(1)]);
      const other = statement(1, { actor: agent('eero') });
      expect(await store.append([statement(2), other])).toEqual({ kind: 'conflict', id: uuid(1) });
      await restart();
      expect(await store.get(uuid(2))).toBeNull();
      expect((await store.get(uuid(1)))?.actor).toEqual(agent('aino'));
    });

    it('stores the same statement twice in a group once, and nothing where the two differ', async () => {
      const twice = await store.append([statement(1), statement(1)]);
      expect(twice).toMatchObject({ kind: 'stored', created: 1, statements: [{ id: uuid(1) }, { id: uuid(1) }] });
      const different = [statement(2), statement(2, { actor: agent('eero') })];
      expect(await store.append(different)).toEqual({ kind: 'conflict', id: uuid(2) });
      expect(await store.get(uuid(2))).toBeNull();
    });

    it('takes ids that differ in letter case only for the same id', async () => {
      const lower = statement(0xabc);
      await store.append([lower]);
      const outcome = await store.append([{ ...lower, id: lower.id.toUpperCase() }]);
      expect(outcome).toMatchObject({ kind: 'stored', created: 0 });
      expect((await store.get(lower.id.toUpperCase()))?.id).toBe(lower.id);
    });

    it('stores one of many appends at once with the same id and the same content', async () => {
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.append([statement(1)])));
      expect(outcomes.map((outcome) => outcome.kind === 'stored' && outcome.created).toSorted()).toEqual(
        [...Array<number>(19).fill(0), 1].toSorted(),
      );
      await restart();
      expect(await idsOf({})).toEqual([uuid(1)]);
    });

    it('finds the conflict between appends at once with the same id and different content', async () => {
      const rivals = ['aino', 'eero', 'ilma'].map((name, index) =>
        store.append([statement(10 + index), statement(1, { actor: agent(name) })]),
      );
      const outcomes = await Promise.all(rivals);
      expect(outcomes.map(({ kind }) => kind)).toEqual(['stored', 'conflict', 'conflict']);
      expect(await idsOf({})).toHaveLength(2);
    });

    it('keeps a statement that is changed after its append as it was', async () => {
      const mine = statement(1);
      const appended = store.append([mine]);
      mine.actor = agent('eero');
      await appended;
      // Not an assignment: that would throw where the store has frozen what it was given.
      Reflect.set(mine.verb, 'id', 'http://example.com/other');
      expect(await store.get(uuid(1))).toMatchObject(statement(1));
    });

    it('keeps every member and character, also those that mean something to a program', async () => {
      const extensions = JSON.parse(
        '{"http://e.fi/x": {"__proto__": {"a": 1}, "constructor": "\\u0000\\n\\u2028 😀 \\ud800"}}',
      ) as Record<string, unknown>;
      const odd = statement(1, { result: { extensions } });
      await store.append([odd]);
      await restart();
      expect(JSON.stringify((await store.get(uuid(1)))?.result)).toBe(JSON.stringify(odd.result));
    });

    it('stores an empty group as nothing', async () => {
      expect(await store.append([])).toEqual({ kind: 'stored', statements: [], created: 0 });
    });
  });

  describe('the time of storing', () => {
    it('is also the timestamp of a statement without a timestamp (Data 2.4.7; 2.0.0, 4.2.4.2)', async () => {
      const { timestamp: _none, ...untimed } = statement(1);
      await store.append([untimed, statement(2)]);
      const [first, second] = [await store.get(uuid(1)), await store.get(uuid(2))];
      expect(first!.timestamp).toBe(first!.stored);
      expect(second!.timestamp).toBe(statement(2).timestamp);
      expect(await store.append([untimed])).toMatchObject({ kind: 'stored', created: 0 });
    });

    it('never runs backwards, not even over a restart', async () => {
      await store.append([statement(1)]);
      installation.clock.set('2026-03-02T06:00:00.000Z');
      await store.append([statement(2)]);
      await restart();
      await store.append([statement(3)]);
      const { statements } = await store.find({ limit: 10, ascending: true });
      expect(statements.map(({ stored }) => stored)).toEqual(Array<string>(3).fill('2026-03-02T07:00:00.000Z'));
    });

    it('is consistent through the present when nothing is on its way', async () => {
      expect(await store.consistentThrough()).toBe('2026-03-02T07:00:00.000Z');
    });

    it('is consistent no further than what is on its way', async () => {
      const appended = store.append([statement(1)]);
      installation.clock.set('2026-03-02T09:00:00.000Z');
      expect(await store.consistentThrough()).toBe('2026-03-02T07:00:00.000Z');
      await appended;
      expect(await store.consistentThrough()).toBe('2026-03-02T09:00:00.000Z');
    });
  });

  describe('get and isVoided', () => {
    it('answer null and false for an id that is not there', async () => {
      expect(await store.get(uuid(1))).toBeNull();
      expect(await store.isVoided(uuid(1))).toBe(false);
    });

    it('show nothing that is not durable yet', async () => {
      const appended = store.append([statement(1)]);
      expect(await store.get(uuid(1))).toBeNull();
      await appended;
      expect(await store.get(uuid(1))).not.toBeNull();
    });
  });

  describe('exclusively', () => {
    it('runs work that shares a key one after the other, in the order it came', async () => {
      const log: string[] = [];
      const work = (name: string) => async () => {
        log.push(`${name} starts`);
        await store.append([statement(log.length)]);
        log.push(`${name} ends`);
      };
      await Promise.all([
        store.exclusively(['a', 'b'], work('first')),
        store.exclusively(['b', 'a', 'b'], work('second')),
        store.exclusively(['b'], work('third')),
      ]);
      expect(log).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} starts`, `${name} ends`]));
    });

    it('lets work on other keys run at the same time', async () => {
      const { promise: gate, resolve: openGate } = Promise.withResolvers<void>();
      const waiting = store.exclusively(['a'], () => gate);
      expect(await store.exclusively(['b'], () => Promise.resolve('done'))).toBe('done');
      openGate();
      await waiting;
    });

    it('gives the key free when the work fails, and passes the failure on', async () => {
      await expect(store.exclusively(['a'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await store.exclusively(['a'], () => Promise.resolve('done'))).toBe('done');
    });
  });
}
