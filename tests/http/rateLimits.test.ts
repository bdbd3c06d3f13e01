import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/server/http/app.ts';
import { hostileProvider } from '../support/hostileProvider.ts';
import { oidcEnvironment } from '../support/oidcEnvironment.ts';
import { codeOf, json, origin, testApp, type TestApp } from '../support/testApp.ts';

const xapi = { 'x-experience-api-version': '1.0.3' };
const statement = () => ({
  id: randomUUID(),
  actor: { mbox: 'mailto:learner@example.org' },
  verb: { id: 'https://example.org/did' },
  object: { id: 'https://example.org/activity' },
});

/** Requests as they come from an address, through a proxy where `forwarded` is said. */
function sender(app: TestApp) {
  const application = createApp(app.services(), randomUUID);
  return (address: string, path: string, init: RequestInit = {}, forwarded?: string) => {
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
    const incoming = { socket: { remoteAddress: address }, headers } as never;
    return application.fetch(new Request(`${origin}${path}`, init), { incoming });
  };
}

async function expectTooMany(response: Response): Promise<void> {
  expect(response.status).toBe(429);
  const seconds = Number(response.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await codeOf(response)).toBe('too_many_requests');
}

const signIn = (persona: string): RequestInit => ({ method: 'POST', body: new URLSearchParams({ persona }) });

describe('failed sign-ins', () => {
  it('are refused from an address that made too many, and from that one alone', async () => {
    const send = sender(await testApp({ env: { RATE_LIMITS: 'failures:3' } }));
    for (let times = 0; times < 3; times += 1)
      expect((await send('203.0.113.5', '/sign-in', signIn('nobody'))).status).toBe(400);
    await expectTooMany(await send('203.0.113.5', '/sign-in', signIn('nobody')));
    await expectTooMany(await send('203.0.113.5', '/sign-in', signIn('learner')));
    expect((await send('203.0.113.6', '/sign-in', signIn('learner'))).status).toBe(303);
  });

  it('do not count those that succeed: a whole city may come from one address', async () => {
    const send = sender(await testApp({ env: { RATE_LIMITS: 'failures:3' } }));
    for (let times = 0; times < 10; times += 1)
      expect((await send('203.0.113.5', '/sign-in', signIn('learner'))).status).toBe(303);
  });

  it('count by what a trusted proxy says of the address, and by nothing that others say', async () => {
    const app = await testApp({ env: { RATE_LIMITS: 'failures:1', TRUSTED_PROXY: '10.0.0.1' } });
    const send = sender(app);
    await send('10.0.0.1', '/sign-in', signIn('nobody'), '203.0.113.5');
    await expectTooMany(await send('10.0.0.1', '/sign-in', signIn('nobody'), '1.2.3.4, 203.0.113.5'));
    expect((await send('10.0.0.1', '/sign-in', signIn('nobody'), '203.0.113.6')).status).toBe(400);
    await send('203.0.113.9', '/sign-in', signIn('nobody'), '198.51.100.1');
    await expectTooMany(await send('203.0.113.9', '/sign-in', signIn('nobody'), '198.51.100.2'));
  });

  it('count callbacks that belong to no sign-in of their browser', async () => {
    const provider = await hostileProvider();
    const send = sender(await testApp({ env: { ...oidcEnvironment(provider), RATE_LIMITS: 'failures:2' } }));
    for (let times = 0; times < 2; times += 1)
      expect((await send('203.0.113.5', '/oidc/callback?code=x&state=y')).status).toBe(303);
    await expectTooMany(await send('203.0.113.5', '/oidc/callback?code=x&state=y'));
    expect(provider.asked).toEqual([]);
  });

  it('say so in the language of the browser', async () => {
    const send = sender(await testApp({ env: { RATE_LIMITS: 'failures:1' } }));
    const init = { ...signIn('nobody'), headers: { 'accept-language': 'fi' } };
    await send('203.0.113.5', '/sign-in', init);
    const { error } = (await (await send('203.0.113.5', '/sign-in', init)).json()) as { error: { message: string } };
    expect(error.message).toMatch(/^Pyyntöjä tuli liian monta .* \d+ sekunnin kuluttua\.$/);
  });
});

describe('ten thousand sign-in posts', () => {
  it('of a demo persona are answered plainly, and leave no more than five hundred sessions', async () => {
    const app = await testApp({ env: { RATE_LIMITS: 'sign-ins:600' } });
    const send = sender(app);
    const statuses = new Map<number, number>();
    const first = await send('203.0.113.5', '/sign-in', signIn('learner'));
    const oldest = /oppihetki-session=([^;]+)/.exec(first.headers.getSetCookie().join())![1]!;
    for (let batch = 0; batch < 100; batch += 1) {
      const sent = Array.from({ length: 100 }, () => send('203.0.113.5', '/sign-in', signIn('learner')));
      for (const { status } of await Promise.all(sent)) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 303: 599, 429: 9401 });
    expect(await app.services().sessions.visitor(oldest)).toBeNull();
  });

  it('under OIDC take no memory on the server, and are answered plainly', async () => {
    const provider = await hostileProvider();
    const send = sender(await testApp({ env: { ...oidcEnvironment(provider), RATE_LIMITS: 'sign-ins:50' } }));
    const statuses = new Map<number, number>();
    for (let times = 0; times < 10_000; times += 1) {
      const { status } = await send('203.0.113.5', '/sign-in', { method: 'POST', body: new URLSearchParams() });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 200: 50, 429: 9950 });
  });
});

describe('writes', () => {
  it('of an API client are limited under its name; reads are not', async () => {
    const env = { XAPI_CLIENTS: 'one:secret:all two:secret:all', RATE_LIMITS: 'client-writes:2' };
    const app = await testApp({ env });
    const as = (name: string) => ({ ...xapi, authorization: `Basic ${btoa(`${name}:secret`)}` });
    const write = (name: string) => app.fetch('/xapi/statements', json(as(name), statement()));
    for (let times = 0; times < 2; times += 1) expect((await write('one')).status).toBe(200);
    await expectTooMany(await write('one'));
    expect((await write('two')).status).toBe(200);
    expect((await app.fetch('/xapi/statements', { headers: as('one') })).status).toBe(200);
    const state = new URLSearchParams({
      activityId: 'https://example.org/a',
      agent: JSON.stringify(statement().actor),
      stateId: 's',
    });
    await expectTooMany(await app.fetch(`/xapi/activities/state?${state}`, json(as('one'), {}, 'PUT')));
  });

  it('of one person are limited, at every door and in every session together', async () => {
    const app = await testApp({ env: { RATE_LIMITS: 'writes:2' } });
    const answer = async (persona: string) => {
      const headers = await app.signIn(persona);
      const body = { id: randomUUID(), question: 'quiz/first', response: ['right'], lang: 'fi' };
      return app.fetch('/api/answers', json(headers, body));
    };
    for (let times = 0; times < 2; times += 1) expect((await answer('learner')).status).toBe(200);
    await expectTooMany(await answer('learner'));
    const headers = { ...(await app.signIn('learner')), ...xapi };
    await expectTooMany(await app.fetch('/xapi/statements', json(headers, statement())));
    expect((await app.fetch('/api/progress', { headers })).status).toBe(200);
    expect((await answer('learner2')).status).toBe(200);
  });
});

describe('refused client credentials', () => {
  const guess = { headers: { ...xapi, authorization: `Basic ${btoa('tool:guess')}` } };
  const right = { headers: { ...xapi, authorization: `Basic ${btoa('tool:secret')}` } };
  const env = { XAPI_CLIENTS: 'tool:secret:all', RATE_LIMITS: 'failures:3' };

  it('stop guessing: after too many, right ones are refused from that address too, and from that one alone', async () => {
    const send = sender(await testApp({ env }));
    for (let times = 0; times < 3; times += 1)
      expect((await send('203.0.113.5', '/xapi/statements', guess)).status).toBe(401);
    await expectTooMany(await send('203.0.113.5', '/xapi/statements', guess));
    await expectTooMany(await send('203.0.113.5', '/xapi/statements', right));
    expect((await send('203.0.113.6', '/xapi/statements', right)).status).toBe(200);
  });

  it('count in the alternate syntax too, and leave signing in alone', async () => {
    const send = sender(await testApp({ env }));
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams({
      Authorization: `Basic ${btoa('tool:guess')}`,
      'X-Experience-API-Version': '1.0.3',
    });
    const alternate = { method: 'POST', headers, body };
    for (let times = 0; times < 3; times += 1)
      expect((await send('203.0.113.5', '/xapi/statements?method=GET', alternate)).status).toBe(401);
    await expectTooMany(await send('203.0.113.5', '/xapi/statements?method=GET', alternate));
    expect((await send('203.0.113.5', '/sign-in', signIn('learner'))).status).toBe(303);
  });
});

describe('exports', () => {
  it('pass thirty times a minute as things stand, and are limited under the person', async () => {
    const app = await testApp();
    const headers = await app.signIn('manager');
    const statuses = new Set<number>();
    for (let times = 0; times < 30; times += 1)
      statuses.add((await app.fetch('/exports/completions.csv', { headers })).status);
    expect([...statuses]).toEqual([200]);
    let last = await app.fetch('/exports/completions.csv', { headers });
    for (let times = 0; times < 40 && last.status === 200; times += 1)
      last = await app.fetch('/exports/completions.csv', { headers });
    await expectTooMany(last);
    const again = await app.signIn('manager');
    await expectTooMany(await app.fetch('/exports/completions.csv', { headers: again }));
  });

  it('that nobody signed in asks for are refused as such', async () => {
    const app = await testApp({ env: { RATE_LIMITS: 'exports:1' } });
    for (let times = 0; times < 3; times += 1) expect((await app.fetch('/exports/completions.csv')).status).toBe(401);
  });
});
