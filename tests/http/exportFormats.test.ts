import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../src/lrs/errors.ts';
import { CompletionIndex } from '../../src/reports/completionIndex.ts';
import { createCompletionReports } from '../../src/reports/completionReports.ts';
import type { AuditEntry } from '../../src/reports/ports.ts';
import { createApp } from '../../src/server/http/app.ts';
import { cityRecords, completionStatement } from '../support/cityRecords.ts';
import { completeModule } from '../support/completeModule.ts';
import { smallModule } from '../support/course.ts';
import { idBase } from '../support/statements.ts';
import { codeOf, type TestApp, testApp } from '../support/testApp.ts';

const files = ['completions.csv', 'completions.xlsx', 'completions.json', 'statements.json'] as const;

interface Exported {
  readonly completions: readonly {
    readonly learnerId: string;
    readonly name: string | null;
    readonly status: string;
    readonly moduleVersion: number | null;
    readonly completedAt: string | null;
    readonly statementId: string | null;
    readonly history: readonly { readonly moduleVersion: number; readonly statementId: string }[];
  }[];
}

interface Statements {
  readonly statements: readonly (Record<string, unknown> & { readonly id: string; readonly actor: unknown })[];
  readonly more: string;
}

/** The demo people with the learner's completions of versions 2 and 3, and one of the other unit's learner. */
async function someCompletions(): Promise<{ readonly app: TestApp; readonly account: string }> {
  const app = await testApp();
  const persona = async (name: string) => (await app.services().demoPersona(name))!;
  const [learner, other] = [await persona('learner'), await persona('learner2')];
  const { store } = app.services().lrs;
  for (const [account, version] of [
    [learner.id, 2],
    [other.id, 2],
  ] as const) {
    const timestamp = '2026-11-20T10:00:00.000Z';
    await store.append([completionStatement({ idBase, account, module: { id: 'module', version }, timestamp })]);
  }
  app.pass(60);
  const timestamp = '2026-11-21T11:00:00.000Z';
  await store.append([completionStatement({ idBase, account: learner.id, module: smallModule, timestamp })]);
  return { app, account: learner.id };
}

async function get(app: TestApp, path: string): Promise<Response> {
  return app.fetch(path, { headers: await app.signIn('manager') });
}

describe('every export', () => {
  it.each(files)('%s has the same bytes for the same records, after a restart too', async (file) => {
    const { app } = await someCompletions();
    const bytesOf = async () => Buffer.from(await (await get(app, `/exports/${file}`)).arrayBuffer());
    const first = await bytesOf();
    expect(first.length).toBeGreaterThan(100);
    await app.restart();
    expect((await bytesOf()).equals(first)).toBe(true);
  });

  it.each([
    ['completions.csv', 'text/csv; charset=utf-8', 'suoritukset-2026-11-21.csv'],
    [
      'completions.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'suoritukset-2026-11-21.xlsx',
    ],
    ['completions.json', 'application/json', 'suoritukset-2026-11-21.json'],
    ['statements.json', 'application/json', 'suoritusmerkinnat-2026-11-21.json'],
  ])('%s says what it is and what to call it, to HEAD without a body too', async (file, type, name) => {
    const app = await testApp();
    const headers = await app.signIn('manager');
    for (const method of ['GET', 'HEAD']) {
      const response = await app.fetch(`/exports/${file}`, { method, headers });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect((await response.text()).length > 0).toBe(method === 'GET');
    }
  });

  it.each(files)('%s refuses a filter it cannot follow, by name', async (file) => {
    const app = await testApp();
    for (const query of [
      'modul=x',
      'from=yesterday',
      'version=x',
      'state=started',
      'from=2026-02-02&to=2026-02-01',
      'unit=a&unit=b',
    ]) {
      const response = await get(app, `/exports/${file}?${query}`);
      expect(response.status, query).toBe(400);
      expect(await codeOf(response), query).toBe('invalid_parameter');
    }
  });

  it.each(files)('%s holds nobody of another unit, and nobody’s account name', async (file) => {
    const { app, account } = await someCompletions();
    const bytes = new Uint8Array(await (await get(app, `/exports/${file}`)).arrayBuffer());
    const text = file.endsWith('.xlsx')
      ? Object.values(unzipSync(bytes))
          .map((part) => strFromU8(part))
          .join()
      : strFromU8(bytes);
    const other = (await app.services().demoPersona('learner2'))!;
    for (const secret of [account, other.id, other.reportId, 'Oppija 2']) expect(text).not.toContain(secret);
    expect(text).toContain((await app.services().demoPersona('learner'))!.reportId);
  });

  it.each(files)('%s goes out only after its audit entry is durable, and not without it', async (file) => {
    const events: string[] = [];
    const entries: AuditEntry[] = [];
    let fails = false;
    const app = await testApp();
    const services = app.services();
    const manager = (await services.demoPersona('manager'))!;
    const audit = {
      entries: () => Promise.resolve(entries),
      append: async (entry: AuditEntry) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (fails) throw new StoreUnavailableError('disk full');
        events.push('durable');
        entries.push(entry);
      },
    };
    const people = {
      units: () => Promise.resolve([{ id: manager.unit!, name: 'West', parent: null }]),
      people: () => Promise.resolve([manager]),
    };
    const reports = createCompletionReports({
      completions: new CompletionIndex(idBase),
      people,
      audit,
      course: () => services.course(),
      clock: () => services.clock(),
    });
    const { cookie } = await app.signIn('manager');
    const withAudit = createApp({ ...services, reports }, randomUUID);
    const ask = (query: string) =>
      withAudit.request(`http://oppihetki.test/exports/${file}${query}`, { headers: { cookie: cookie! } });
    const response = await ask('?version=3');
    events.push('answered');
    await response.text();
    expect(events).toEqual(['durable', 'answered']);
    const format = file === 'statements.json' ? 'statements' : file.split('.')[1]!;
    expect(entries).toMatchObject([
      { action: 'export', by: manager.id, detail: { format, version: '3' }, subjects: [manager.reportId] },
    ]);
    fails = true;
    const failed = await ask('');
    expect(failed.status).toBe(503);
    expect(await codeOf(failed)).toBe('store_unavailable');
    expect(failed.headers.has('content-disposition')).toBe(false);
  });

  it('asked for by HEAD shows nobody, and leaves no entry', async () => {
    const app = await testApp();
    let reads = 0;
    const services = app.services();
    const read = () => Promise.reject(new Error(String((reads += 1))));
    const withReports = createApp({ ...services, reports: { ...services.reports, read } }, randomUUID);
    const { cookie } = await app.signIn('manager');
    const response = await withReports.request('http://oppihetki.test/exports/completions.csv', {
      method: 'HEAD',
      headers: { cookie: cookie! },
    });
    expect([response.status, reads]).toEqual([200, 0]);
  });
});

describe('the filtered view', () => {
  it('is the same in every format', async () => {
    const { app } = await someCompletions();
    for (const query of [
      '',
      'version=2',
      'from=2026-11-21',
      'to=2026-11-19',
      'state=completed',
      'state=not-completed',
      'module=none',
    ]) {
      const { completions } = (await (await get(app, `/exports/completions.json?${query}`)).json()) as Exported;
      const csv = await (await get(app, `/exports/completions.csv?${query}`)).text();
      const lines = csv.split('\r\n').slice(1, -1);
      expect(
        lines.map((line) => line.split(';').at(-1)),
        query,
      ).toEqual(completions.map((one) => one.statementId ?? ''));
      const xlsx = new Uint8Array(await (await get(app, `/exports/completions.xlsx?${query}`)).arrayBuffer());
      const sheet = strFromU8(unzipSync(xlsx)['xl/worksheets/sheet1.xml']!);
      expect(sheet.match(/<row /g), query).toHaveLength(completions.length + 1);
    }
  });

  it('is of a unit with all units below it', async () => {
    const { app } = await someCompletions();
    const { completions } = (await (
      await get(app, '/exports/completions.json?unit=aikuissosiaalityo-lansi')
    ).json()) as Exported;
    expect(completions.map(({ name }) => name)).toEqual(['Esihenkilö', 'Oppija']);
  });
});

describe('the JSON export', () => {
  it('has the newest completion of a person and module, and the earlier ones as history', async () => {
    const { app } = await someCompletions();
    const { completions } = (await (await get(app, '/exports/completions.json')).json()) as Exported;
    expect(completions).toMatchObject([
      {
        name: 'Esihenkilö',
        status: 'not-completed',
        moduleVersion: null,
        completedAt: null,
        statementId: null,
        history: [],
      },
      {
        name: 'Oppija',
        status: 'completed',
        moduleVersion: 3,
        completedAt: '2026-11-21T13:00:00+02:00',
        history: [{ moduleVersion: 2, completedAt: expect.stringMatching(/\+02:00$/) as string }],
      },
    ]);
  });
});

describe('the export of statements', () => {
  it('has the statement of each completion, earlier ones too, as xAPI has the result of a query', async () => {
    const { app } = await someCompletions();
    const { completions } = (await (await get(app, '/exports/completions.json')).json()) as Exported;
    const { statements, more } = (await (await get(app, '/exports/statements.json')).json()) as Statements;
    const [, learner] = completions;
    expect(more).toBe('');
    expect(statements.map(({ id }) => id)).toEqual([learner!.statementId, learner!.history[0]!.statementId]);
    expect(statements[0]).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
      object: { id: `${idBase}/modules/module` },
      result: { completion: true },
      authority: { account: { homePage: idBase, name: 'server' } },
      context: { revision: '3' },
    });
  });

  it('names people by their report ids, and tells nothing that leads to their other statements', async () => {
    const { app } = await someCompletions();
    const { statements } = (await (await get(app, '/exports/statements.json')).json()) as Statements;
    const learner = (await app.services().demoPersona('learner'))!;
    for (const statement of statements) {
      expect(statement.actor).toEqual({
        objectType: 'Agent',
        account: { homePage: `${idBase}/reports`, name: learner.reportId },
      });
      expect(Object.keys(statement['context'] as object).sort()).toEqual(['contextActivities', 'revision']);
      expect(Object.keys(statement['result'] as object)).toEqual(['completion']);
    }
  });

  it('leaves out what was voided', async () => {
    const app = await testApp({ env: { XAPI_CLIENTS: 'tool:secret:all' } });
    await completeModule(app, 'learner');
    const before = (await (await get(app, '/exports/statements.json')).json()) as Statements;
    const voiding = {
      actor: { mbox: 'mailto:tool@example.com' },
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: before.statements[0]!.id },
    };
    const answered = await app.fetch('/xapi/statements', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-experience-api-version': '1.0.3',
        authorization: `Basic ${Buffer.from('tool:secret').toString('base64')}`,
      },
      body: JSON.stringify(voiding),
    });
    expect(answered.status).toBe(200);
    expect(await (await get(app, '/exports/statements.json')).json()).toEqual({ statements: [], more: '' });
    const { completions } = (await (await get(app, '/exports/completions.json')).json()) as Exported;
    expect(completions.map(({ status }) => status)).toEqual(['not-completed', 'not-completed']);
  });
});

describe('a large export', () => {
  it('is made while it is sent: nothing more is made for somebody who has left', async () => {
    const modules = [smallModule];
    const city = cityRecords(4000, modules, idBase);
    const app = await testApp();
    const services = app.services();
    const completions = new CompletionIndex(idBase);
    completions.take({ added: [...city.completions()], removed: [] });
    const manager = (await services.demoPersona('manager'))!;
    const reports = createCompletionReports({
      completions,
      people: {
        units: () =>
          Promise.resolve([
            { id: manager.unit!, name: 'City', parent: null },
            ...city.units.map((unit) => ({ ...unit, parent: unit.parent ?? manager.unit })),
          ]),
        people: () => Promise.resolve(city.people),
      },
      audit: { append: () => Promise.resolve(), entries: () => Promise.resolve([]) },
      course: () => services.course(),
      clock: () => services.clock(),
    });
    let gets = 0;
    const store = Object.assign(Object.create(services.lrs.store) as typeof services.lrs.store, {
      get: () => {
        gets += 1;
        return Promise.resolve(null);
      },
    });
    const large = createApp({ ...services, reports, lrs: { ...services.lrs, store } }, randomUUID);
    const { cookie } = await app.signIn('manager');
    const ask = (file: string) =>
      large.request(`http://oppihetki.test/exports/${file}`, { headers: { cookie: cookie! } });
    const csv = await (await ask('completions.csv')).text();
    expect(csv.split('\r\n')).toHaveLength(1 + 4001 + 1);
    const reader = (await ask('statements.json')).body!.getReader();
    await reader.read();
    await reader.cancel();
    const asked = gets;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(gets - asked).toBeLessThanOrEqual(200);
    expect(gets).toBeLessThan(completions.size);
  });
});
