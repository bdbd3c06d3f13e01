import { describe, expect, it } from 'vitest';
import { noRosterRow, type Person, type Unit } from '../../src/people/ports.ts';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import { type OidcApp, oidcApp } from '../support/oidcApp.ts';
import { leadsTo } from '../support/oidcBrowser.ts';
import { openOptions } from '../support/stores.ts';

const units: Unit[] = ['north', 'south'].map((id) => ({ id, name: id, parent: null }));
const row: Person = {
  ...noRosterRow,
  id: 'row-of-the-roster',
  reportId: 'report-of-the-row',
  key: null,
  name: 'Rivin nimi',
  unit: 'north',
  roles: [],
  rosterId: 'demo-1',
  manages: ['south'],
};

/** Puts units and rows into the store, as an import of the roster does while nobody is served. */
async function importRoster(app: OidcApp, ...people: Person[]): Promise<void> {
  await app.restart({
    meanwhile: async (dataDir) => {
      const stores = await openLowdbStores(openOptions(dataDir));
      await stores.people.save({ units, people });
      await stores.close();
    },
  });
}

/** Everybody in the store. */
async function everybody(app: OidcApp): Promise<readonly Person[]> {
  let people: readonly Person[] = [];
  await app.restart({
    meanwhile: async (dataDir) => {
      const stores = await openLowdbStores(openOptions(dataDir));
      people = await stores.people.people();
      await stores.close();
    },
  });
  return people;
}

describe('who signs in', () => {
  it('is the same person each time, by issuer and subject', async () => {
    const app = await oidcApp();
    const [one, other] = [app.browser(), app.browser()];
    await one.signIn('learner');
    await other.signIn('learner');
    expect(await app.whoIs(one)).toEqual(await app.whoIs(other));
    expect((await app.whoIs(one))!.key).toEqual({ issuer: app.provider.issuer, subject: 'learner' });
    expect(await everybody(app)).toHaveLength(1);
  });

  it('is one person when two first sign-ins come at the same moment', async () => {
    const app = await oidcApp();
    await importRoster(app, row);
    const browsers = Array.from({ length: 8 }, () => app.browser());
    const callbacks = await Promise.all(
      browsers.map(async (browser) => browser.choose(leadsTo(await browser.begin()), 'learner')),
    );
    await Promise.all(browsers.map((browser, index) => browser.get(callbacks[index]!)));
    const ids = await Promise.all(browsers.map(async (browser) => (await app.whoIs(browser))?.id));
    expect([...new Set(ids)]).toEqual([row.id]);
    expect(await everybody(app)).toHaveLength(1);
  });

  it('is somebody else under another subject, though the e-mail and the name are the same', async () => {
    const app = await oidcApp();
    const claims = { name: 'Oppija', email: 'shared@example.org' };
    for (const subject of ['one', 'other']) app.accounts.set(subject, { label: subject, claims });
    const [one, other] = [app.browser(), app.browser()];
    await one.signIn('one');
    await other.signIn('other');
    expect((await app.whoIs(one))!.id).not.toBe((await app.whoIs(other))!.id);
  });

  it('has the roles and the name that the last sign-in told', async () => {
    const app = await oidcApp();
    const browser = app.browser();
    await browser.signIn('manager');
    expect(await app.whoIs(browser)).toMatchObject({ name: 'Esihenkilö', roles: ['manager'] });
    const { id } = (await app.whoIs(browser))!;
    app.accounts.set('manager', {
      label: 'x',
      claims: { name: 'Uusi nimi', roles: ['oppihetki-coordinator', 'other'] },
    });
    await browser.signIn('manager');
    expect(await app.whoIs(browser)).toMatchObject({ id, name: 'Uusi nimi', roles: ['coordinator'] });
  });
});

describe('the roster', () => {
  it('has the person who first signs in with its id: name, unit and units to manage are its own', async () => {
    const app = await oidcApp();
    await importRoster(app, row);
    const browser = app.browser();
    await browser.signIn('learner');
    expect(await app.whoIs(browser)).toMatchObject({
      id: row.id,
      reportId: row.reportId,
      name: 'Rivin nimi',
      unit: 'north',
      roles: ['manager'],
    });
  });

  it('that comes after somebody has begun to learn leaves the record with its person', async () => {
    const app = await oidcApp();
    const browser = app.browser();
    await browser.signIn('learner');
    const before = (await app.whoIs(browser))!;
    expect(before.unit).toBeNull();
    await importRoster(app, row);
    await browser.signIn('learner');
    expect(await app.whoIs(browser)).toMatchObject({ id: before.id, reportId: before.reportId, unit: 'north' });
    expect(await everybody(app)).toHaveLength(1);
  });

  it('gives nobody the row of another: who claims its id is somebody without a row', async () => {
    const app = await oidcApp();
    await importRoster(app, row);
    await app.browser().signIn('learner');
    app.accounts.set('impostor', { label: 'x', claims: { name: 'Toinen', employee_id: 'demo-1' } });
    const impostor = app.browser();
    await impostor.signIn('impostor');
    expect(await app.whoIs(impostor)).toMatchObject({ name: 'Toinen', unit: null, rosterId: null, roles: [] });
    expect((await app.whoIs(impostor))!.id).not.toBe(row.id);
  });

  it('tells the unit; the claim does where it does not have the person, as far as there is such a unit', async () => {
    const app = await oidcApp();
    await importRoster(app, row);
    const unitOf = async (account: string, unit: string) => {
      const { label, claims } = app.accounts.get(account)!;
      app.accounts.set(account, { label, claims: { ...claims, oppihetki_unit: unit } });
      const browser = app.browser();
      await browser.signIn(account);
      return (await app.whoIs(browser))!.unit;
    };
    expect(await unitOf('learner', 'south')).toBe('north');
    expect(await unitOf('outsider', 'south')).toBe('south');
    expect(await unitOf('outsider', 'north')).toBe('north');
    expect(await unitOf('outsider', 'nowhere')).toBeNull();
  });
});
