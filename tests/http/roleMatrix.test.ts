import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isApplicationPath } from '../../src/server/http/app.ts';
import { type RunningServer, startServer } from '../support/runningServer.ts';

const roles = ['nobody', 'learner', 'coordinator', 'manager'] as const;
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof methods)[number];
/** A status for each of `roles`, in that order. */
type Statuses = readonly [nobody: number, learner: number, coordinator: number, manager: number];

const everybody = (status: number): Statuses => [status, status, status, status];
const signedIn = (status: number, otherwise = 401): Statuses => [otherwise, status, status, status];
const managers: Statuses = [401, 403, 403, 200];
/** A page made on demand, for everybody signed in or for a role: whoever is not signed in is led to sign in. */
const pageOf = (coordinator: number, manager: number, learner: number): Statuses => [
  303,
  learner,
  coordinator,
  manager,
];

/**
 * Who gets what where, by every method (OWASP ASVS 5.0 8.2). HEAD is as GET. A method that an address does not name is 404,
 * or 405, for everybody. Bodies are empty: 415 and 400 say that the request was let in and then found wanting.
 */
const addresses: Readonly<Record<string, Partial<Record<Method, Statuses>>>> = {
  '/': { GET: everybody(302) },
  '/fi/': { GET: everybody(200) },
  '/fi/kurssiesittely/': { GET: everybody(200) },
  '/fi/kurssiesittely/tervetuloa/': { GET: everybody(200) },
  '/fi/kurssiesittely/print/': { GET: everybody(200) },
  '/fi/glossary/': { GET: everybody(200) },
  '/fi/search/': { GET: everybody(200) },
  '/fi/sources/': { GET: everybody(200) },
  '/fi/accessibility/': { GET: everybody(200) },
  '/fi/privacy/': { GET: everybody(200) },
  '/fi/offline/': { GET: everybody(200) },
  '/fi/verify/': { GET: everybody(200) },
  '/fi/sign-in/': { GET: everybody(200) },
  '/fi/my/': { GET: pageOf(200, 200, 200) },
  '/fi/my/records/': { GET: pageOf(200, 200, 200) },
  '/fi/reports/': { GET: pageOf(403, 200, 403) },
  '/fi/authoring/': { GET: pageOf(200, 403, 403) },
  '/fi/authoring/review/kurssiesittely/': { GET: pageOf(200, 403, 403) },
  '/fi/authoring/review/no-such-module/': { GET: pageOf(404, 403, 403) },
  '/fi/no-such-page/': { GET: everybody(404) },
  '/fi/403/': { GET: everybody(404) },
  '/api/progress': { GET: signedIn(200) },
  '/api/my-data': { GET: signedIn(200) },
  '/api/answers': { POST: signedIn(415) },
  '/api/nothing': {},
  '/API/progress': {},
  '/exports/completions.csv': { GET: managers },
  '/exports/completions.xlsx': { GET: managers },
  '/exports/completions.json': { GET: managers },
  '/exports/statements.json': { GET: managers },
  '/exports/nothing.csv': {},
  '/certificates/fi/modules/kurssiesittely.pdf': { GET: signedIn(404) },
  '/certificates/fi/courses/tyokyvyn-ja-tyollistymisen-tuki.pdf': { GET: signedIn(404) },
  '/.well-known/jwks.json': { GET: everybody(200) },
  '/xapi/about': { GET: everybody(200) },
  '/xapi/statements': { GET: signedIn(200), POST: signedIn(400), PUT: signedIn(400) },
  '/xapi/activities': { GET: signedIn(403) },
  '/xapi/agents': { GET: signedIn(403) },
  '/xapi/activities/state': { GET: signedIn(400), PUT: signedIn(400), POST: signedIn(400), DELETE: signedIn(400) },
  '/xapi/activities/profile': { GET: signedIn(403), PUT: signedIn(403), POST: signedIn(403), DELETE: signedIn(403) },
  '/xapi/agents/profile': { GET: signedIn(403), PUT: signedIn(403), POST: signedIn(403), DELETE: signedIn(403) },
  '/xapi/nothing': {},
  '/sign-in': { GET: everybody(303), POST: everybody(415) },
  '/oidc/callback': {},
  '/healthz': { GET: everybody(200) },
  '/src/server/start.ts': {},
  '/course.json': {},
  '/data/people.json': {},
  '/keystatic': {},
};

let server: RunningServer;
const cookies: Record<(typeof roles)[number], string> = { nobody: '', learner: '', coordinator: '', manager: '' };

beforeAll(async () => {
  server = await startServer();
  for (const persona of ['learner', 'coordinator', 'manager'] as const) {
    const body = new URLSearchParams({ persona });
    const response = await fetch(`${server.origin}/sign-in`, { method: 'POST', body, redirect: 'manual' });
    cookies[persona] = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  }
}, 60_000);
afterAll(() => server.dispose());

function ask(path: string, method: Method, cookie: string): Promise<Response> {
  const headers = { origin: server.origin, 'x-experience-api-version': '2.0.0', ...(cookie && { cookie }) };
  return fetch(`${server.origin}${path}`, { method, headers, redirect: 'manual' });
}

describe('who gets what', () => {
  it.each(Object.entries(addresses))('at %s', async (path, allowed) => {
    for (const method of methods) {
      const expected = allowed[method] ?? (method === 'HEAD' ? allowed.GET : undefined);
      for (const [place, role] of roles.entries()) {
        const response = await ask(path, method, cookies[role]);
        const said = `${method} as ${role}`;
        if (expected) expect(response.status, said).toBe(expected[place]);
        else expect([401, 403, 404, 405], said).toContain(response.status);
        if (isApplicationPath(path)) expect(response.headers.get('x-request-id'), said).toMatch(/^[0-9a-f-]{36}$/);
        await expectHeaders(response, said);
      }
    }
  });

  it('nothing was stored by all that, and everybody is still who they were', async () => {
    for (const role of ['learner', 'coordinator', 'manager'] as const) {
      const progress = (await (await ask('/api/progress', 'GET', cookies[role])).json()) as { last: unknown };
      expect(progress.last, role).toBeNull();
    }
  });

  it('the log names nobody: no account, no session, no address of a visitor, no cookie', async () => {
    const progress = (await (await ask('/api/progress', 'GET', cookies.learner)).json()) as {
      actor: { account: { name: string } };
    };
    await ask('/api/answers', 'POST', `${cookies.learner}; x=1`);
    const log = server.output();
    const secrets = Object.values(cookies).flatMap((cookie) => cookie.split(/; |=/).filter((part) => part.length > 20));
    for (const secret of [progress.actor.account.name, 'Oppija', 'Esihenkilö', ...secrets])
      expect(log).not.toContain(secret);
    const lines = log.split('\n').filter((line) => line.startsWith('{'));
    for (const line of lines) expect(line).not.toMatch(/127\.0\.0\.1|cookie|user-agent/i);
  });
});

/** What every answer carries, whatever it says (OWASP ASVS 5.0 3.4, 14.2). */
async function expectHeaders(response: Response, said: string): Promise<void> {
  const { headers } = response;
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy, said).toContain("object-src 'none'");
  expect(policy, said).toContain("base-uri 'none'");
  expect(policy, said).toContain('frame-ancestors');
  expect(policy, said).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  expect(headers.get('x-content-type-options'), said).toBe('nosniff');
  expect(headers.get('referrer-policy'), said).toBeTruthy();
  if (response.status >= 400 || headers.has('set-cookie')) expect(headers.get('cache-control'), said).toBe('no-store');
  expect(await response.text(), said).not.toMatch(/\bat .+\.(?:ts|mjs|js):\d+/);
}
