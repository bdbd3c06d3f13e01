import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageLoaderHash } from '../support/pageLoader.ts';
import { type RunningServer, runToEnd, startServer } from '../support/runningServer.ts';

const minutes = 60_000;
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
}, 3 * minutes);
afterAll(() => server?.dispose());

/** A request as it is written, which fetch would tidy up. */
function raw(path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const sent = httpRequest(`${server.origin}${path}`, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the process', () => {
  it('says where it serves and where the data lies', () => {
    expect(server.output()).toContain(`${server.origin}/`);
    expect(server.output()).toContain(server.dataDir);
  });

  it('keeps a second one out of the same data, which says so and ends', async () => {
    const { code, output } = await runToEnd({ PORT: '4999', DATA_DIR: server.dataDir });
    expect(code).toBe(1);
    expect(output).toContain(server.dataDir);
    expect(output).not.toMatch(/\n\s+at /);
  });

  it('tells a wrong configuration in plain lines before anything is built', async () => {
    const { code, output } = await runToEnd({ PORT: 'x', DATABASE_URL: 'postgres://127.0.0.1/x' });
    expect(code).toBe(1);
    expect(output).toContain('PORT');
    expect(output).toContain('DATABASE_URL');
    expect(output).not.toContain('Building');
  });

  it('says when its port is taken', async () => {
    const { code, output } = await runToEnd({ PORT: new URL(server.origin).port, DATA_DIR: `${server.dataDir}/other` });
    expect(code).toBe(1);
    expect(output).toContain('port is in use');
  });

  it.each([
    ['a file', (data: string) => ({ DATA_DIR: `${data}/people.json` }), 'DATA_DIR'],
    ['below a file', (data: string) => ({ DATA_DIR: `${data}/people.json/data` }), 'DATA_DIR'],
    ['an address of no machine', (data: string) => ({ DATA_DIR: `${data}/other`, HOST: '127.0.0.1:80' }), 'HOST'],
  ])('says in one plain line what to set when it is pointed at %s', async (_, env, variable) => {
    const { code, output } = await runToEnd({ PORT: '4998', ...env(server.dataDir) });
    expect(code).toBe(1);
    expect(output).toContain(variable);
    expect(output).not.toMatch(/\n\s+at /);
  });

  it('ends with 0 on SIGTERM, keeps its id base, and goes on with its data on another port', async () => {
    const first = await startServer();
    const signIn = await fetch(`${first.origin}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ persona: 'learner' }),
      redirect: 'manual',
    });
    const cookie = signIn.headers.getSetCookie()[0]!.split(';')[0]!;
    expect(await first.stop()).toBe(0);
    const second = await startServer({ dataDir: first.dataDir });
    const progress = (await (await fetch(`${second.origin}/api/progress`, { headers: { cookie } })).json()) as {
      idBase: string;
    };
    expect(progress.idBase).toBe(first.origin);
    await second.dispose();
  });

  it('lets a request under way end before it stops', async () => {
    const own = await startServer();
    const slow = httpRequest(`${own.origin}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '15' },
    });
    const answered = new Promise<number>((resolve, reject) => {
      slow.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      slow.on('error', reject);
    });
    slow.write('persona=');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = own.stop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    slow.end('learner');
    expect(await answered).toBe(303);
    expect(await stopped).toBe(0);
    await own.dispose();
  });
});

describe('every response', () => {
  it.each([
    ['/', 302],
    ['/fi/', 200],
    ['/sv/glossary/', 200],
    ['/favicon.svg', 200],
    ['/fi/sign-in/', 200],
    ['/fi/my/', 303],
    ['/fi/nothing/', 404],
    ['/fi/nothing/at/all/', 404],
    ['/fi/404/', 404],
    ['/xx/my/', 404],
    ['/fi/tyokyvyn-tuki-asiakastyossa/', 200],
    ['/nothing', 404],
    ['/%2e%2e/package.json', 404],
    ['/%E0%A4%A', 400],
    ['/fi/404?x', 404],
    ['/fi/%34%30%34/', 404],
    ['/healthz', 200],
    ['/api/progress', 401],
    ['/xapi/about', 200],
  ])('%s (%i) carries the security headers', async (path, status) => {
    const { status: given, headers } = await raw(path);
    expect(given).toBe(status);
    const scripts = /script-src ([^;]*)/.exec(String(headers['content-security-policy']))![1]!.split(' ');
    const loader = pageLoaderHash((await raw('/fi/')).body.toString());
    expect(scripts.filter((source) => source !== loader)).toEqual(["'self'"]);
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  it.each(['/fi/my/', '/fi/reports/', '/fi/authoring/', '/fi/sign-in/', '/api/progress'])(
    '%s is never kept by a cache',
    async (path) => {
      expect((await raw(path)).headers['cache-control']).toBe('no-store');
    },
  );

  it('says nothing is there in the language of the address', async () => {
    expect((await raw('/sv/nothing/')).body.toString()).toContain('<html lang="sv"');
    expect((await raw('/nothing/', { headers: { 'accept-language': 'en' } })).body.toString()).toContain(
      '<html lang="en"',
    );
  });

  it('refuses a Host that is not loopback: demo sign-in lets anybody in', async () => {
    expect((await raw('/fi/', { headers: { host: 'oppihetki.example.org' } })).status).toBe(403);
    expect((await raw('/fi/', { headers: { host: 'localhost:1' } })).status).toBe(200);
  });

  it.each(['[::1', '127.0.0.1:99999', '127.0.0.1:1:2'])('refuses a Host that is none: %j', async (host) => {
    for (const path of ['/fi/my/', '/api/progress']) expect((await raw(path, { headers: { host } })).status).toBe(400);
  });

  it('takes nothing from forwarded headers, nor from Host into a redirect', async () => {
    const headers = {
      host: 'localhost:1',
      'x-forwarded-host': 'other.example',
      'x-forwarded-proto': 'javascript',
      forwarded: 'host=other.example',
    };
    expect((await raw('/fi/my/', { headers })).headers['location']).toBe('/fi/sign-in/?returnTo=%2Ffi%2Fmy%2F');
    expect((await raw('/fi/', { headers })).body.toString()).not.toContain('other.example');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s on the front door leads nowhere', async (method) => {
    expect((await raw('/', { method })).status).toBe(404);
  });

  it.each(['TRACE', 'PUT', 'POST', 'DELETE', 'PATCH'])('%s on a page is refused', async (method) => {
    expect((await raw('/fi/', { method })).status).toBeGreaterThanOrEqual(400);
  });
});

describe('a personal page', () => {
  const cookieOf = async (persona: string) => {
    const init = { method: 'POST', body: new URLSearchParams({ persona }), redirect: 'manual' } as const;
    return (await fetch(`${server.origin}/sign-in`, init)).headers.getSetCookie()[0]!.split(';')[0]!;
  };

  it.each([
    ['/fi/my/', { nobody: 303, learner: 200, coordinator: 200, manager: 200 }],
    ['/fi/reports/', { nobody: 303, learner: 403, coordinator: 403, manager: 200 }],
    ['/sv/%72eports', { nobody: 303, learner: 403, coordinator: 403, manager: 200 }],
    ['/en/authoring/', { nobody: 303, learner: 403, coordinator: 200, manager: 403 }],
  ])('%s opens for its role only, however it is asked for, and is kept by no cache', async (path, expected) => {
    for (const [role, status] of Object.entries(expected)) {
      const headers: Record<string, string> = role === 'nobody' ? {} : { cookie: await cookieOf(role) };
      for (const method of ['GET', 'HEAD']) {
        const response = await raw(path, { method, headers });
        expect(response.status, `${method} as ${role}`).toBe(status);
        expect(response.headers['cache-control'], role).toBe('no-store');
      }
      expect((await raw(path, { method: 'POST', headers })).status, `POST as ${role}`).toBe(404);
    }
  });
});

describe('static files', () => {
  it('are sent compressed, as the browser can read them', async () => {
    const plain = await raw('/fi/');
    const br = await raw('/fi/', { headers: { 'accept-encoding': 'br' } });
    const gz = await raw('/fi/', { headers: { 'accept-encoding': 'gzip' } });
    expect(brotliDecompressSync(br.body)).toEqual(plain.body);
    expect(gunzipSync(gz.body)).toEqual(plain.body);
  });

  it('bring their style sheets along, and the policy names each of them and no more', async () => {
    const used = new Set<string>();
    for (const path of ['/fi/', '/sv/search/', '/en/privacy/', '/fi/tyokyvyn-tuki-asiakastyossa/']) {
      const { body, headers } = await raw(path);
      const sheets = [...body.toString().matchAll(/<style>([^]*?)<\/style>/g)].map(([, sheet]) => sheet!);
      expect(sheets, path).not.toEqual([]);
      expect(body.toString(), path).not.toContain('rel="stylesheet"');
      for (const sheet of sheets) used.add(`'sha256-${createHash('sha256').update(sheet).digest('base64')}'`);
      const styles = /style-src ([^;]*)/.exec(String(headers['content-security-policy']))![1]!.split(' ');
      expect(styles, path).toEqual(expect.arrayContaining([...used]));
      expect(styles, path).not.toContain("'unsafe-inline'");
    }
    const { headers } = await raw('/healthz');
    expect(headers['content-security-policy']).toContain("style-src 'self';");
  });

  it('hold one script, which loads the others and which the policy names', async () => {
    for (const path of ['/fi/', '/sv/glossary/', '/en/privacy/', '/fi/tyokyvyn-tuki-asiakastyossa/']) {
      const { body, headers } = await raw(path);
      const html = body.toString();
      expect(html.match(/<script/g), path).toHaveLength(1);
      expect(headers['content-security-policy'], path).toContain(`script-src 'self' ${pageLoaderHash(html)};`);
    }
    for (const path of ['/healthz', '/favicon.svg', '/api/progress'])
      expect((await raw(path)).headers['content-security-policy'], path).toContain("script-src 'self';");
  });

  it('keep their policy when they have not changed', async () => {
    const { headers } = await raw('/fi/');
    const again = await raw('/fi/', { headers: { 'if-none-match': String(headers['etag']) } });
    expect(again.status).toBe(304);
    expect(again.headers['content-security-policy']).toBe(headers['content-security-policy']);
  });

  it('are sent in parts, so that videos can be sought', async () => {
    const { status, body } = await raw('/favicon.svg', { headers: { range: 'bytes=0-3' } });
    expect(status).toBe(206);
    expect(body.toString()).toBe('<svg');
  });

  it('are kept for good where their names hold a hash, and asked for again elsewhere', async () => {
    const page = (await raw('/fi/')).body.toString();
    const asset = /\/_astro\/[^" ]+\.js/.exec(page)?.[0];
    expect((await raw(asset!)).headers['cache-control']).toContain('immutable');
    expect((await raw('/fi/')).headers['cache-control']).toContain('must-revalidate');
  });

  it('are sent in parts, so that a video can be sought', async () => {
    const timeline = JSON.parse(
      await readFile(join(import.meta.dirname, '..', '..', 'videos', 'mita-tyokyky-on', 'timeline.fi.json'), 'utf8'),
    ) as { bytes: number; files: { mp4: string; captions: string } };
    const response = await fetch(`${server.origin}${timeline.files.mp4}`, { headers: { range: 'bytes=1000-1999' } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(response.headers.get('content-range')).toBe(`bytes 1000-1999/${timeline.bytes}`);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect((await response.arrayBuffer()).byteLength).toBe(1000);
    const captions = await fetch(`${server.origin}${timeline.files.captions}`);
    expect(captions.headers.get('content-type')).toMatch(/^text\/vtt/);
  });
});
