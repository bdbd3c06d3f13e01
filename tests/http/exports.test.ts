import { describe, expect, it } from 'vitest';
import { completeModule } from '../support/completeModule.ts';
import { codeOf, testApp } from '../support/testApp.ts';

const version = { 'x-experience-api-version': '1.0.3' };

const lines = (csv: string) =>
  csv
    .slice(1)
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(';'));

describe('the completion export', () => {
  it('shows the manager the own unit: who has completed, when and in which version', async () => {
    const app = await testApp();
    await completeModule(app, 'learner');
    await completeModule(app, 'learner2');
    const response = await app.fetch('/exports/completions.csv', { headers: await app.signIn('manager') });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="suoritukset-2026-11-21.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = lines(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    expect(rows.map((row) => row.slice(1))).toEqual([
      ['Esihenkilö', 'Aikuissosiaalityö, länsi', 'module', '', 'not-completed', '', ''],
      [
        'Oppija',
        'Aikuissosiaalityö, länsi',
        'module',
        '3',
        'completed',
        '2026-11-21T12:00:00+02:00',
        expect.stringMatching(/^[0-9a-f-]{36}$/),
      ],
    ]);
  });

  it('names nobody by the account name of the statements', async () => {
    const app = await testApp();
    const learner = await app.signIn('learner');
    const { actor } = (await (await app.fetch('/api/progress', { headers: learner })).json()) as {
      actor: { account: { name: string } };
    };
    const response = await app.fetch('/exports/completions.csv', { headers: await app.signIn('manager') });
    expect(await response.text()).not.toContain(actor.account.name);
  });

  it('gives the same bytes for the same records, after a restart too', async () => {
    const app = await testApp();
    await completeModule(app, 'learner');
    const manager = await app.signIn('manager');
    const read = async () => (await app.fetch('/exports/completions.csv', { headers: manager })).text();
    const first = await read();
    await app.restart();
    expect(await read()).toBe(first);
  });

  it('names the statement that proves each completion', async () => {
    const app = await testApp({ env: { XAPI_CLIENTS: 'audit:secret:all/read' } });
    await completeModule(app, 'learner');
    const csv = await (await app.fetch('/exports/completions.csv', { headers: await app.signIn('manager') })).text();
    const id = lines(csv)[1]!.at(-1);
    const authorization = `Basic ${Buffer.from('audit:secret').toString('base64')}`;
    const found = await app.fetch(`/xapi/statements?statementId=${id}`, { headers: { authorization, ...version } });
    expect(await found.json()).toMatchObject({
      id,
      verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
      object: { id: 'http://oppihetki.test/modules/module' },
      authority: { account: { homePage: 'http://oppihetki.test', name: 'server' } },
      context: { revision: '3' },
    });
  });

  it('takes filters about completions, which hide nobody', async () => {
    const app = await testApp();
    await completeModule(app, 'learner');
    const manager = await app.signIn('manager');
    const states = async (query: string) =>
      lines(await (await app.fetch(`/exports/completions.csv?${query}`, { headers: manager })).text()).map(
        (row) => row[5],
      );
    expect(await states('from=2026-11-21&to=2026-11-21&version=3&module=module')).toEqual([
      'not-completed',
      'completed',
    ]);
    expect(await states('from=2026-11-22')).toEqual(['not-completed', 'not-completed']);
    expect(await states('unit=terveysasema-ita')).toEqual([]);
  });

  it('refuses a filter it does not know, by name', async () => {
    const app = await testApp();
    const response = await app.fetch('/exports/completions.csv?modul=x', { headers: await app.signIn('manager') });
    expect(response.status).toBe(400);
    expect(await codeOf(response)).toBe('invalid_parameter');
  });

  it('has no row for a module that is only announced', async () => {
    const app = await testApp();
    const csv = await (await app.fetch('/exports/completions.csv', { headers: await app.signIn('manager') })).text();
    expect(csv).not.toContain('later');
  });
});
