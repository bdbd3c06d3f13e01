import { describe, expect, it } from 'vitest';
import { codeOf } from '../support/testApp.ts';
import { xapiApp } from '../support/xapiApp.ts';

describe('about (Communication 2.8)', () => {
  it('tells anybody both versions, and answers in the one asked by (2.8)', async () => {
    const { fetch } = await xapiApp();
    for (const [asked, answered] of [
      [undefined, '2.0.0'],
      ['1.0', '1.0.3'],
      ['1.0.3', '1.0.3'],
      ['2.0.0', '2.0.0'],
      ['0.95', '2.0.0'],
      ['nonsense', '2.0.0'],
    ] as const) {
      const headers: Record<string, string> = asked === undefined ? {} : { 'x-experience-api-version': asked };
      const response = await fetch('/xapi/about', { headers });
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ version: ['1.0.3', '2.0.0'] });
      expect(response.headers.get('x-experience-api-version')).toBe(answered);
      expect((await fetch('/xapi/about', { method: 'HEAD', headers })).status).toBe(200);
    }
  });

  it('takes no parameters', async () => {
    const { fetch } = await xapiApp();
    expect((await fetch('/xapi/about?a=1')).status).toBe(400);
  });
});

describe('every resource', () => {
  const resources = {
    about: ['GET', 'HEAD'],
    statements: ['GET', 'HEAD', 'POST', 'PUT'],
    activities: ['GET', 'HEAD'],
    'activities/state': ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    'activities/profile': ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    agents: ['GET', 'HEAD'],
    'agents/profile': ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
  };

  it.each(Object.entries(resources))(
    '%s knows %j; any other method is 405 with Allow (RFC 9110, 15.5.6)',
    async (path, known) => {
      const { call } = await xapiApp();
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
        const response = await call(method, path);
        expect(response.status === 405, method).toBe(!known.includes(method));
        if (known.includes(method)) continue;
        expect(response.headers.get('allow')).toBe(known.join(', '));
        expect(await codeOf(response)).toBe('method_not_allowed');
      }
    },
  );

  it.each(Object.keys(resources).filter((path) => path !== 'about'))(
    '%s refuses a request without a version, or of another (Communication 3.3)',
    async (path) => {
      const { call } = await xapiApp();
      for (const [version, code] of [
        ['', 'missing_version'],
        ['0.95', 'unsupported_version'],
        ['1.1.0', 'unsupported_version'],
        ['2.1.0', 'unsupported_version'],
      ]) {
        const response = await call('GET', path, { version: version! });
        expect([response.status, await codeOf(response)]).toEqual([400, code]);
        expect(response.headers.get('x-experience-api-version')).toBe('2.0.0');
      }
    },
  );

  it('what statements refuse before they look at it says through when they are consistent (2.1.3; XAPI-00153)', async () => {
    const { call } = await xapiApp();
    for (const [method, resource, version] of [
      ['GET', 'statements', ''],
      ['POST', 'statements', '0.95'],
      ['DELETE', 'statements', '1.0.3'],
      ['POST', 'statements?method=TRACE', '1.0.3'],
    ] as const) {
      const { status, headers } = await call(method, resource, { version });
      expect([400, 405]).toContain(status);
      expect(headers.get('x-experience-api-consistent-through'), `${method} ${resource}`).toMatch(/^\d{4}-.*Z$/);
    }
  });

  it.each([['1.0'], ['1.0.3'], ['1.0.9'], ['2.0.0'], ['2.0.5']])(
    'every answer to %s tells the latest patch, errors too',
    async (version) => {
      const { call } = await xapiApp();
      const latest = version.startsWith('1') ? '1.0.3' : '2.0.0';
      for (const path of Object.keys(resources)) {
        for (const method of ['GET', 'DELETE']) {
          const response = await call(method, path, { version });
          expect(response.headers.get('x-experience-api-version'), `${method} ${path}`).toBe(latest);
        }
      }
    },
  );

  it.each(['nothing', 'statements/', 'activities/other', 'State', '', 'agents/profile/x'])(
    '/xapi/%s is 404 in JSON',
    async (path) => {
      const { call } = await xapiApp();
      const response = await call('GET', path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: { code: 'not_found', requestId: expect.any(String) } });
    },
  );

  it.each([
    ['text/plain', 'text/plain; charset=UTF-8'],
    ['text/plain;q=0.9, application/json;q=0.1', 'text/plain; charset=UTF-8'],
    ['application/json, text/plain, */*', 'application/json'],
    ['text/html', 'application/json'],
    ['*/*', 'application/json'],
  ])('tells its errors to a request that accepts %s as %s (Communication 3.2)', async (accept, type) => {
    const { call } = await xapiApp();
    const response = await call('GET', 'activities', { headers: { accept } });
    expect([response.status, response.headers.get('content-type')]).toEqual([400, type]);
    expect(await response.text()).toContain('The parameter activityId is needed by this request.');
  });
});
