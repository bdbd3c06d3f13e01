import { describe, expect, it } from 'vitest';
import { codeOf } from '../support/testApp.ts';
import { activityId, agent, xapiApp } from '../support/xapiApp.ts';

const resources = [
  ['activities/state', { activityId, agent, stateId: 'one' }],
  ['agents/profile', { agent, profileId: 'one' }],
  ['activities/profile', { activityId, profileId: 'one' }],
] as const;
const both = resources.flatMap(([path, parameters]) =>
  (['1.0.3', '2.0.0'] as const).map((version) => ({ path, parameters, version })),
);
const create = { 'if-none-match': '*' };
const other = '"da39a3ee5e6b4b0d3255bfef95601890afd80709"';

/** The document is there; its tag is `current`. Whether the method goes through under a header. */
const conditions: readonly (readonly [header: string, value: (current: string) => string, isMet: boolean])[] = [
  ['If-Match', (current) => current, true],
  ['If-Match', (current) => current.replaceAll('"', ''), true],
  ['If-Match', (current) => `${other}, ${current}`, true],
  ['If-Match', () => '*', true],
  ['If-Match', () => other, false],
  ['If-Match', () => '1234', false],
  ['If-Match', (current) => current.toUpperCase(), false],
  ['If-Match', (current) => `W/${current}`, false],
  ['If-None-Match', () => '*', false],
  ['If-None-Match', (current) => current, false],
  ['If-None-Match', (current) => `${other}, W/${current}`, false],
  ['If-None-Match', () => other, true],
];

describe.each(both)('$path under $version (Communication 3.1)', ({ path, parameters, version }) => {
  const open = async () => {
    const app = await xapiApp();
    const send = (method: string, body?: unknown, headers: Record<string, string> = {}) =>
      app.call(method, path, { parameters, body, headers, version });
    return { ...app, send, text: async () => (await send('GET')).text() };
  };

  it('PUT where nothing is stored goes through with If-None-Match', async () => {
    for (const value of ['*', other]) {
      const { send, text } = await open();
      expect((await send('PUT', { a: 1 }, { 'if-none-match': value })).status).toBe(204);
      expect(await text()).toBe('{"a":1}');
    }
  });

  it('PUT without either header where nothing is stored goes through', async () => {
    const { send, text } = await open();
    expect((await send('PUT', { a: 1 })).status).toBe(204);
    expect(await text()).toBe('{"a":1}');
  });

  it.each(['PUT', 'POST', 'DELETE', 'GET'])(
    '%s with If-Match where nothing is stored is 412, GET 404',
    async (method) => {
      const { send } = await open();
      for (const value of ['*', other]) {
        const response = await send(method, method === 'GET' ? undefined : { a: 1 }, { 'if-match': value });
        expect(response.status).toBe(method === 'GET' ? 404 : 412);
      }
      expect((await send('GET')).status).toBe(404);
    },
  );

  it('PUT on a stored document goes through, or is 412 and changes nothing, as its header says', async () => {
    for (const [header, value, isMet] of conditions) {
      const { send, text } = await open();
      await send('PUT', { a: 1 }, create);
      const current = (await send('GET')).headers.get('etag')!;
      const response = await send('PUT', { b: 2 }, { [header]: value(current) });
      expect(response.status, `${header}: ${value(current)}`).toBe(isMet ? 204 : 412);
      if (!isMet) expect(await codeOf(response)).toBe('precondition_failed');
      expect(await text()).toBe(isMet ? '{"b":2}' : '{"a":1}');
    }
  });

  it('POST and DELETE follow the same conditions', async () => {
    const { send, text } = await open();
    await send('PUT', { a: 1 }, create);
    const current = (await send('GET')).headers.get('etag')!;
    for (const method of ['POST', 'DELETE']) {
      for (const [header, value] of conditions.filter(([, , isMet]) => !isMet)) {
        const body = method === 'POST' ? { b: 2 } : undefined;
        expect((await send(method, body, { [header]: value(current) })).status, `${method} ${header}`).toBe(412);
        expect(await text()).toBe('{"a":1}');
      }
    }
    expect((await send('POST', { b: 2 }, { 'if-match': current })).status).toBe(204);
    expect((await send('DELETE', undefined, { 'if-match': current })).status).toBe(412);
    const changed = (await send('GET')).headers.get('etag')!;
    expect((await send('DELETE', undefined, { 'if-match': changed })).status).toBe(204);
    expect((await send('GET')).status).toBe(404);
  });

  it('GET with If-None-Match of what is stored is 304 without a body, with If-Match of something else 412', async () => {
    const { send } = await open();
    await send('PUT', { a: 1 }, create);
    const current = (await send('GET')).headers.get('etag')!;
    const response = await send('GET', undefined, { 'if-none-match': current });
    expect([response.status, await response.text(), response.headers.get('etag')]).toEqual([304, '', current]);
    expect((await send('GET', undefined, { 'if-none-match': other })).status).toBe(200);
    expect((await send('GET', undefined, { 'if-match': other })).status).toBe(412);
    expect((await send('GET', undefined, { 'if-match': current })).status).toBe(200);
  });

  const mayReplaceBlindly = path === 'activities/state' && version === '1.0.3';
  it(`PUT without either header on a stored document is ${mayReplaceBlindly ? '204' : '409, explained, and changes nothing'}`, async () => {
    const { send, text } = await open();
    await send('PUT', { a: 1 }, create);
    const response = await send('PUT', { b: 2 });
    if (mayReplaceBlindly) {
      expect(response.status).toBe(204);
      expect(await text()).toBe('{"b":2}');
      return;
    }
    expect(response.status).toBe(409);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe('document_conflict');
    expect(error.message).toMatch(/Check the current state .* If-Match .* ETag/);
    expect(await text()).toBe('{"a":1}');
  });

  it('of many writers with the same ETag exactly one wins', async () => {
    const { send, text } = await open();
    await send('PUT', { writer: 'nobody' }, create);
    const current = (await send('GET')).headers.get('etag')!;
    const writers = Array.from({ length: 20 }, (_, writer) => send('PUT', { writer }, { 'if-match': current }));
    const statuses = (await Promise.all(writers)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(19);
    expect(await text()).toBe(JSON.stringify({ writer: statuses.indexOf(204) }));
  });

  it('of many who create it exactly one does; no merge is lost', async () => {
    const { send, text } = await open();
    const creators = Array.from({ length: 10 }, (_, writer) => send('PUT', { writer }, create));
    expect((await Promise.all(creators)).filter(({ status }) => status === 204)).toHaveLength(1);
    await Promise.all(Array.from({ length: 20 }, (_, index) => send('POST', { [`m${index}`]: index })));
    expect(Object.keys(JSON.parse(await text()) as object)).toHaveLength(21);
  });
});
