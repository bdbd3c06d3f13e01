import { describe, expect, it, onTestFinished } from 'vitest';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import { actorKey } from '../../src/xapi/actors.ts';
import type { Agent } from '../../src/xapi/types.ts';
import { openOptions, temporaryFolder } from '../support/stores.ts';
import { codeOf } from '../support/testApp.ts';
import { activityId, agent, type XapiApp, xapiApp } from '../support/xapiApp.ts';
import { statementOf } from '../support/xapiCalls.ts';

/** The application on a store that has erased the agent. */
async function afterErasure(): Promise<XapiApp> {
  const folder = await temporaryFolder();
  onTestFinished(() => folder.remove());
  const stores = await openLowdbStores(openOptions(folder.path));
  const agents = [actorKey(agent as Agent)!];
  await stores.erasure.erase({ personId: 'learner', reportId: null, agents, by: 'maintainer' });
  await stores.close();
  return xapiApp({ DATA_DIR: folder.path });
}

describe('of an agent that was erased', () => {
  it('a statement is 403 forbidden', async () => {
    const { call } = await afterErasure();
    const response = await call('POST', 'statements', { body: statementOf({ actor: agent }) });
    expect([response.status, await codeOf(response)]).toEqual([403, 'forbidden']);
  });

  it.each([
    ['PUT', 'activities/state', { activityId, agent, stateId: 'one' }],
    ['POST', 'activities/state', { activityId, agent, stateId: 'one' }],
    ['PUT', 'agents/profile', { agent, profileId: 'one' }],
    ['POST', 'agents/profile', { agent, profileId: 'one' }],
  ])('a document is 403 forbidden and not stored: %s %s', async (method, path, parameters) => {
    const { call } = await afterErasure();
    const response = await call(method, path, { parameters, body: { a: 1 }, headers: { 'if-none-match': '*' } });
    expect([response.status, await codeOf(response)]).toEqual([403, 'forbidden']);
    expect((await call('GET', path, { parameters })).status).toBe(404);
  });

  it('documents of others, and of activities, are stored', async () => {
    const { call } = await afterErasure();
    const other = { objectType: 'Agent', mbox: 'mailto:other@example.org' };
    const headers = { 'if-none-match': '*' };
    const stored = [
      await call('PUT', 'agents/profile', { parameters: { agent: other, profileId: 'one' }, body: {}, headers }),
      await call('PUT', 'activities/profile', { parameters: { activityId, profileId: 'one' }, body: {}, headers }),
    ];
    expect(stored.map(({ status }) => status)).toEqual([204, 204]);
  });
});
