import { describe, expect, it } from 'vitest';
import { activityIds } from '../../src/xapi/ids.ts';
import { idBase } from '../support/statements.ts';
import { codeOf } from '../support/testApp.ts';
import { activityId, agent, type ClientScope, clients, queryOf, registration, xapiApp } from '../support/xapiApp.ts';

const state = { activityId, agent, stateId: 's' };
const everyScope = Object.keys(clients) as ClientScope[];

/** Which scopes let a client do what; everybody else gets 403 (Communication 4.2). */
const requests: readonly (readonly [string, string, Record<string, unknown>, readonly ClientScope[]])[] = [
  ['GET', 'activities/state', state, ['all', 'all/read', 'state']],
  ['GET', 'activities/state', { activityId, agent }, ['all', 'all/read', 'state']],
  ['PUT', 'activities/state', state, ['all', 'state']],
  ['POST', 'activities/state', state, ['all', 'state']],
  ['DELETE', 'activities/state', state, ['all', 'state']],
  ['GET', 'activities/profile', { activityId }, ['all', 'all/read', 'profile']],
  ['PUT', 'activities/profile', { activityId, profileId: 'p' }, ['all', 'profile']],
  ['POST', 'activities/profile', { activityId, profileId: 'p' }, ['all', 'profile']],
  ['DELETE', 'activities/profile', { activityId, profileId: 'p' }, ['all', 'profile']],
  ['GET', 'agents/profile', { agent }, ['all', 'all/read', 'profile']],
  ['PUT', 'agents/profile', { agent, profileId: 'p' }, ['all', 'profile']],
  ['POST', 'agents/profile', { agent, profileId: 'p' }, ['all', 'profile']],
  ['DELETE', 'agents/profile', { agent, profileId: 'p' }, ['all', 'profile']],
  ['GET', 'agents', { agent }, ['all', 'all/read', 'profile', 'statements/read']],
  ['GET', 'activities', { activityId }, ['all', 'all/read', 'profile', 'define', 'statements/read']],
];

describe('a client', () => {
  it.each(requests)('%s %s %j needs one of the scopes %j', async (method, path, parameters, allowed) => {
    const { call } = await xapiApp();
    const body = method === 'PUT' || method === 'POST' ? { a: 1 } : undefined;
    for (const scope of everyScope) {
      const headers = { 'if-match': '', ...(method === 'PUT' && { 'if-none-match': '*' }) };
      const response = await call(method, path, { parameters, body, as: scope, headers });
      const isAllowed = allowed.includes(scope);
      if (isAllowed) expect([200, 204, 404, 412], scope).toContain(response.status);
      else expect([scope, response.status, await codeOf(response)]).toEqual([scope, 403, 'forbidden']);
    }
  });

  it.each(requests)('%s %s %j without valid credentials is 401 with a challenge', async (method, path, parameters) => {
    const { call } = await xapiApp();
    for (const authorization of [`Basic ${btoa('tool:wrong')}`, 'Basic !', 'Bearer x', 'Basic']) {
      const response = await call(method, path, { parameters, headers: { authorization } });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('Basic');
    }
  });

  it('is refused before its body or its parameters are looked at', async () => {
    const { call } = await xapiApp();
    const response = await call('PUT', 'agents/profile', { parameters: { nonsense: '1' }, body: '{', as: 'state' });
    expect(response.status).toBe(403);
  });
});

describe('a learner’s session', () => {
  const ids = activityIds(idBase);
  const version = { 'x-experience-api-version': '2.0.0', 'content-type': 'application/json' };

  const open = async () => {
    const app = await xapiApp();
    const headers = { ...(await app.signIn('learner')), ...version };
    const { actor } = (await (await app.fetch('/api/progress', { headers })).json()) as { actor: typeof agent };
    const send = (method: string, path: string, parameters: Record<string, unknown>, body?: unknown) =>
      app.fetch(`/xapi/${path}${queryOf(parameters)}`, {
        method,
        headers,
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    return { ...app, actor, headers, send };
  };

  it.each([
    ['the course', ids.course('course')],
    ['a module', ids.module('module')],
    ['a section', ids.section('module', 'begin')],
    ['a question', ids.question('quiz', 'first')],
  ])('writes and reads its own state in %s', async (_, activity) => {
    const { send, actor } = await open();
    const parameters = { activityId: activity, agent: actor, stateId: 'place', registration };
    expect((await send('PUT', 'activities/state', parameters, { at: 12 })).status).toBe(204);
    expect(await (await send('GET', 'activities/state', parameters)).json()).toEqual({ at: 12 });
    expect((await send('POST', 'activities/state', parameters, { at: 13 })).status).toBe(204);
    const { stateId: _id, ...context } = parameters;
    expect(await (await send('GET', 'activities/state', context)).json()).toEqual(['place']);
    expect((await send('DELETE', 'activities/state', parameters)).status).toBe(204);
  });

  it('may not touch the state of anybody else, nor state of other activities', async () => {
    const { send, actor, call } = await open();
    const own = { activityId: ids.module('module'), agent: actor, stateId: 's' };
    const forged: readonly Record<string, unknown>[] = [
      { ...own, agent },
      { ...own, agent: { account: { homePage: idBase, name: 'other' } } },
      { ...own, agent: { account: { homePage: idBase, name: 'server' } } },
      { ...own, activityId },
      { ...own, activityId: ids.module('nothing') },
      { ...own, activityId: ids.section('module', 'nothing') },
      { ...own, activityId: ids.section('nothing', 'begin') },
      { ...own, activityId: ids.question('quiz', 'nothing') },
      { ...own, activityId: `${idBase}/videos/any/fi` },
      { ...own, activityId: `${ids.module('module')}/` },
    ];
    for (const parameters of forged) {
      await call('PUT', 'activities/state', { parameters, body: { theirs: true } });
      for (const method of ['GET', 'PUT', 'POST', 'DELETE']) {
        const body = method === 'PUT' || method === 'POST' ? {} : undefined;
        const response = await send(method, 'activities/state', parameters, body);
        expect([response.status, await codeOf(response)], JSON.stringify(parameters)).toEqual([403, 'forbidden']);
      }
      const { stateId: _id, ...context } = parameters;
      for (const method of ['GET', 'DELETE']) {
        expect((await send(method, 'activities/state', context)).status).toBe(403);
      }
      expect(await (await call('GET', 'activities/state', { parameters })).json()).toEqual({ theirs: true });
    }
  });

  it('has nothing of profiles, agents or activities', async () => {
    const { send, actor } = await open();
    for (const method of ['GET', 'PUT', 'POST', 'DELETE']) {
      const body = method === 'PUT' || method === 'POST' ? {} : undefined;
      expect((await send(method, 'agents/profile', { agent: actor, profileId: 'p' }, body)).status).toBe(403);
      const parameters = { activityId: ids.module('module'), profileId: 'p' };
      expect((await send(method, 'activities/profile', parameters, body)).status).toBe(403);
    }
    expect((await send('GET', 'agents', { agent: actor })).status).toBe(403);
    expect((await send('GET', 'activities', { activityId: ids.module('module') })).status).toBe(403);
  });

  it('keeps small documents, and not many of them', async () => {
    const { send, actor } = await open();
    const parameters = (stateId: string) => ({ activityId: ids.module('module'), agent: actor, stateId });
    const large = await send('PUT', 'activities/state', parameters('large'), JSON.stringify('x'.repeat(100_000)));
    expect([large.status, await codeOf(large)]).toEqual([413, 'document_limit']);
    for (let count = 0; count < 50; count += 1) {
      expect((await send('POST', 'activities/state', parameters(`s${count}`), { count })).status).toBe(204);
    }
    expect((await send('PUT', 'activities/state', parameters('one-more'), {})).status).toBe(413);
    expect((await send('POST', 'activities/state', parameters('s0'), { more: 1 })).status).toBe(204);
  });

  it('writes from our own pages only', async () => {
    const { fetch, actor, headers } = await open();
    const query = queryOf({ activityId: ids.module('module'), agent: actor, stateId: 's' });
    for (const method of ['PUT', 'POST', 'DELETE']) {
      const response = await fetch(`/xapi/activities/state${query}`, {
        method,
        headers: { ...headers, origin: 'https://other.example' },
        ...(method !== 'DELETE' && { body: '{}' }),
      });
      expect([response.status, await codeOf(response)]).toEqual([403, 'cross_site']);
    }
  });
});
