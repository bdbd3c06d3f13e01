import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StatementStore } from '../../src/lrs/ports.ts';
import { actorKey } from '../../src/xapi/actors.ts';
import type { NewStatement } from '../../src/xapi/types.ts';
import type { StoreInstallation } from '../support/stores.ts';
import { activity, agent, statement, uuid, voiding } from '../support/storesStatements.ts';

const aino = actorKey(agent('aino'))!;
const registration = uuid(0xa);

/** What every store of statements has to find, and what it has to hide. */
export function describeStatementQueries(install: () => Promise<StoreInstallation>): void {
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

  describe('voiding', () => {
    it.each([
      ['after', [statement(1), voiding(2, 1)]],
      ['before', [voiding(2, 1), statement(1)]],
    ])('hides a statement that is voided %s it came', async (_when, statements: NewStatement[]) => {
      for (const one of statements) await store.append([one]);
      for (const check of [async () => {}, restart]) {
        await check();
        expect(await store.isVoided(uuid(1))).toBe(true);
        expect(await store.get(uuid(1))).not.toBeNull();
        expect(await idsOf({})).toEqual([uuid(2)]);
        // Filters find the voiding statement through what it targets.
        expect(await idsOf({ activity: activity('modules/intro/terms').id })).toEqual([uuid(2)]);
      }
    });

    it.each([
      ['after', [statement(1), voiding(2, 1), voiding(3, 2)]],
      ['before', [statement(1), voiding(3, 2), voiding(2, 1)]],
    ])('cannot void a voiding statement: one that names it %s it came changes nothing', async (_when, statements) => {
      for (const one of statements) await store.append([one]);
      expect(await store.isVoided(uuid(2))).toBe(false);
      expect(await store.isVoided(uuid(1))).toBe(true);
    });

    it('is not done by a statement that only refers to another', async () => {
      const comment = statement(2, {
        verb: { id: 'http://adlnet.gov/expapi/verbs/commented' },
        object: { objectType: 'StatementRef', id: uuid(1) },
      });
      await store.append([statement(1), comment]);
      expect(await store.isVoided(uuid(1))).toBe(false);
    });
  });

  describe('find', () => {
    it('answers the newest first, and the oldest first on demand', async () => {
      for (const number of [1, 2, 3]) await store.append([statement(number)]);
      expect(await idsOf({})).toEqual([uuid(3), uuid(2), uuid(1)]);
      expect(await idsOf({ ascending: true })).toEqual([uuid(1), uuid(2), uuid(3)]);
    });

    it('filters by each thing asked for, and by all of them at once', async () => {
      const other = { actor: agent('eero'), verb: { id: 'http://e.fi/verb' }, object: activity('other') };
      await store.append([
        statement(1, { context: { registration } }),
        statement(2, { ...other, context: { registration } }),
        statement(3, { actor: agent('eero') }),
      ]);
      expect(await idsOf({ agent: aino })).toEqual([uuid(1)]);
      expect(await idsOf({ verb: 'http://e.fi/verb' })).toEqual([uuid(2)]);
      expect(await idsOf({ activity: activity('modules/intro/terms').id })).toEqual([uuid(3), uuid(1)]);
      expect(await idsOf({ registration: registration.toUpperCase() })).toEqual([uuid(2), uuid(1)]);
      const all = { agent: actorKey(agent('eero'))!, activity: activity('other').id, registration };
      expect(await idsOf(all)).toEqual([uuid(2)]);
      expect(await idsOf({ ...all, agent: aino })).toEqual([]);
      expect(await idsOf({ verb: 'http://e.fi/unknown' })).toEqual([]);
      expect(await idsOf({ verb: '__proto__' })).toEqual([]);
    });

    it('matches context and authority only where related ones are asked for', async () => {
      const contextActivities = { parent: [activity('modules/intro')] };
      await store.append([statement(1, { context: { instructor: agent('opettaja'), contextActivities } })]);
      const [module, teacher] = [activity('modules/intro').id, actorKey(agent('opettaja'))!];
      expect(await idsOf({ activity: module })).toEqual([]);
      expect(await idsOf({ activity: module, relatedActivities: true })).toEqual([uuid(1)]);
      expect(await idsOf({ agent: teacher })).toEqual([]);
      expect(await idsOf({ agent: teacher, relatedAgents: true })).toEqual([uuid(1)]);
      expect(await idsOf({ agent: aino, relatedAgents: true })).toEqual([uuid(1)]);
    });

    it('takes `since` as exclusive and `until` as inclusive, in any time zone', async () => {
      for (const [number, instant] of [
        [1, '08:00'],
        [2, '09:00'],
        [3, '10:00'],
      ] as const) {
        installation.clock.set(`2026-03-02T${instant}:00.000Z`);
        await store.append([statement(number)]);
      }
      expect(await idsOf({ since: '2026-03-02T09:00:00.000Z' })).toEqual([uuid(3)]);
      expect(await idsOf({ until: '2026-03-02T11:00:00+02:00' })).toEqual([uuid(2), uuid(1)]);
      expect(await idsOf({ since: '2026-03-02T08:00:00Z', until: '2026-03-02T09:00:00Z', agent: aino })).toEqual([
        uuid(2),
      ]);
    });

    it.each([true, false])(
      'pages without a gap or a repeat while statements arrive (ascending: %s)',
      async (ascending) => {
        const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
        await store.append(numbers.map((number) => statement(number)));
        const seen: string[] = [];
        let cursor: string | undefined;
        for (let arriving = 100; ; arriving += 1) {
          const page = await store.find({ agent: aino, ascending, limit: 3, cursor });
          seen.push(...page.statements.map(({ id }) => id));
          if (page.next === null) break;
          cursor = page.next;
          if (arriving < 102) await store.append([statement(arriving)]);
          if (arriving === 101) await restart();
        }
        const old = numbers.map(uuid);
        expect(seen).toEqual(ascending ? [...old, uuid(100), uuid(101)] : old.toReversed());
      },
    );

    it('says that there is no more when the last page is just full', async () => {
      await store.append([statement(1), statement(2), voiding(3, 1)]);
      expect(await store.find({ limit: 2 })).toMatchObject({ next: null, statements: [{}, {}] });
    });

    it('refuses a cursor that it never gave', async () => {
      await expect(store.find({ limit: 1, cursor: '../x' })).rejects.toThrow(RangeError);
    });
  });

  describe('registrations', () => {
    it('are known with their statements in order, without the voided ones', async () => {
      const of = { context: { registration } };
      await store.append([statement(1, of), statement(2), statement(3, of)]);
      await store.append([voiding(4, 1), statement(5, of)]);
      await restart();
      expect((await store.ofRegistration(registration)).map(({ id }) => id)).toEqual([uuid(3), uuid(5)]);
      expect(await store.registrations()).toEqual([registration]);
      expect(await store.ofRegistration(uuid(0xb))).toEqual([]);
    });
  });
}
