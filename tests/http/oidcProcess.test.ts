import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../support/runningServer.ts';

let server: RunningServer;

beforeAll(async () => {
  const env = {
    AUTH: 'oidc',
    PUBLIC_ORIGIN: 'https://oppihetki.example.org',
    // Nobody listens there: the product starts all the same.
    OIDC_ISSUER: 'http://127.0.0.1:9',
    OIDC_CLIENT_ID: 'oppihetki',
    OIDC_CLIENT_SECRET: 'secret',
  };
  server = await startServer({ env });
}, 180_000);
afterAll(() => server?.dispose());

/** A request that came through a proxy for this host. */
function get(path: string, host = 'oppihetki.example.org') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const sent = httpRequest(`${server.origin}${path}`, { headers: { host } }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the process under AUTH=oidc', () => {
  it('starts while the provider is away, and serves the public host over https headers', async () => {
    const { status, headers } = await get('/fi/');
    expect(status).toBe(200);
    expect(headers['strict-transport-security']).toContain('max-age');
    expect(headers['content-security-policy']).toContain("form-action 'self';");
  });

  it('takes no link from another Host', async () => {
    const { body, status } = await get('/fi/sign-in/', 'other.example');
    expect(status).toBe(200);
    expect(body).not.toContain('other.example');
  });

  it('offers the organisation’s sign-in and no demo persona', async () => {
    const { body } = await get('/fi/sign-in/?returnTo=/fi/my/');
    expect(body).toContain('Kirjaudu työtunnuksella');
    expect(body).toContain('Kirjautumisesta vastaa Helsingin kaupunki.');
    expect(body).toContain('name="returnTo" value="/fi/my/"');
    expect(body).not.toContain('persona');
  });

  it.each([
    ['fi', 'cancelled', 401, 'Kirjautuminen keskeytyi'],
    ['sv', 'expired', 400, 'Inloggningen blev för gammal'],
    ['en', 'failed', 401, 'The sign-in did not succeed'],
    ['sv', 'tooMany', 429, 'För många inloggningsförsök'],
    ['fi', 'unavailable', 503, 'Kirjautumispalveluun ei saada yhteyttä'],
  ])('tells on /%s/sign-in/ of a sign-in that was %s, with status %i', async (lang, problem, expected, words) => {
    const id = '6d1f2c8a-3f5e-4b77-9d0a-2b1c3d4e5f60';
    const { status, headers, body } = await get(`/${lang}/sign-in/?problem=${problem}&requestId=${id}`);
    expect(status).toBe(expected);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toContain(words);
    expect(body).toContain(id);
  });

  it('shows nothing of an address that names another problem or no request', async () => {
    const odd = await get('/fi/sign-in/?problem=%3Cscript%3E&requestId=%3Cscript%3E');
    expect(odd.status).toBe(200);
    expect(odd.body).not.toContain('role="alert"');
    expect((await get('/fi/sign-in/?problem=toString')).status).toBe(200);
    const { body } = await get('/fi/sign-in/?problem=failed&requestId=words-of-another');
    expect(body).not.toContain('words-of-another');
  });

  it('says plainly at the sign-in itself that the provider is away', async () => {
    const response = await fetch(`${server.origin}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ returnTo: '/sv/my/' }),
      redirect: 'manual',
    });
    expect(response.headers.get('location')).toMatch(/^\/sv\/sign-in\/\?returnTo=%2Fsv%2Fmy%2F&problem=unavailable/);
    expect(server.output()).toContain('"kind":"unavailable"');
  });
});
