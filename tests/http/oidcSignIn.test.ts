import { describe, expect, it } from 'vitest';
import { oidcApp } from '../support/oidcApp.ts';
import { leadsTo } from '../support/oidcBrowser.ts';
import { json, origin } from '../support/testApp.ts';

const session = 'oppihetki-session';

describe('signing in by the identity provider', () => {
  it('goes by code with PKCE, state and nonce, and comes back to the page one was on', async () => {
    const app = await oidcApp();
    const browser = app.browser();
    const begun = await browser.begin('/sv/kurssiesittely/tervetuloa/?x=1#q-1');
    expect(begun.status).toBe(200);
    expect(begun.headers.get('content-language')).toBe('sv');
    const asked = new URL(leadsTo(begun)).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: 'oppihetki',
      response_type: 'code',
      redirect_uri: `${origin}/oidc/callback`,
      scope: 'openid profile',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect(await begun.text()).toContain('Fortsätt till inloggningen');

    const back = await browser.get(await browser.choose(leadsTo(begun), 'learner'));
    expect(back.status).toBe(303);
    expect(back.headers.get('location')).toBe('/sv/kurssiesittely/tervetuloa/?x=1#q-1');
    expect(await app.whoIs(browser)).toMatchObject({ name: 'Oppija', key: { subject: 'learner' } });
    expect([...browser.cookies.keys()].sort()).toEqual(['oppihetki-session', 'oppihetki-signed-in']);
    expect((await app.fetch('/api/progress', { headers: browser.headers() })).status).toBe(200);
  });

  it('keeps the sign-in under way in a cookie that scripts cannot read and that ends in ten minutes', async () => {
    const app = await oidcApp();
    const [line] = (await app.browser().begin()).headers.getSetCookie();
    expect(line).toMatch(/^oppihetki-sign-in-[\w-]{12}=/);
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/);
    expect(line).toMatch(/Max-Age=600/);
    expect(line).toMatch(/Path=\//);
  });

  it('names its cookies with __Host- and sends the browser to the https origin it is reached at', async () => {
    const app = await oidcApp({ PUBLIC_ORIGIN: 'https://oppihetki.example.org' });
    const begun = await app.fetch('/sign-in', { method: 'POST', body: new URLSearchParams() });
    expect(begun.headers.getSetCookie()[0]).toMatch(/^__Host-oppihetki-sign-in-.*; Secure/);
    expect(new URL(leadsTo(begun)).searchParams.get('redirect_uri')).toBe(
      'https://oppihetki.example.org/oidc/callback',
    );
  });

  it('makes links of PUBLIC_ORIGIN alone, whatever Host and forwarded headers say', async () => {
    const app = await oidcApp();
    const headers = { host: 'other.example', 'x-forwarded-host': 'other.example', 'x-forwarded-proto': 'https' };
    const begun = await app.fetch('/sign-in', { method: 'POST', headers, body: new URLSearchParams() });
    expect(leadsTo(begun)).not.toContain('other.example');
    expect(await begun.text()).not.toContain('other.example');
  });

  it.each(['//evil.example/', 'https://evil.example/', '/\\evil.example', '/fi/\n', 'javascript:alert(1)'])(
    'comes back to the front page where the way back is no local path: %j',
    async (returnTo) => {
      const browser = (await oidcApp()).browser();
      expect((await browser.signIn('learner', returnTo)).headers.get('location')).toBe('/fi/');
    },
  );

  it('lets several tabs sign in at once, each to its own page, and keeps no more than five', async () => {
    const app = await oidcApp();
    const browser = app.browser();
    const first = await browser.begin('/fi/my/');
    const second = await browser.begin('/fi/search/');
    const [one, other] = [await browser.choose(leadsTo(first), 'learner'), leadsTo(second)];
    const third = await browser.choose(other, 'learner');
    expect((await browser.get(third)).headers.get('location')).toBe('/fi/search/');
    expect((await browser.get(one)).headers.get('location')).toBe('/fi/my/');
    for (let tab = 0; tab < 8; tab += 1) await browser.begin();
    expect([...browser.cookies.keys()].filter((name) => name.startsWith('oppihetki-sign-in-'))).toHaveLength(5);
  });

  it('gives a new session and ends the one before', async () => {
    const app = await oidcApp();
    const browser = app.browser();
    browser.cookies.set(session, 'chosen-by-somebody-else');
    await browser.signIn('learner');
    const first = browser.cookies.get(session)!;
    expect(first).not.toBe('chosen-by-somebody-else');
    await browser.signIn('learner');
    expect(browser.cookies.get(session)).not.toBe(first);
    expect(await app.services().sessions.visitor(first)).toBeNull();
  });

  it('keeps sessions over a restart', async () => {
    const app = await oidcApp();
    const browser = app.browser();
    await browser.signIn('learner');
    await app.restart();
    expect(await app.whoIs(browser)).toMatchObject({ name: 'Oppija' });
  });

  it('says that a sign-in which a restart fell into has to begin again', async () => {
    const app = await oidcApp();
    const browser = app.browser();
    const callback = await browser.choose(leadsTo(await browser.begin('/fi/my/')), 'learner');
    await app.restart();
    const back = await browser.get(callback);
    expect(back.headers.get('location')).toMatch(/^\/fi\/sign-in\/\?problem=expired&requestId=[\da-f-]{36}$/);
  });

  it('knows no demo persona, and no session of one that the data folder still holds', async () => {
    const app = await oidcApp();
    const response = await app.fetch('/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ persona: 'manager' }),
    });
    expect(response.headers.getSetCookie().join()).not.toContain(session);
    expect(await app.services().demoPersona('manager')).toBeNull();
  });
});

describe('signing out', () => {
  it('ends the session here, then at the provider, which knows whose it is, and comes back', async () => {
    const app = await oidcApp();
    const browser = app.browser();
    await browser.signIn('learner');
    const held = browser.cookies.get(session)!;
    const out = await browser.signOut('sv');
    expect(await app.services().sessions.visitor(held)).toBeNull();
    expect(browser.cookies.has(session)).toBe(false);
    const address = new URL(leadsTo(out));
    expect(address.href).toContain(`${app.provider.issuer}/session/end?`);
    expect(address.searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${origin}/sign-out`);
    expect(await out.text()).toContain('Du har loggat ut från Oppihetki');
    expect((await browser.get(`${origin}/sign-out?state=sv`)).headers.get('location')).toBe('/sv/');
  });

  it('goes on without the ID token after a restart: it was never written down', async () => {
    const app = await oidcApp();
    const browser = app.browser();
    await browser.signIn('learner');
    await app.restart();
    const address = new URL(leadsTo(await browser.signOut()));
    expect(address.searchParams.has('id_token_hint')).toBe(false);
    expect(address.searchParams.get('client_id')).toBe('oppihetki');
  });

  it('leads to the front page where nobody is signed in, and where the provider cannot be reached', async () => {
    const app = await oidcApp();
    const browser = app.browser();
    expect((await browser.signOut()).headers.get('location')).toBe('/fi/');
    await browser.signIn('learner');
    await app.restart();
    await app.provider.close();
    expect((await browser.signOut()).headers.get('location')).toBe('/fi/');
    expect(await app.whoIs(browser)).toBeNull();
  });

  it('is refused to other sites', async () => {
    const app = await oidcApp();
    const browser = app.browser();
    await browser.signIn('learner');
    const headers = { ...browser.headers(), origin: 'https://evil.example' };
    expect((await app.fetch('/sign-out', { method: 'POST', headers })).status).toBe(403);
    expect(await app.whoIs(browser)).not.toBeNull();
  });
});

describe('the answer of a session that has ended', () => {
  it('is refused, and taken once after signing in again as the same person', async () => {
    const app = await oidcApp();
    const browser = app.browser();
    await browser.signIn('learner');
    const account = (await app.whoIs(browser))!.id;
    app.pass(121);
    const send = (headers = browser.headers()) =>
      app.fetch(
        '/api/answers',
        json(
          { ...headers, 'oppihetki-account': account },
          { id: '8d5b6a0e-3d3c-4b6f-9a55-0d3f0a1b2c3d', question: 'quiz/first', response: ['right'], lang: 'fi' },
        ),
      );
    expect((await send()).status).toBe(401);
    const other = app.browser();
    await other.signIn('learner2');
    expect((await send(other.headers())).status).toBe(401);
    await browser.signIn('learner');
    expect((await app.whoIs(browser))!.id).toBe(account);
    for (const attempt of ['the first', 'a repeated']) expect((await send()).status, attempt).toBe(200);
    const { modules } = await app.services().progress((await app.whoIs(browser))!);
    expect(modules[0]?.questions).toMatchObject([{ id: 'quiz/first', success: true }]);
  });
});
