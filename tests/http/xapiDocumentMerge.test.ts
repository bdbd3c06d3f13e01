import { describe, expect, it } from 'vitest';
import { codeOf } from '../support/testApp.ts';
import { activityId, agent, xapiApp } from '../support/xapiApp.ts';

const resources = [
  { path: 'activities/state', parameters: { activityId, agent, stateId: 'one' } },
  { path: 'agents/profile', parameters: { agent, profileId: 'one' } },
  { path: 'activities/profile', parameters: { activityId, profileId: 'one' } },
] as const;
const both = resources.flatMap((resource) =>
  (['1.0.3', '2.0.0'] as const).map((version) => ({ ...resource, version })),
);
const text = { 'content-type': 'text/plain; charset=utf-8' };
const create = { 'if-none-match': '*' };

describe.each(both)('POST to $path under $version (Communication 2.2)', ({ path, parameters, version }) => {
  const open = async () => {
    const { call } = await xapiApp();
    const send =
      (method: string) =>
      (body?: unknown, headers: Record<string, string> = {}) =>
        call(method, path, { parameters, body, headers, version });
    return { put: send('PUT'), post: send('POST'), get: send('GET') };
  };

  it('stores a JSON object where there is none, as it came', async () => {
    const { post, get } = await open();
    expect((await post('{ "a" : 1.0 }')).status).toBe(204);
    expect(await (await get()).text()).toBe('{ "a" : 1.0 }');
  });

  it('sets each top-level property on the stored object, whole values and no deeper (2.2 JSON Procedure)', async () => {
    const { post, get } = await open();
    await post({ x: 'foo', y: { a: 1 }, z: 1 });
    expect((await post({ x: 'bash', y: { b: 2 }, n: null })).status).toBe(204);
    expect(await (await get()).json()).toEqual({ x: 'bash', y: { b: 2 }, z: 1, n: null });
  });

  it('merges __proto__ and constructor like any other name', async () => {
    const { post, get } = await open();
    await post('{"a":1,"__proto__":{"x":1}}');
    expect((await post('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')).status).toBe(
      204,
    );
    expect(await (await get()).text()).toBe(
      '{"a":1,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each<[string, unknown, Record<string, string>]>([
    ['no JSON', 'text', text],
    ['malformed JSON', '{', {}],
    ['a JSON array', [1], {}],
    ['JSON null', 'null', {}],
    ['a JSON string', '"a"', {}],
    ['nothing', '', {}],
    ['bytes that are not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), {}],
    ['JSON of another type', '{}', { 'content-type': 'application/ld+json' }],
    ['a nest of lists', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, {}],
  ])('of %s is 400 and changes nothing, whether there is a document or not (2.2)', async (_, body, headers) => {
    const { post, get } = await open();
    const response = await post(body, headers);
    expect([response.status, await codeOf(response)]).toEqual([400, 'invalid_document']);
    expect((await get()).status).toBe(404);
    await post({ kept: true });
    expect((await post(body, headers)).status).toBe(400);
    expect(await (await get()).json()).toEqual({ kept: true });
  });

  it.each<[string, unknown, Record<string, string>]>([
    ['a text', 'text', text],
    ['a JSON array', [1], {}],
  ])('to %s that is stored is 400 and changes nothing (2.2)', async (_, body, headers) => {
    const { put, post, get } = await open();
    await put(body, { ...create, ...headers });
    const before = await (await get()).text();
    expect((await post({ a: 1 })).status).toBe(400);
    expect(await (await get()).text()).toBe(before);
  });
});
