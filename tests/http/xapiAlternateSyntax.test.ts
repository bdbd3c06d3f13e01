import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../support/testApp.ts';
import { activityId, agent, basic, xapiApp } from '../support/xapiApp.ts';

const formType = { 'content-type': 'application/x-www-form-urlencoded' };
const statement = (id = randomUUID()) => ({
  id,
  actor: agent,
  verb: { id: 'http://adlnet.gov/expapi/verbs/attempted', display: { en: 'attempted' } },
  object: { objectType: 'Activity', id: activityId },
});
const stateOf = (stateId: string) => ({ activityId, agent: JSON.stringify(agent), stateId });

type Fields = Readonly<Record<string, string>>;

/** An application, and how a client that can only POST forms speaks to it. */
async function open() {
  const app = await xapiApp();
  const post = (target: string, body: BodyInit, headers: Record<string, string> = formType) =>
    app.fetch(`/xapi/${target}`, { method: 'POST', body, headers });
  const ask = (method: string, resource: string, fields: Fields = {}) =>
    post(
      `${resource}?method=${method}`,
      new URLSearchParams({ Authorization: basic('all'), 'X-Experience-API-Version': '1.0.3', ...fields }).toString(),
    );
  return { ...app, post, ask };
}

describe('the alternate request syntax of 1.0.3 (Communication 1.3)', () => {
  it('PUTs, GETs and HEADs a statement', async () => {
    const { ask } = await open();
    const sent = statement();
    const content = JSON.stringify(sent);
    const put = await ask('PUT', 'statements', {
      statementId: sent.id,
      content,
      'Content-Type': 'application/json',
      'Content-Length': String(content.length),
    });
    expect(put.status).toBe(204);
    expect(put.headers.get('x-experience-api-version')).toBe('1.0.3');
    expect(put.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    const get = await ask('GET', 'statements', { statementId: sent.id });
    expect(await get.json()).toMatchObject(sent);
    const head = await ask('HEAD', 'statements', { statementId: sent.id });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('POSTs statements, and lists them by the same resource: the method tells (2.1.2)', async () => {
    const { ask } = await open();
    const sent = [statement(), statement()];
    const stored = await ask('POST', 'statements', { content: JSON.stringify(sent) });
    expect(await stored.json()).toEqual(sent.map(({ id }) => id));
    const found = (await (await ask('GET', 'statements', { agent: JSON.stringify(agent), limit: '1' })).json()) as {
      statements: unknown[];
    };
    expect(found.statements).toHaveLength(1);
  });

  it.each([
    ['activities/state', stateOf('s')],
    ['activities/profile', { activityId, profileId: 'p' }],
    ['agents/profile', { agent: JSON.stringify(agent), profileId: 'p' }],
  ] as const)('does all that %s does', async (resource, parameters) => {
    const { ask } = await open();
    const fields = { ...parameters, 'Content-Type': 'application/json' };
    const created = await ask('PUT', resource, { ...fields, content: '{"a":"ä+ &=%"}', 'If-None-Match': '*' });
    expect(created.status).toBe(204);
    expect((await ask('POST', resource, { ...fields, content: '{"b":2}' })).status).toBe(204);
    const get = await ask('GET', resource, parameters);
    expect(await get.json()).toEqual({ a: 'ä+ &=%', b: 2 });
    const etag = get.headers.get('etag')!;
    const wrong = await ask('PUT', resource, { ...fields, content: '{}', 'If-Match': '"0"' });
    expect(wrong.status).toBe(412);
    expect((await ask('PUT', resource, { ...fields, content: '{}', 'If-None-Match': '*' })).status).toBe(412);
    expect((await ask('PUT', resource, { ...fields, content: '{}', 'If-Match': etag })).status).toBe(204);
    const head = await ask('HEAD', resource, parameters);
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await ask('DELETE', resource, parameters)).status).toBe(204);
    expect((await ask('GET', resource, parameters)).status).toBe(404);
  });

  it('reads agents, activities and about', async () => {
    const { ask } = await open();
    expect(await (await ask('GET', 'agents', { agent: JSON.stringify(agent) })).json()).toMatchObject({
      objectType: 'Person',
    });
    expect(await (await ask('GET', 'activities', { activityId })).json()).toMatchObject({ id: activityId });
    expect(await (await ask('GET', 'about')).json()).toEqual({ version: ['1.0.3', '2.0.0'] });
  });

  it('the names of headers know no letter case, and headers of the request itself count too', async () => {
    const { post } = await open();
    const response = await post(
      'activities?method=GET',
      new URLSearchParams({ activityId, 'x-experience-api-version': '1.0.3' }).toString(),
      { ...formType, authorization: basic('all') },
    );
    expect(response.status).toBe(200);
  });

  it.each([
    {},
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
  ])('a form may come as %o: some browsers could not say more', async (headers) => {
    const { post } = await open();
    const form = new URLSearchParams({ activityId, Authorization: basic('all'), 'X-Experience-API-Version': '1.0.3' });
    const bytes = new TextEncoder().encode(form.toString());
    expect((await post('activities?method=GET', bytes, headers as Record<string, string>)).status).toBe(200);
  });

  it('content keeps its type; without one it is JSON', async () => {
    const { ask } = await open();
    await ask('PUT', 'activities/state', { ...stateOf('t'), content: 'täxt', 'Content-Type': 'text/plain' });
    const text = await ask('GET', 'activities/state', stateOf('t'));
    expect([text.headers.get('content-type'), await text.text()]).toEqual(['text/plain', 'täxt']);
    expect((await ask('PUT', 'activities/state', { ...stateOf('j'), content: '{}' })).status).toBe(204);
    expect((await ask('PUT', 'activities/state', { ...stateOf('n'), content: 'no JSON' })).status).toBe(400);
  });

  it.each<[string, string, Fields, number, string]>([
    ['wrong credentials', 'GET', { Authorization: 'Basic x' }, 401, 'not_signed_in'],
    ['another version', 'GET', { 'X-Experience-API-Version': '0.8' }, 400, 'unsupported_version'],
    ['a scope that does not do', 'GET', { Authorization: basic('statements/write') }, 403, 'forbidden'],
    ['an unknown parameter', 'GET', { extra: '1' }, 400, 'invalid_parameter'],
    ['a second method', 'GET', { method: 'DELETE' }, 400, 'invalid_parameter'],
    ['a method that is none', 'PATCH', {}, 400, 'invalid_alternate_request'],
    ['a method in lower case', 'get', {}, 400, 'invalid_alternate_request'],
    ['no method', '', {}, 400, 'invalid_alternate_request'],
    ['no content to PUT', 'PUT', {}, 400, 'invalid_alternate_request'],
    ['no content to POST', 'POST', {}, 400, 'invalid_alternate_request'],
    ['a header over two lines', 'GET', { 'If-Match': 'a\r\nX: y' }, 400, 'invalid_alternate_request'],
  ])('%s is refused as it would be otherwise', async (_, method, fields, status, code) => {
    const { ask } = await open();
    const response = await ask(method, 'activities/state', { ...stateOf('s'), ...fields });
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
  });

  it('every parameter but method stands in the form, and once', async () => {
    const { post } = await open();
    const form = `X-Experience-API-Version=1.0.3&Authorization=${encodeURIComponent(basic('all'))}`;
    const id = `activityId=${encodeURIComponent(activityId)}`;
    for (const [target, body] of [
      [`activities?method=GET&${id}`, form],
      ['activities?method=GET&method=GET', `${form}&${id}`],
      ['activities?method=GET', `${form}&${id}&${id}`],
      ['activities?method=GET', `${form}&x-experience-api-version=1.0.3&${id}`],
    ] as const) {
      const response = await post(target, body);
      expect([response.status, await codeOf(response)]).toEqual([400, 'invalid_alternate_request']);
    }
  });

  it.each([
    ['JSON that is not URL encoded', 'content={"a":1}'],
    ['bytes that are not ASCII', 'content=ä'],
    ['a torn escape', 'content=%4'],
    ['bytes that are not UTF-8', 'content=%FF%FE'],
    ['a lone surrogate', 'content=%ED%A0%80'],
  ])('a form with %s is 400', async (_, content) => {
    const { post } = await open();
    const response = await post(
      'statements?method=POST',
      `X-Experience-API-Version=1.0.3&Authorization=${encodeURIComponent(basic('all'))}&${content}`,
    );
    expect([response.status, await codeOf(response)]).toEqual([400, 'invalid_alternate_request']);
  });

  it('a form of another type, and a form without a method, is 400 (3.2)', async () => {
    const { post } = await open();
    const headers = { authorization: basic('all'), 'x-experience-api-version': '1.0.3' };
    const body = new URLSearchParams({ content: JSON.stringify(statement()) }).toString();
    const typed = await post('statements?method=POST', body, { ...headers, 'content-type': 'application/json' });
    expect([typed.status, await codeOf(typed)]).toEqual([400, 'invalid_alternate_request']);
    expect((await post('statements', body, { ...headers, ...formType })).status).toBe(400);
  });

  it('is a POST: the parameter method with another one is 400', async () => {
    const { call } = await open();
    for (const [method, resource] of [
      ['PUT', 'statements'],
      ['GET', 'statements'],
      ['PUT', 'activities/state'],
      ['GET', 'agents'],
      ['DELETE', 'agents/profile'],
    ] as const) {
      const body = method === 'PUT' ? {} : undefined;
      expect((await call(method, resource, { parameters: { method: 'GET' }, body })).status, resource).toBe(400);
    }
  });

  it('a form of more than 10 MB is 413', async () => {
    const { post } = await open();
    const response = await post('statements?method=POST', `content=${'a'.repeat(10_000_001)}`);
    expect([response.status, await codeOf(response)]).toEqual([413, 'body_too_large']);
  });

  it('a learner’s session writes by it from our own pages only', async () => {
    const { fetch, signIn } = await open();
    const { cookie } = await signIn('learner');
    const body = new URLSearchParams({ ...stateOf('s'), content: '{}', 'X-Experience-API-Version': '1.0.3' });
    const response = await fetch('/xapi/activities/state?method=PUT', {
      method: 'POST',
      body,
      headers: { cookie: cookie!, origin: 'https://other.example' },
    });
    expect([response.status, await codeOf(response)]).toEqual([403, 'cross_site']);
  });
});

describe('under 2.0.0, which has no alternate request syntax', () => {
  it.each(['statements', 'activities', 'activities/state', 'activities/profile', 'agents', 'agents/profile', 'about'])(
    '%s refuses it with 400, wherever the version stands',
    async (resource) => {
      const { post } = await open();
      const fields = { Authorization: basic('all'), activityId, agent: JSON.stringify(agent), content: '{}' };
      for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'HEAD']) {
        const inForm = new URLSearchParams({ ...fields, 'X-Experience-API-Version': '2.0.0' });
        const responses = [
          await post(`${resource}?method=${method}`, inForm.toString()),
          await post(`${resource}?method=${method}`, new URLSearchParams(fields).toString(), {
            ...formType,
            'x-experience-api-version': '2.0.0',
          }),
        ];
        for (const response of responses) {
          expect([response.status, await codeOf(response)]).toEqual([400, 'invalid_alternate_request']);
        }
      }
    },
  );
});
