import { randomUUID } from 'node:crypto';
import XAPI, { type Statement } from '@xapi/xapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../support/runningServer.ts';

const agent = { objectType: 'Agent' as const, mbox: 'mailto:learner@example.org' };
const statement = (change: Partial<Statement> = {}): Statement => ({
  id: randomUUID(),
  actor: agent,
  verb: { id: 'http://adlnet.gov/expapi/verbs/attempted', display: { en: 'attempted' } },
  object: { objectType: 'Activity', id: 'https://example.org/activities/one' },
  ...change,
});

let server: RunningServer;
let client: XAPI;

beforeAll(async () => {
  server = await startServer({ env: { XAPI_CLIENTS: 'tool:secret:all writer:secret:statements/write' } });
  client = new XAPI({ endpoint: `${server.origin}/xapi/`, auth: XAPI.toBasicAuth('tool', 'secret'), version: '1.0.3' });
}, 180_000);
afterAll(() => server?.dispose());

describe('a client of the field', () => {
  it('sends a statement and finds it by its id', async () => {
    const sent = statement();
    expect((await client.sendStatement({ statement: sent })).data).toEqual([sent.id]);
    const { data } = await client.getStatement({ statementId: sent.id! });
    expect(data).toMatchObject({ ...sent, authority: { account: { name: 'client:tool' } } });
    expect(data.stored).toBeTruthy();
  });

  it('sends several and finds them by agent, verb, activity and registration', async () => {
    const registration = randomUUID();
    const batch = [1, 2, 3].map((number) =>
      statement({
        object: { objectType: 'Activity', id: `https://example.org/activities/batch-${number}` },
        context: { registration },
      }),
    );
    await client.sendStatements({ statements: batch });
    const { data } = await client.getStatements({ registration, agent });
    expect(data.statements.map(({ id }) => id)).toEqual(batch.map(({ id }) => id).reverse());
    const one = await client.getStatements({ activity: 'https://example.org/activities/batch-2' });
    expect(one.data.statements.map(({ id }) => id)).toEqual([batch[1]!.id]);
  });

  it('goes on to the next page where there are more', async () => {
    const registration = randomUUID();
    await client.sendStatements({ statements: [1, 2, 3].map(() => statement({ context: { registration } })) });
    const { data } = await client.getStatements({ registration, limit: 2 });
    expect(data.statements).toHaveLength(2);
    const { data: rest } = await client.getMoreStatements({ more: data.more });
    expect(rest).toMatchObject({ statements: [expect.anything()], more: '' });
  });

  it('learns which versions are spoken', async () => {
    expect((await client.getAbout()).data.version).toEqual(['1.0.3', '2.0.0']);
  });
});

describe('statements over HTTP', () => {
  const authorization = XAPI.toBasicAuth('tool', 'secret');
  const call = (path: string, init: RequestInit = {}, headers: Record<string, string> = {}) =>
    fetch(`${server.origin}/xapi/${path}`, {
      ...init,
      headers: {
        authorization,
        'x-experience-api-version': '2.0.0',
        ...(init.body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
    });
  const put = (sent: Statement, id = sent.id) =>
    call(`statements?statementId=${id}`, { method: 'PUT', body: JSON.stringify(sent) });

  it('are put under an id: again is 204, something else is 409', async () => {
    const sent = statement();
    expect((await put(sent)).status).toBe(204);
    expect((await put(sent)).status).toBe(204);
    const other = await put({ ...sent, verb: { ...sent.verb, id: 'http://adlnet.gov/expapi/verbs/failed' } });
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ error: { code: 'statement_conflict' } });
    expect((await put(sent, randomUUID())).status).toBe(400);
  });

  it('of a batch are stored all or not at all', async () => {
    const good = statement();
    const bad = { ...statement(), extra: true };
    const response = await call('statements', { method: 'POST', body: JSON.stringify([good, bad]) });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid_statement', path: '[1].extra' } });
    expect((await call(`statements?statementId=${good.id}`)).status).toBe(404);
  });

  it.each<[string, string, Record<string, string>, number, string]>([
    ['malformed JSON', '{', {}, 400, 'invalid_json'],
    ['nothing', '', {}, 400, 'invalid_json'],
    ['a text', 'x', { 'content-type': 'text/plain' }, 400, 'unsupported_content'],
    ['no version', '{}', { 'x-experience-api-version': '' }, 400, 'missing_version'],
    ['another version', '{}', { 'x-experience-api-version': '0.95' }, 400, 'unsupported_version'],
    ['a nest of lists', `${'['.repeat(70)}${']'.repeat(70)}`, {}, 400, 'invalid_json'],
    ['wrong credentials', '{}', { authorization: XAPI.toBasicAuth('tool', 'wrong') }, 401, 'not_signed_in'],
    ['no credentials', '{}', { authorization: '' }, 401, 'not_signed_in'],
  ])('with %s are refused', async (_, body, headers, status, code) => {
    const response = await call(
      'statements',
      { method: 'POST', body },
      { 'content-type': 'application/json', ...headers },
    );
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code, requestId: expect.any(String) } });
    expect(response.headers.has('www-authenticate')).toBe(status === 401);
  });

  it('may be read only with a scope that says so', async () => {
    const response = await call('statements', {}, { authorization: XAPI.toBasicAuth('writer', 'secret') });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: 'forbidden' } });
  });

  it('are answered in the version that was asked for, and say how far they are consistent', async () => {
    const response = await call('statements');
    expect(response.headers.get('x-experience-api-version')).toBe('2.0.0');
    expect(response.headers.get('x-experience-api-consistent-through')).toMatch(/^\d{4}-.*Z$/);
    expect((await call('statements', { method: 'HEAD' })).status).toBe(200);
  });

  it('an IRI in a filter comes through byte by byte', async () => {
    const id = 'https://example.org/a%2Fb?c=d&e=å#f';
    await call('statements', { method: 'POST', body: JSON.stringify(statement({ object: { id } as never })) });
    const response = await call(`statements?activity=${encodeURIComponent(id)}`);
    expect(((await response.json()) as { statements: unknown[] }).statements).toHaveLength(1);
  });
});

describe('a learner’s own session', () => {
  it.each([
    ['somebody else', { actor: agent }],
    ['a completed module', { verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: {} } }],
    ['an answer', { verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: {} } }],
  ])('may not store %s', async (_, change) => {
    const signIn = await fetch(`${server.origin}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ persona: 'learner' }),
      redirect: 'manual',
    });
    const cookie = signIn.headers.getSetCookie()[0]!.split(';')[0]!;
    const progress = (await (await fetch(`${server.origin}/api/progress`, { headers: { cookie } })).json()) as {
      idBase: string;
      actor: Statement['actor'];
      modules: { id: string; registration: string }[];
    };
    const [module] = progress.modules;
    const body = statement({
      actor: progress.actor,
      verb: { id: 'http://adlnet.gov/expapi/verbs/experienced', display: {} },
      object: { objectType: 'Activity', id: `${progress.idBase}/modules/${module!.id}` },
      context: { registration: module!.registration },
      ...change,
    });
    const response = await fetch(`${server.origin}/xapi/statements`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        cookie,
        origin: server.origin,
        'content-type': 'application/json',
        'x-experience-api-version': '1.0.3',
      },
    });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: 'forbidden' } });
  });
});
