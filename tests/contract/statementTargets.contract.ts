import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StatementQuery, StatementStore } from '../../src/lrs/ports.ts';
import { actorKey } from '../../src/xapi/actors.ts';
import type { NewStatement } from '../../src/xapi/types.ts';
import type { StoreInstallation } from '../support/stores.ts';
import { activity, agent, statement, uuid, voiding } from '../support/storesStatements.ts';

const eero = agent('eero');
const ofEero = { agent: actorKey(eero)! };
const commented = { id: 'http://e.fi/commented' };

/** `aino` comments on the statement with number `target`. */
function comment(number: number, target: number): NewStatement {
  return statement(number, { verb: commented, object: { objectType: 'StatementRef', id: uuid(target).toUpperCase() } });
}

/** How filters follow references (xAPI 1.0.3, Communication 2.1.3, Filter Conditions for StatementRefs). */
export function describeStatementTargets(install: () => Promise<StoreInstallation>): void {
  let installation: StoreInstallation;
  let store: StatementStore;

  beforeEach(async () => {
    installation = await install();
    store = installation.ports.statements;
  });
  afterEach(() => installation.remove());

  async function idsOf(query: Omit<StatementQuery, 'limit'>): Promise<string[]> {
    return (await store.find({ limit: 100, ...query })).statements.map(({ id }) => id);
  }
  const storeEach = async (...statements: NewStatement[]) => {
    for (const one of statements) await store.append([one]);
  };

  describe('a filter follows references', () => {
    it.each<[string, Omit<StatementQuery, 'limit'>]>([
      ['agent', ofEero],
      ['verb', { verb: 'http://e.fi/verb' }],
      ['activity', { activity: activity('other').id }],
      ['registration', { registration: uuid(0xa) }],
      ['related agents', { ...ofEero, relatedAgents: true }],
      ['all of them at once', { ...ofEero, verb: 'http://e.fi/verb', activity: activity('other').id }],
    ])('by %s: what targets a match is a match, and so is what targets that', async (_filter, query) => {
      const target = statement(1, {
        actor: eero,
        verb: { id: 'http://e.fi/verb' },
        object: activity('other'),
        context: { registration: uuid(0xa) },
      });
      await storeEach(target, comment(2, 1), comment(3, 2), statement(4), comment(5, 4));
      for (const reopen of [false, true]) {
        if (reopen) await installation.restart();
        store = installation.ports.statements;
        expect(await idsOf(query)).toEqual([uuid(3), uuid(2), uuid(1)]);
        expect(await idsOf({ ...query, ascending: true })).toEqual([uuid(1), uuid(2), uuid(3)]);
      }
    });

    it('also to a target that is stored later', async () => {
      await storeEach(comment(1, 2), comment(2, 3), statement(3, { actor: eero }));
      expect(await idsOf(ofEero)).toEqual([uuid(3), uuid(2), uuid(1)]);
    });

    it('but not by the statement of a context', async () => {
      await storeEach(
        statement(1, { actor: eero }),
        statement(2, { context: { statement: { objectType: 'StatementRef', id: uuid(1) } } }),
      );
      expect(await idsOf(ofEero)).toEqual([uuid(1)]);
    });

    it('and one match is answered once, however many ways lead to it', async () => {
      await storeEach(statement(1, { actor: eero }), { ...comment(2, 1), actor: eero });
      expect(await idsOf(ofEero)).toEqual([uuid(2), uuid(1)]);
    });

    it('and ends where references go round in a circle, or lead nowhere', async () => {
      await storeEach(comment(1, 2), comment(2, 1), comment(3, 3), comment(4, 99), statement(5, { actor: eero }));
      expect(await idsOf(ofEero)).toEqual([uuid(5)]);
      expect(await idsOf({ verb: commented.id })).toHaveLength(4);
    });

    it('not within the completion rules: the statements of a registration are its own', async () => {
      const of = { context: { registration: uuid(0xa) } };
      await storeEach(statement(1, of), comment(2, 1));
      expect((await store.ofRegistration(uuid(0xa))).map(({ id }) => id)).toEqual([uuid(1)]);
    });
  });

  describe('time and sequence', () => {
    it('are those of the statement that refers, not of its target', async () => {
      for (const [hour, one] of [
        ['08', statement(1, { actor: eero })],
        ['09', comment(2, 1)],
        ['10', comment(3, 1)],
      ] as const) {
        installation.clock.set(`2026-03-02T${hour}:00:00.000Z`);
        await store.append([one]);
      }
      expect(await idsOf({ ...ofEero, since: '2026-03-02T09:00:00Z' })).toEqual([uuid(3)]);
      expect(await idsOf({ ...ofEero, until: '2026-03-02T09:00:00Z' })).toEqual([uuid(2), uuid(1)]);
    });

    it.each([true, false])('page without a gap or a repeat (ascending: %s)', async (ascending) => {
      await storeEach(statement(1, { actor: eero }), comment(2, 1), statement(3), comment(4, 2), comment(5, 3));
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.find({ ...ofEero, ascending, limit: 1, ...(cursor !== undefined && { cursor }) });
        seen.push(...page.statements.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      const inOrder = [uuid(1), uuid(2), uuid(4)];
      expect(seen).toEqual(ascending ? inOrder : inOrder.toReversed());
    });
  });

  describe('a voided statement', () => {
    it('is not found, but what targets it is, the voiding statement too (Communication 2.1.4)', async () => {
      await storeEach(statement(1, { actor: eero }), comment(2, 1), voiding(3, 1));
      expect(await idsOf(ofEero)).toEqual([uuid(3), uuid(2)]);
    });

    it('that refers is not found either, but what targets it is', async () => {
      await storeEach(statement(1, { actor: eero }), comment(2, 1), comment(3, 2), voiding(4, 2));
      expect(await idsOf(ofEero)).toEqual([uuid(4), uuid(3), uuid(1)]);
    });
  });

  it('a long chain of references is followed to its end', async () => {
    const length = 5_000;
    await store.append([
      ...Array.from({ length }, (_, index) => comment(index + 1, index + 2)),
      statement(length + 1, { actor: eero }),
    ]);
    expect((await store.find({ ...ofEero, limit: length * 2 })).statements).toHaveLength(length + 1);
  });
}
