import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { OwnData } from '../../src/people/privacy/ownData.ts';
import type { StoredStatement } from '../../src/xapi/types.ts';
import { completeModule } from '../support/completeModule.ts';
import { codeOf, json, testApp, type TestApp } from '../support/testApp.ts';
import { attachmentOf, sha2Of } from '../support/xapiCalls.ts';

const version = { 'x-experience-api-version': '1.0.3' };
const tool = { ...version, authorization: `Basic ${btoa('tool:secret')}` };

async function ownDataOf(app: TestApp, headers: Record<string, string>): Promise<OwnData> {
  const response = await app.fetch('/api/my-data', { headers });
  expect(response.status).toBe(200);
  return (await response.json()) as OwnData;
}

async function appWithClient(): Promise<TestApp> {
  return testApp({ env: { XAPI_CLIENTS: 'tool:secret:all' } });
}

describe('one’s own data', () => {
  it('is a file for whoever is signed in, kept by no cache, and refused to everybody else', async () => {
    const app = await testApp();
    const response = await app.fetch('/api/my-data', { headers: await app.signIn('learner') });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="omat-tiedot-2026-11-21.json"',
      'cache-control': 'no-store',
    });
    const refused = await app.fetch('/api/my-data');
    expect([refused.status, await codeOf(refused)]).toEqual([401, 'not_signed_in']);
  });

  it('tells who the person is here, with the unit by name, and where the person is signed in, by time alone', async () => {
    const app = await testApp();
    await app.signIn('learner');
    const data = await ownDataOf(app, await app.signIn('learner'));
    expect(data.person).toMatchObject({
      name: 'Oppija',
      key: { issuer: 'demo', subject: 'learner' },
      unit: { id: 'aikuissosiaalityo-lansi', name: 'Aikuissosiaalityö, länsi' },
      email: null,
      rosterId: null,
    });
    expect(data.agent.account.name).toBe(data.person.id);
    expect(data.sessions).toHaveLength(2);
    for (const session of data.sessions) expect(Object.keys(session)).toEqual(['createdAt', 'lastSeenAt']);
  });

  it('holds every statement about the person and nobody else’s, and the completions they prove', async () => {
    const app = await appWithClient();
    const learner = await completeModule(app, 'learner');
    await completeModule(app, 'learner2');
    const data = await ownDataOf(app, learner);
    const agent = encodeURIComponent(JSON.stringify(data.agent));
    const found = await app.fetch(`/xapi/statements?agent=${agent}&related_agents=true&ascending=true`, {
      headers: tool,
    });
    const { statements } = (await found.json()) as { statements: StoredStatement[] };
    expect(data.statements.map(({ id }) => id)).toEqual(statements.map(({ id }) => id));
    expect(data.statements.length).toBeGreaterThan(4);
    expect(data.completions).toEqual([
      expect.objectContaining({
        module: 'module',
        moduleVersion: 3,
        completedAt: expect.stringContaining('2026') as string,
      }),
    ]);
  });

  it('holds what API clients keep of the person too: voided statements, documents of any kind, attachments', async () => {
    const app = await appWithClient();
    const learner = await app.signIn('learner');
    const { agent } = await ownDataOf(app, learner);
    const send = (body: unknown) => app.fetch('/xapi/statements', json(tool, body));
    const id = randomUUID();
    const verb = { id: 'https://example.org/verbs/tried' };
    const object = { id: 'https://example.org/activities/one' };
    await send({ id, actor: agent, verb, object });
    const actor = { objectType: 'Agent', mbox: 'mailto:tool@example.org' };
    const voidedVerb = { id: 'http://adlnet.gov/expapi/verbs/voided' };
    await send({ actor, verb: voidedVerb, object: { objectType: 'StatementRef', id } });
    await sendWithAttachment(app, { actor: agent, verb, object, attachments: [attachmentOf('a note')] }, 'a note');
    const place = new URLSearchParams({ agent: JSON.stringify(agent) });
    const put = (path: string, parameters: string, body: string | Uint8Array<ArrayBuffer>) =>
      app.fetch(`/xapi/${path}?${place.toString()}&${parameters}`, {
        method: 'PUT',
        headers: { ...tool, 'content-type': 'text/plain', 'if-none-match': '*' },
        body,
      });
    await put('activities/state', `activityId=${encodeURIComponent(object.id)}&stateId=notes`, 'my notes');
    await put('agents/profile', 'profileId=picture', new Uint8Array([0xff, 0xfe, 0x00]));
    const data = await ownDataOf(app, learner);
    expect(data.voided.map((statement) => statement.id)).toEqual([id]);
    const verbs = data.statements.map((statement) => statement.verb.id);
    expect(verbs).toEqual([voidedVerb.id, verb.id]);
    expect(data.attachments).toEqual([{ sha2: sha2Of('a note'), base64: Buffer.from('a note').toString('base64') }]);
    expect(data.documents).toEqual([
      expect.objectContaining({ resource: 'state', activity: object.id, id: 'notes', text: 'my notes', base64: null }),
      expect.objectContaining({ resource: 'agentProfile', activity: null, id: 'picture', text: null, base64: '//4A' }),
    ]);
    expect((await ownDataOf(app, await app.signIn('learner2'))).documents).toEqual([]);
  });

  it('tells when and as what somebody looked at the record, by role and unit, not by name', async () => {
    const app = await testApp();
    const learner = await app.signIn('learner');
    const manager = await app.signIn('manager');
    await app.fetch('/exports/completions.csv?module=module', { headers: manager });
    const data = await ownDataOf(app, learner);
    expect(data.looks).toEqual([
      {
        at: expect.stringMatching(/^2026-11-21T/) as string,
        action: 'export',
        detail: expect.objectContaining({ module: 'module' }) as Record<string, string>,
        by: { kind: 'person', roles: ['manager'], units: ['Aikuissosiaalityö, länsi'] },
      },
    ]);
    expect(JSON.stringify(data)).not.toContain('Esihenkilö');
    expect((await ownDataOf(app, manager)).looks.map(({ by }) => by)).toEqual([{ kind: 'self' }]);
    expect((await ownDataOf(app, await app.signIn('learner2'))).looks).toEqual([]);
  });

  it('holds no key of a session and nothing of anybody else', async () => {
    const app = await testApp();
    const other = await ownDataOf(app, await completeModule(app, 'learner2'));
    const text = JSON.stringify(await ownDataOf(app, await completeModule(app, 'learner')));
    for (const secret of [other.person.id, other.person.reportId, '"hash"']) expect(text).not.toContain(secret);
  });
});

async function sendWithAttachment(app: TestApp, statement: unknown, content: string): Promise<void> {
  const lines = [
    '--b',
    'Content-Type: application/json',
    '',
    JSON.stringify(statement),
    '--b',
    'Content-Type: text/plain',
    'Content-Transfer-Encoding: binary',
    `X-Experience-API-Hash: ${sha2Of(content)}`,
    '',
    content,
    '--b--',
    '',
  ];
  const response = await app.fetch('/xapi/statements', {
    method: 'POST',
    headers: { ...tool, 'content-type': 'multipart/mixed; boundary=b' },
    body: lines.join('\r\n'),
  });
  expect(response.status).toBe(200);
}
