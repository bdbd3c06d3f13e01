import { mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { createServer, get as httpGet } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { builtPages } from '../../../src/server/http/pageSteps.ts';
import type { Services } from '../../../src/server/services.ts';

const large = 20_000_000;

/** A small built site served on a port; its pages on demand call `next`. */
async function site() {
  const dist = await mkdtemp(join(tmpdir(), 'oppihetki-'));
  const write = async (name: string, content: string | Buffer) => {
    await mkdir(dirname(join(dist, name)), { recursive: true });
    await writeFile(join(dist, name), content);
  };
  await write('server/entry.mjs', 'export const handler = async (request, response, next) => next();');
  await write('server/inline-hashes.json', '{"styles":["sha256-x"],"scripts":["sha256-y"]}');
  for (const lang of ['fi', 'sv', 'en'])
    for (const code of ['403', '404', '500']) await write(`client/${lang}/${code}/index.html`, `${lang} ${code}`);
  await write('client/fi/index.html', 'front');
  await write('client/large.bin', Buffer.alloc(large));
  for (const name of ['v.fi.0123456789.mp4', 'v.fi.0123456789.captions.vtt', 'v.fi.0123456789.avif', 'v.fi.mp4'])
    await write(`client/videos/v/${name}`, '0123456789');
  const logged: string[] = [];
  const services = {
    publicOrigin: 'http://127.0.0.1',
    sessions: { visitor: () => Promise.resolve(null) },
    log: { error: (message: string) => logged.push(message) },
  } as unknown as Services;
  const steps = await builtPages(dist, services);
  const server = createServer((request, response) =>
    steps.staticFiles(request, response, () =>
      steps.pagesOnDemand(request, response, () => steps.notFound(request, response)),
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(dist, { recursive: true, force: true });
  });
  const { port } = server.address() as AddressInfo;
  const get = (path: string) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const sent = httpGet({ port, path, host: '127.0.0.1', agent: false }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
        response.on('error', reject);
      });
      sent.on('error', reject);
    });
  return { dist, port, get, logged };
}

describe('the pages of errors', () => {
  it.each(['/fi/404/', '/fi/404', '/fi/404?x', '/fi/404/index.html', '/sv/%35%30%30/', '/en/40%33'])(
    'answer for other addresses only: %s is not there',
    async (path) => {
      const { get } = await site();
      expect(await get(path)).toEqual({ status: 404, body: `${path.slice(1, 3)} 404` });
    },
  );
});

describe('a file of the site', () => {
  it('that a new build took away ends its own response, not the process', async () => {
    const { dist, get, logged } = await site();
    await rm(join(dist, 'client/fi/index.html'));
    await expect(get('/fi/')).rejects.toThrow();
    expect(logged.join()).toContain('cannot be read');
    expect((await get('/nothing')).status).toBe(404);
  });

  it.runIf(process.platform === 'linux')('is closed when the client leaves in the middle of it', async () => {
    const { dist, port } = await site();
    const file = join(dist, 'client/large.bin');
    const isOpen = async () => {
      const open = (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ''));
      return (await Promise.all(open)).includes(file);
    };
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    socket.pause();
    expect(await isOpen()).toBe(true);
    socket.destroy();
    await vi.waitFor(async () => expect(await isOpen()).toBe(false), 5000);
  });
});

describe('a video of the site', () => {
  const ask = async (name: string, range?: string) => {
    const { port } = await site();
    return fetch(`http://127.0.0.1:${port}/videos/v/${name}`, { headers: range ? { range } : {} });
  };

  it.each([
    ['v.fi.0123456789.mp4', 'video/mp4'],
    ['v.fi.0123456789.captions.vtt', 'text/vtt'],
    ['v.fi.0123456789.avif', 'image/avif'],
  ])('is kept for good, as its name holds the hash of its content: %s', async (name, type) => {
    const { headers } = await ask(name);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-type')).toContain(type);
  });

  it('is asked for again when its name holds no hash', async () => {
    expect((await ask('v.fi.mp4')).headers.get('cache-control')).toContain('must-revalidate');
  });

  it.each([
    ['bytes=0-1', '01', 'bytes 0-1/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('answers the range %s with that part alone', async (range, part, told) => {
    const response = await ask('v.fi.0123456789.mp4', range);
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(told);
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(await response.text()).toBe(part);
  });

  it('answers a range behind its end with its length', async () => {
    const response = await ask('v.fi.0123456789.mp4', 'bytes=10-');
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */10');
  });
});
