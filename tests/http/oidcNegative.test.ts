import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type HostileProvider, hostileProvider, type Lie } from '../support/hostileProvider.ts';
import { oidcApp } from '../support/oidcApp.ts';
import { leadsTo, oidcBrowser } from '../support/oidcBrowser.ts';
import { oidcEnvironment } from '../support/oidcEnvironment.ts';
import { origin, testApp } from '../support/testApp.ts';

const session = 'oppihetki-session';

/** A sign-in that has come back from a hostile provider, up to its callback. */
async function setUp(provider: HostileProvider) {
  const app = await testApp({ env: oidcEnvironment(provider) });
  const browser = oidcBrowser(app);
  const begun = await browser.begin('/fi/my/');
  const asked = new URL(leadsTo(begun)).searchParams;
  provider.nonce = asked.get('nonce');
  const callback = (change: Record<string, string> = {}) =>
    `${origin}/oidc/callback?${new URLSearchParams({ code: 'a-code', state: asked.get('state')!, ...change })}`;
  return { app, browser, asked, callback };
}

/** What the sign-in page is asked to tell. */
function told(response: Response): { problem: string | null; returnTo: string | null; id: string | null } {
  expect(response.status).toBe(303);
  const { pathname, searchParams } = new URL(response.headers.get('location')!, origin);
  expect(pathname).toBe('/fi/sign-in/');
  return {
    problem: searchParams.get('problem'),
    returnTo: searchParams.get('returnTo'),
    id: searchParams.get('requestId'),
  };
}

describe('an ID token', () => {
  it('that is right signs in', async () => {
    const provider = await hostileProvider();
    const { browser, callback } = await setUp(provider);
    expect((await browser.get(callback())).headers.get('location')).toBe('/fi/my/');
    expect(browser.cookies.has(session)).toBe(true);
  });

  const now = Math.floor(Date.now() / 1000);
  it.each<[string, Lie]>([
    ['signed with another key', { otherKey: true }],
    ['without a signature (alg none)', { unsigned: true }],
    ['signed with the client secret instead of a key', { byClientSecret: true }],
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['for another client', { claims: { aud: 'other' } }],
    ['for us and others, of whom it is another that asked', { claims: { aud: ['oppihetki', 'other'], azp: 'other' } }],
    ['that has expired', { claims: { iat: now - 7200, exp: now - 3600 } }],
    ['that ends never', { claims: { exp: undefined } }],
    ['that begins later', { claims: { nbf: now + 3600 } }],
    ['of another sign-in (nonce)', { claims: { nonce: 'of-another-sign-in' } }],
    ['of no sign-in (no nonce)', { claims: { nonce: undefined } }],
    ['that names nobody', { claims: { sub: undefined } }],
    ['that is not there', { withoutIdToken: true }],
  ])('%s signs nobody in and is told as a failed sign-in', async (_, lie) => {
    const provider = await hostileProvider();
    const { browser, callback } = await setUp(provider);
    provider.lie = lie;
    const answer = told(await browser.get(callback()));
    expect(answer).toEqual({ problem: 'failed', returnTo: '/fi/my/', id: expect.stringMatching(/^[\da-f-]{36}$/) });
    expect(browser.cookies.has(session)).toBe(false);
  });
});

describe('the provider', () => {
  it('gets the verifier of the very challenge that this sign-in sent', async () => {
    const provider = await hostileProvider();
    const { browser, asked, callback } = await setUp(provider);
    await browser.get(callback());
    const [body] = provider.asked;
    const challenge = createHash('sha256').update(body!.get('code_verifier')!).digest('base64url');
    expect(challenge).toBe(asked.get('code_challenge'));
    expect(body!.get('redirect_uri')).toBe(`${origin}/oidc/callback`);
  });

  it('refuses a code with another verifier: a code that was stolen is worth nothing', async () => {
    const app = await oidcApp();
    const victim = app.browser();
    const stolen = new URL(await victim.choose(leadsTo(await victim.begin()), 'learner')).searchParams.get('code')!;
    const thief = app.browser();
    const state = new URL(leadsTo(await thief.begin())).searchParams.get('state')!;
    const query = new URLSearchParams({ code: stolen, state, iss: app.provider.issuer });
    expect(told(await thief.get(`/oidc/callback?${query}`)).problem).toBe('failed');
    expect(thief.cookies.has(session)).toBe(false);
  });

  it('refuses a sign-in without a challenge', async () => {
    const app = await oidcApp();
    const address = new URL(leadsTo(await app.browser().begin()));
    address.searchParams.delete('code_challenge');
    address.searchParams.delete('code_challenge_method');
    const answer = await fetch(address, { redirect: 'manual' });
    expect(answer.headers.get('location')).toContain('error=invalid_request');
  });

  it.each([
    [500, 'unavailable'],
    [503, 'unavailable'],
    [400, 'failed'],
  ])('answering %i to the code is told as %s, not in its own words', async (status, problem) => {
    const provider = await hostileProvider();
    const { browser, callback } = await setUp(provider);
    provider.lie = { status };
    const response = await browser.get(callback());
    expect(told(response).problem).toBe(problem);
    expect(response.headers.get('location')).not.toContain('words');
  });

  it.each([
    ['access_denied', 'cancelled'],
    ['login_required', 'failed'],
    ['server_error', 'unavailable'],
    ['temporarily_unavailable', 'unavailable'],
    ['<script>', 'failed'],
  ])('sending back with the error %s is told as %s, not in its own words', async (error, problem) => {
    const provider = await hostileProvider();
    const { browser, asked } = await setUp(provider);
    const query = new URLSearchParams({ error, error_description: 'words', state: asked.get('state')! });
    const response = await browser.get(`/oidc/callback?${query}`);
    expect(told(response)).toMatchObject({ problem, returnTo: '/fi/my/' });
    expect(response.headers.get('location')).not.toMatch(/words|script/);
    expect(provider.asked).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['of another issuer', { issuer: 'https://evil.example' }],
    ['without an address for signing in', { authorization_endpoint: undefined }],
    ['with an address that is no web address', { authorization_endpoint: 'javascript:alert(1)' }],
  ])('with a description %s is as good as away', async (_, description) => {
    const provider = await hostileProvider();
    provider.description = description;
    const app = await testApp({ env: oidcEnvironment(provider) });
    expect(told(await oidcBrowser(app).begin()).problem).toBe('unavailable');
  });

  it('that was away when the product started is asked again at the next sign-in', async () => {
    const provider = await hostileProvider();
    provider.description = { issuer: 'https://evil.example' };
    const app = await testApp({ env: oidcEnvironment(provider) });
    const browser = oidcBrowser(app);
    expect(told(await browser.begin('/fi/my/'))).toMatchObject({ problem: 'unavailable', returnTo: '/fi/my/' });
    expect(browser.cookies.size).toBe(0);
    provider.description = {};
    expect(leadsTo(await browser.begin())).toContain(`${provider.issuer}/authorize`);
  });

  it('that is down stops neither the product nor its pages for readers', async () => {
    const app = await oidcApp();
    await app.provider.close();
    expect(told(await app.browser().begin()).problem).toBe('unavailable');
    expect((await app.fetch('/healthz')).status).toBe(200);
  });
});

describe('a callback', () => {
  it('that comes a second time is refused, and ends nothing', async () => {
    const app = await oidcApp();
    const browser = app.browser();
    const callback = await browser.choose(leadsTo(await browser.begin()), 'learner');
    const kept = new Map(browser.cookies);
    await browser.get(callback);
    const signedIn = browser.cookies.get(session)!;
    expect(told(await browser.get(callback)).problem).toBe('expired');
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect(told(await browser.get(callback)).problem).toBe('expired');
    expect(await app.services().sessions.visitor(signedIn)).not.toBeNull();
  });

  it('in another browser than the one that began is refused: nobody is signed in as somebody else', async () => {
    const app = await oidcApp();
    const attacker = app.browser();
    const callback = await attacker.choose(leadsTo(await attacker.begin()), 'learner');
    const victim = app.browser();
    expect(told(await victim.get(callback)).problem).toBe('expired');
    await victim.begin();
    expect(told(await victim.get(callback)).problem).toBe('expired');
    expect(victim.cookies.has(session)).toBe(false);
  });

  it.each(['', 'x', '-'.repeat(43)])('with the state %j is refused', async (state) => {
    const provider = await hostileProvider();
    const { browser, callback } = await setUp(provider);
    expect(told(await browser.get(callback({ state }))).problem).toBe('expired');
    expect(provider.asked).toEqual([]);
  });

  it('whose state begins as the right one does is refused', async () => {
    const provider = await hostileProvider();
    const { browser, asked, callback } = await setUp(provider);
    const state = asked.get('state')!.slice(0, 12) + '-'.repeat(31);
    expect(told(await browser.get(callback({ state }))).problem).toBe('expired');
  });

  it('with a cookie that was changed is refused', async () => {
    const provider = await hostileProvider();
    const { browser, callback } = await setUp(provider);
    const [[name = '', value = ''] = []] = browser.cookies;
    const changes = [
      value.slice(0, -2),
      `${value.slice(0, 20)}${value[20] === 'A' ? 'B' : 'A'}${value.slice(21)}`,
      '',
      'e30',
      Buffer.from(JSON.stringify({ state: 'x' })).toString('base64url'),
    ];
    for (const changed of changes) {
      browser.cookies.set(name, changed);
      expect(told(await browser.get(callback())).problem, changed).toBe('expired');
    }
    expect(provider.asked).toEqual([]);
  });

  it('after ten minutes is refused', async () => {
    const provider = await hostileProvider();
    const { app, browser, callback } = await setUp(provider);
    app.pass(10);
    expect(told(await browser.get(callback())).problem).toBe('expired');
    expect(provider.asked).toEqual([]);
  });

  it('with its code twice, or of another issuer (RFC 9207), is refused', async () => {
    const provider = await hostileProvider();
    const { browser, callback } = await setUp(provider);
    expect(told(await browser.get(`${callback()}&code=another`)).problem).toBe('failed');
    const again = await setUp(provider);
    expect(told(await again.browser.get(again.callback({ iss: 'https://evil.example' }))).problem).toBe('failed');
    expect(provider.asked).toEqual([]);
  });

  it('by HEAD changes nothing', async () => {
    const provider = await hostileProvider();
    const { app, browser, callback } = await setUp(provider);
    const { pathname, search } = new URL(callback());
    const head = await app.fetch(`${pathname}${search}`, { method: 'HEAD', headers: browser.headers() });
    expect(head.status).toBe(404);
    expect((await browser.get(callback())).headers.get('location')).toBe('/fi/my/');
  });

  it.each(['POST', 'PUT', 'DELETE'])('by %s is none', async (method) => {
    const app = await oidcApp();
    expect((await app.fetch('/oidc/callback?code=x&state=y', { method })).status).toBe(404);
  });
});

describe('what only reads', () => {
  it('begins nothing: GET /sign-in leads to the page and gives no cookie', async () => {
    const app = await oidcApp();
    const response = await app.fetch('/sign-in?returnTo=/sv/my/');
    expect(response.headers.get('location')).toBe('/sv/sign-in/?returnTo=%2Fsv%2Fmy%2F');
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('has no callback under the demo sign-in', async () => {
    const app = await testApp();
    expect((await app.fetch('/oidc/callback?code=x&state=y')).status).toBe(404);
    expect((await app.fetch('/sign-out')).status).toBe(404);
  });
});

it('another site cannot begin a sign-in', async () => {
  const app = await oidcApp();
  const headers = { origin: 'https://evil.example' };
  const response = await app.fetch('/sign-in', { method: 'POST', headers, body: new URLSearchParams() });
  expect(response.status).toBe(403);
  expect(response.headers.getSetCookie()).toEqual([]);
});
