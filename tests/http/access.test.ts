import { describe, expect, it } from 'vitest';
import { isApplicationPath } from '../../src/server/http/app.ts';
import { codeOf, testApp } from '../support/testApp.ts';

describe('access', () => {
  it('is not decided by the spelling of a path', () => {
    expect(isApplicationPath('/api/x')).toBe(true);
    expect(isApplicationPath('/fi/api/x')).toBe(false);
    expect(isApplicationPath('//api/x')).toBe(false);
  });

  it('errors name their request', async () => {
    const app = await testApp();
    const response = await app.fetch('/api/progress');
    const { error } = (await response.json()) as { error: { code: string; requestId: string } };
    expect(error.requestId).toBe(response.headers.get('x-request-id'));
  });
});

describe('sign-in', () => {
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
  });

  it('gives a new session each time, hidden from scripts, and a hint without content', async () => {
    const app = await testApp();
    const response = await app.fetch('/sign-in', post({ persona: 'learner' }));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/fi/');
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^oppihetki-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
      'oppihetki-signed-in=1; Path=/; SameSite=Lax',
    ]);
    expect((await app.signIn('learner'))['cookie']).not.toBe((await app.signIn('learner'))['cookie']);
  });

  it('ends the session that was there', async () => {
    const app = await testApp();
    const before = await app.signIn('learner');
    await app.fetch('/sign-in', post({ persona: 'manager' }, before));
    expect((await app.fetch('/api/progress', { headers: before })).status).toBe(401);
  });

  it('goes back to a page of this site, and nowhere else', async () => {
    const app = await testApp();
    const to = async (returnTo: string) =>
      (await app.fetch('/sign-in', post({ persona: 'learner', returnTo }))).headers.get('location');
    expect(await to('/sv/module/begin/#q-quiz-first')).toBe('/sv/module/begin/#q-quiz-first');
    expect(await to('https://other.example/')).toBe('/fi/');
    expect(await to('//other.example/')).toBe('/fi/');
  });

  it('asks for a language the browser prefers', async () => {
    const app = await testApp();
    const response = await app.fetch('/sign-in?returnTo=%2Fen%2Fmy%2F', { headers: { 'accept-language': 'sv' } });
    expect(response.headers.get('location')).toBe('/en/sign-in/?returnTo=%2Fen%2Fmy%2F');
    const plain = await app.fetch('/sign-in', { headers: { 'accept-language': 'sv' } });
    expect(plain.headers.get('location')).toBe('/sv/sign-in/');
  });

  it.each([
    ['nobody', {}, 400, 'invalid_request'],
    ['constructor', {}, 400, 'invalid_request'],
    ['learner', { origin: 'https://other.example' }, 403, 'cross_site'],
    ['learner', { 'sec-fetch-site': 'cross-site' }, 403, 'cross_site'],
    ['learner', { 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
  ])('as %s with %o is refused', async (persona, headers, status, code) => {
    const app = await testApp();
    const response = await app.fetch('/sign-in', post({ persona }, headers));
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(code);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('ends with sign-out, on the server too', async () => {
    const app = await testApp();
    const learner = await app.signIn('learner');
    const response = await app.fetch('/sign-out', post({ lang: 'sv' }, learner));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/sv/');
    expect(response.headers.getSetCookie().join()).toContain('Max-Age=0');
    expect((await app.fetch('/api/progress', { headers: learner })).status).toBe(401);
  });

  it('is not ended by another site', async () => {
    const app = await testApp();
    const { cookie } = await app.signIn('learner');
    const response = await app.fetch('/sign-out', post({}, { cookie: cookie!, origin: 'https://other.example' }));
    expect(response.status).toBe(403);
    expect((await app.fetch('/api/progress', { headers: { cookie: cookie! } })).status).toBe(200);
  });

  it('outlives a restart, and ends when unused for two hours or after twelve', async () => {
    const app = await testApp();
    const status = async (headers: Record<string, string>) => (await app.fetch('/api/progress', { headers })).status;
    const used = await app.signIn('learner');
    const unused = await app.signIn('learner');
    app.pass(100);
    await app.restart();
    expect(await status(used)).toBe(200);
    app.pass(30);
    expect(await status(unused)).toBe(401);
    for (let minutes = 130; minutes < 720; minutes += 100) {
      expect(await status(used)).toBe(200);
      app.pass(100);
    }
    expect(await status(used)).toBe(401);
  });
});
