import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreUnavailableError } from '../../src/lrs/errors.ts';
import { readConfig } from '../../src/server/config.ts';
import { createListener } from '../../src/server/http/listener.ts';
import { builtPages } from '../../src/server/http/pageSteps.ts';
import { openServices, readBuiltCourse } from '../../src/server/openServices.ts';
import type { Services } from '../../src/server/services.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');
const secret = 'ENOSPC at a place that nobody needs to know';
const fail = () => Promise.reject(new StoreUnavailableError(secret));

/** The built site in front of services of which some fail. Answers a GET by the given persona. */
async function siteWith(failing: Partial<Services>) {
  const dataDir = await mkdtemp(join(tmpdir(), 'oppihetki-'));
  const read = readConfig({ DATA_DIR: dataDir });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const logged: string[] = [];
  const log = (message: string, fields?: unknown) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const course = await readBuiltCourse(dist);
  const opened = await openServices({
    config: read.config,
    content: () => course,
    clock: () => new Date(),
    log: { info: log, warn: log, error: log },
    onFatal: (error) => {
      throw error;
    },
  });
  const services = { ...opened.services, ...failing };
  const server = createServer(createListener(services, await builtPages(dist, services)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await opened.close();
    await rm(dataDir, { recursive: true });
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = async (path: string, persona = 'manager') => {
    const person = await opened.services.demoPersona(persona);
    const cookie = `oppihetki-session=${await opened.services.sessions.start(person!.id)}`;
    return fetch(`${origin}${path}`, { headers: { cookie }, redirect: 'manual' });
  };
  return { get, logged };
}

describe('when the store fails', () => {
  it.each(['fi', 'sv', 'en'])('a page in %s says so in that language, without a stack', async (lang) => {
    const { get } = await siteWith({ progress: fail, reports: { read: fail, view: fail } });
    for (const page of ['my', 'reports']) {
      const response = await get(`/${lang}/${page}/`);
      const body = await response.text();
      expect(response.status, page).toBe(500);
      expect(body, page).toContain(`<html lang="${lang}"`);
      expect(body, page).toContain(`href="/${lang}/"`);
      expect(body, page).not.toContain('ENOSPC');
      expect(body, page).not.toMatch(/\.(?:ts|js|mjs|astro):\d+/);
      expect(response.headers.get('cache-control'), page).toBe('no-store');
      expect(response.headers.get('content-security-policy'), page).toContain("script-src 'self'");
    }
  });

  it('a page says so also where it cannot be told who asks', async () => {
    const { get, logged } = await siteWith({ sessions: { start: fail, visitor: fail, end: fail } });
    const response = await get('/sv/my/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('<html lang="sv"');
    expect(logged.join()).toContain('a page could not be made');
  });

  it('what needs no store is served all the same', async () => {
    const { get } = await siteWith({ sessions: { start: fail, visitor: fail, end: fail } });
    expect((await get('/fi/')).status).toBe(200);
  });

  it('no export goes out, and the log says why', async () => {
    const { get, logged } = await siteWith({ reports: { read: fail, view: fail } });
    const response = await get('/exports/completions.csv');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.text()).not.toContain('ENOSPC');
    expect(logged.join()).toContain('ENOSPC');
  });
});
