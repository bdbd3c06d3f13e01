import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../support/testApp.ts';
import { activityId, agent, type Parameters, xapiApp } from '../support/xapiApp.ts';

/** The three document resources: what they need, and what names one document. */
const resources = [
  { path: 'activities/state', context: { activityId, agent }, id: 'stateId', clause: '2.3' },
  { path: 'agents/profile', context: { agent }, id: 'profileId', clause: '2.6' },
  { path: 'activities/profile', context: { activityId }, id: 'profileId', clause: '2.7' },
] as const;
const versions = ['1.0.3', '2.0.0'] as const;
const both = resources.flatMap((resource) => versions.map((version) => ({ ...resource, version })));
const text = { 'content-type': 'text/plain; charset=utf-8' };
const create = { 'if-none-match': '*' };

const sha1 = (body: string) => `"${createHash('sha1').update(body).digest('hex')}"`;

describe.each(both)('$path under $version (Communication $clause)', ({ path, context, id, version }) => {
  const one = { ...context, [id]: 'one' };
  const open = async () => {
    const app = await xapiApp();
    return {
      ...app,
      put: (body: unknown, headers: Record<string, string> = create, parameters: Parameters = one) =>
        app.call('PUT', path, { parameters, body, headers, version }),
      post: (body: unknown, headers: Record<string, string> = {}, parameters: Parameters = one) =>
        app.call('POST', path, { parameters, body, headers, version }),
      get: (parameters: Parameters = one, headers: Record<string, string> = {}, method = 'GET') =>
        app.call(method, path, { parameters, headers, version }),
      remove: (parameters: Parameters = one, headers: Record<string, string> = {}) =>
        app.call('DELETE', path, { parameters, headers, version }),
    };
  };

  it('PUT stores any octets with their Content-Type, answers 204, and GET gives them back (2.2)', async () => {
    const { put, get, restart } = await open();
    const bytes = new Uint8Array([0, 255, 13, 10, 128]);
    const stored = await put(bytes, { ...create, 'content-type': 'application/x-thing; a=1' });
    expect([stored.status, await stored.text()]).toEqual([204, '']);
    for (const again of [false, true]) {
      if (again) await restart();
      const response = await get();
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/x-thing; a=1');
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    }
  });

  it('PUT without a Content-Type is kept as octets, and an empty document is a document', async () => {
    const { call, get } = await open();
    const response = await call('PUT', path, { parameters: one, version, headers: create });
    expect(response.status).toBe(204);
    const found = await get();
    expect([found.status, found.headers.get('content-type'), await found.text()]).toEqual([
      200,
      'application/octet-stream',
      '',
    ]);
  });

  it('GET gives ETag, the quoted SHA-1 of the body, and Last-Modified (2.2, 3.1)', async () => {
    const { put, get } = await open();
    await put({ a: 1 });
    const { headers } = await get();
    expect(headers.get('etag')).toBe(sha1('{"a":1}'));
    expect(headers.get('last-modified')).toBe('Sat, 21 Nov 2026 10:00:00 GMT');
    expect(headers.get('x-experience-api-version')).toBe(version);
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  it('HEAD answers what GET does, without the body (1.1)', async () => {
    const { put, get } = await open();
    await put('text', { ...create, ...text });
    for (const [parameters, status] of [
      [one, 200],
      [context, 200],
      [{ ...context, [id]: 'other' }, 404],
    ] as const) {
      const [byGet, byHead] = [await get(parameters), await get(parameters, {}, 'HEAD')];
      expect([byGet.status, byHead.status]).toEqual([status, status]);
      expect(await byHead.text()).toBe('');
      for (const name of ['etag', 'last-modified', 'content-type', 'x-experience-api-version']) {
        expect(byHead.headers.get(name), name).toBe(byGet.headers.get(name));
      }
    }
  });

  it('GET of what is not there is 404; DELETE of it is 204 (3.2)', async () => {
    const { get, remove } = await open();
    const response = await get();
    expect([response.status, await codeOf(response)]).toEqual([404, 'not_found']);
    expect((await remove()).status).toBe(204);
  });

  it('DELETE removes one document and no other', async () => {
    const { put, get, remove } = await open();
    await put('1', { ...create, ...text });
    await put('2', { ...create, ...text }, { ...context, [id]: 'two' });
    expect((await remove()).status).toBe(204);
    expect((await get()).status).toBe(404);
    expect(await (await get({ ...context, [id]: 'two' })).text()).toBe('2');
  });

  it('GET without an id gives the ids as a JSON array, since an instant where asked, with ETag and Last-Modified', async () => {
    const { put, get, pass } = await open();
    expect(await (await get(context)).json()).toEqual([]);
    expect((await get(context)).headers.has('last-modified')).toBe(false);
    await put('1', { ...create, ...text }, { ...context, [id]: 'b' });
    pass(2);
    await put('2', { ...create, ...text }, { ...context, [id]: 'a' });
    const response = await get(context);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('last-modified')).toBe('Sat, 21 Nov 2026 10:02:00 GMT');
    const ids = await response.text();
    expect(JSON.parse(ids)).toEqual(['b', 'a']);
    expect(response.headers.get('etag')).toBe(sha1(ids));
    expect(await (await get({ ...context, since: '2026-11-21T10:01:00Z' })).json()).toEqual(['a']);
    expect(await (await get({ ...context, since: '2026-11-21T12:01:00+02:00' })).json()).toEqual(['a']);
    expect(await (await get({ ...context, since: '2026-11-21T10:03:00Z' })).json()).toEqual([]);
  });

  it('takes a document of an agent and an activity that were never heard of (2.2)', async () => {
    const { put } = await open();
    expect((await put({})).status).toBe(204);
  });

  it('PUT of what says it is JSON and is not is 400 (3.2)', async () => {
    const { put, get } = await open();
    const response = await put('{');
    expect([response.status, await codeOf(response)]).toEqual([400, 'invalid_document']);
    expect((await get()).status).toBe(404);
  });

  it('a document of more than 1 MB is 413 (3.2), and so is one that a merge would make', async () => {
    const { put, post, get } = await open();
    const big = 'x'.repeat(1_000_001);
    const response = await put(big, { ...create, ...text });
    expect([response.status, await codeOf(response)]).toEqual([413, 'body_too_large']);
    await post({ a: 'x'.repeat(600_000) });
    expect((await post({ b: 'x'.repeat(600_000) })).status).toBe(413);
    expect(Object.keys((await (await get()).json()) as object)).toEqual(['a']);
  });

  it.each<[string, Parameters, string]>([
    ['an unknown parameter', { extra: '1' }, 'extra'],
    ['a parameter in another case', { [id.toLowerCase()]: 'x' }, id.toLowerCase()],
    ['the method of the alternate syntax', { method: 'PUT' }, 'method'],
  ])('%s is 400 with every method (3.2)', async (_, extra, name) => {
    const { call } = await open();
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
      const body = method === 'PUT' ? {} : undefined;
      const response = await call(method, path, { parameters: { ...one, ...extra }, version, body });
      expect(response.status, method).toBe(400);
      if (method !== 'HEAD') {
        expect(await response.json()).toMatchObject({ error: { code: 'invalid_parameter', path: name } });
      }
    }
  });

  it('since does not go with one document, nor with a DELETE (2.3 to 2.7)', async () => {
    const { get, remove } = await open();
    const since = '2026-01-01T00:00:00Z';
    expect((await get({ ...one, since })).status).toBe(400);
    expect((await remove({ ...one, since })).status).toBe(400);
    expect((await remove({ ...context, since })).status).toBe(400);
    expect((await get({ ...context, since: 'yesterday' })).status).toBe(400);
    expect((await get({ ...context, since: '2026-01-01T00:00:00-00:00' })).status).toBe(400);
  });

  it('what the resource needs must be there, once and not empty', async () => {
    const { call, get, put, post, remove } = await open();
    for (const missing of Object.keys(context)) {
      const parameters = { ...one, [missing]: undefined };
      const responses = [
        await get(parameters),
        await put({}, create, parameters),
        await post({}, {}, parameters),
        await remove(parameters),
      ];
      for (const response of responses) {
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({ error: { path: missing } });
      }
    }
    for (const response of [await put({}, create, context), await post({}, {}, context)]) {
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { path: id } });
    }
    expect((await get({ ...context, [id]: '' })).status).toBe(400);
    expect((await call('GET', `${path}?${id}=a&${id}=b`, { version })).status).toBe(400);
  });

  it.each([
    ['agent', 'x'],
    ['agent', '"x"'],
    ['agent', 'true'],
    ['agent', '{}'],
    ['agent', '[]'],
    ['agent', JSON.stringify({ ...agent, extra: 1 })],
    ['agent', JSON.stringify({ mbox: 'learner@example.org' })],
    ['agent', JSON.stringify({ ...agent, openid: 'https://example.org/' })],
    ['agent', JSON.stringify({ ...agent, objectType: 'Group' })],
    ['agent', JSON.stringify({ ...agent, objectType: 'Person' })],
    ['activityId', 'no IRI'],
    ['activityId', 'example.org/a'],
    ['registration', 'no UUID'],
  ])('%s %s is 400: parameters follow the rules of statements (Data 2.2)', async (name, value) => {
    if (!(name in context) && !(name === 'registration' && id === 'stateId')) return;
    const { get, put } = await open();
    for (const response of [await get({ ...one, [name]: value }), await put({}, create, { ...one, [name]: value })]) {
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { code: 'invalid_parameter', path: name } });
    }
  });
});
