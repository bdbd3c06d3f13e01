import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { forgetNames } from '../../src/people/privacy/forget.ts';
import { planImport } from '../../src/people/roster/planImport.ts';
import type { RosterEntry } from '../../src/people/roster/readPeople.ts';
import { openLowdbStores, type Stores } from '../../src/stores/lowdb/openStores.ts';
import { completeModule } from '../support/completeModule.ts';
import { openOptions } from '../support/stores.ts';
import { codeOf, testApp, type TestApp } from '../support/testApp.ts';

const [west, east] = ['aikuissosiaalityo-lansi', 'terveysasema-ita'];
const now = new Date('2026-11-21T12:00:00.000Z');

/** What a maintainer does with the stopped store. */
const withStores = (work: (stores: Stores) => Promise<unknown>) => async (dataDir: string) => {
  const stores = await openLowdbStores(openOptions(dataDir));
  await work(stores);
  await stores.close();
};

/** Demo people whom the roster knows: `rosterId` is the persona, as a sign-in would have linked it. */
const linked = withStores(({ people }) =>
  people.change((present) => ({
    ...present,
    people: present.people.map((person) => ({ ...person, rosterId: person.key!.subject })),
  })),
);

const importing = (people: readonly RosterEntry[]) =>
  withStores(({ people: store }) =>
    store.change((present) => planImport(present, { people, units: null }, { now, newId: randomUUID }).next),
  );

function entry(id: string, unit: string, changes: Partial<RosterEntry> = {}): RosterEntry {
  return { row: 2, id, name: `${id} by the roster`, unit, ...changes };
}

/** The names and states in the manager's export. */
async function exported(app: TestApp, persona: string): Promise<readonly string[]> {
  const response = await app.fetch('/exports/completions.csv', { headers: await app.signIn(persona) });
  if (response.status !== 200) return [String(response.status)];
  const lines = (await response.text()).slice(1).split('\r\n').slice(1, -1);
  return lines.map((line) => line.split(';')).map(([, name, , , , status]) => `${name} ${status}`);
}

async function knownApp(): Promise<TestApp> {
  const app = await testApp();
  await completeModule(app, 'learner');
  await app.restart({ meanwhile: linked });
  return app;
}

const everybody = [entry('learner', west), entry('learner2', east), entry('coordinator', east), entry('manager', west)];

describe('by an import of the roster', () => {
  it('somebody who changes unit takes the record along: to the new manager, and out of the old one’s sight', async () => {
    const app = await knownApp();
    const moved = [entry('learner', east), entry('learner2', east, { manages: [east] }), ...everybody.slice(2)];
    await app.restart({ meanwhile: importing(moved) });
    expect(await exported(app, 'learner2')).toContain('learner by the roster completed');
    expect(await exported(app, 'manager')).toEqual(['manager by the roster not-completed']);
  });

  it('somebody comes to manage a unit, and ceases to, without signing in anew', async () => {
    const app = await knownApp();
    expect(await exported(app, 'learner2')).toEqual(['403']);
    const managing = [everybody[0]!, entry('learner2', east, { manages: [west] }), ...everybody.slice(2)];
    await app.restart({ meanwhile: importing(managing) });
    expect(await exported(app, 'learner2')).toContain('learner by the roster completed');
    await app.restart({ meanwhile: importing([everybody[0]!, entry('learner2', east, { manages: [] })]) });
    expect(await exported(app, 'learner2')).toEqual(['403']);
  });

  it('somebody who left is in nobody’s report, still has the own record, and is there with it when back', async () => {
    const app = await knownApp();
    await app.restart({ meanwhile: importing(everybody.slice(1)) });
    expect(await exported(app, 'manager')).toEqual(['manager by the roster not-completed']);
    const own = await app.fetch('/certificates/fi/modules/module.pdf', { headers: await app.signIn('learner') });
    expect(own.status).toBe(200);
    await app.restart({ meanwhile: importing(everybody) });
    expect(await exported(app, 'manager')).toContain('learner by the roster completed');
  });
});

describe('somebody without a unit', () => {
  it('learns and gets a certificate, and is in no manager’s report', async () => {
    const app = await testApp();
    const stranger = withStores(({ people }) =>
      people.change((present) => ({
        ...present,
        people: present.people.map((person) =>
          person.key?.subject === 'learner' ? { ...person, unit: null } : person,
        ),
      })),
    );
    await app.restart({ meanwhile: stranger });
    const learner = await completeModule(app, 'learner');
    expect((await app.fetch('/certificates/fi/modules/module.pdf', { headers: learner })).status).toBe(200);
    expect(await exported(app, 'manager')).toEqual(['Esihenkilö not-completed']);
  });
});

describe('after a name is forgotten', () => {
  it('the row stays without it, counts do not change, the session is over, and a sign-in makes somebody new', async () => {
    const app = await testApp();
    const learner = await completeModule(app, 'learner');
    const completed = async () => (await exported(app, 'manager')).filter((row) => row.endsWith(' completed'));
    expect(await completed()).toEqual(['Oppija completed']);
    await app.restart({
      meanwhile: withStores(async (stores) => {
        const person = await stores.people.byKey('demo', 'learner');
        await forgetNames(stores, [person!.id], now);
      }),
    });
    expect(await completed()).toEqual([' completed']);
    const refused = await app.fetch('/api/my-data', { headers: learner });
    expect([refused.status, await codeOf(refused)]).toEqual([401, 'not_signed_in']);
    const again = await app.fetch('/certificates/fi/modules/module.pdf', { headers: await app.signIn('learner') });
    expect(again.status).toBe(404);
  });
});
