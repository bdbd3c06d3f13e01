import { randomUUID } from 'node:crypto';
import XAPI from '@xapi/xapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../support/runningServer.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ env: { XAPI_CLIENTS: 'tool:secret:all' } });
}, 180_000);
afterAll(() => server?.dispose());

/** The library's types end at 1.0.3; it sends whatever version it is given. */
const versions = ['1.0.3', '2.0.0'] as unknown as readonly ['1.0.3'];

describe.each(versions)('a client of the field, speaking %s,', (version) => {
  const client = () =>
    new XAPI({ endpoint: `${server.origin}/xapi/`, auth: XAPI.toBasicAuth('tool', 'secret'), version });
  const newAgent = () => ({ objectType: 'Agent' as const, mbox: `mailto:${randomUUID()}@example.org` });
  const newActivity = () => `https://example.org/activities/${randomUUID()}`;
  const failsWith = async (status: number, request: Promise<unknown>) =>
    expect(
      await request.then(
        () => null,
        (error: { response?: { status: number } }) => error.response?.status,
      ),
    ).toBe(status);

  it('keeps states: sets, merges, lists, deletes one and all', async () => {
    const xapi = client();
    const context = { agent: newAgent(), activityId: newActivity(), registration: randomUUID() };
    const place = { ...context, stateId: 'place' };
    await xapi.createState({ ...place, state: { page: 1, video: 12.5 } });
    await xapi.createState({ ...place, state: { video: 20 } });
    const { data, headers } = await xapi.getState(place);
    expect(data).toEqual({ page: 1, video: 20 });
    const etag = String(headers['etag']);
    await xapi.setState({ ...place, state: { page: 2 }, etag, matchHeader: 'If-Match' });
    await failsWith(412, xapi.setState({ ...place, state: { page: 3 }, etag, matchHeader: 'If-Match' }));
    await xapi.setState({ ...context, stateId: 'notes', state: 'text', contentType: 'text/plain' });
    expect((await xapi.getStates(context)).data).toEqual(['place', 'notes']);
    await xapi.deleteState(place);
    await failsWith(404, xapi.getState(place));
    await xapi.deleteStates(context);
    expect((await xapi.getStates(context)).data).toEqual([]);
  });

  it('keeps profiles of agents and activities, and is told of conflicts', async () => {
    const xapi = client();
    const [agent, activityId, profileId] = [newAgent(), newActivity(), 'https://example.org/profile'];
    await xapi.createAgentProfile({ agent, profileId, profile: { language: 'fi' } });
    await xapi.createActivityProfile({ activityId, profileId, profile: { pages: 4 } });
    expect((await xapi.getAgentProfiles({ agent })).data).toEqual([profileId]);
    expect((await xapi.getActivityProfiles({ activityId })).data).toEqual([profileId]);
    const stored = await xapi.getAgentProfile({ agent, profileId });
    expect(stored.data).toEqual({ language: 'fi' });
    const etag = String(stored.headers['etag']);
    const set = (profile: object, matchHeader: 'If-Match' | 'If-None-Match', tag: string) =>
      xapi.setAgentProfile({ agent, profileId, profile, etag: tag, matchHeader });
    await failsWith(412, set({}, 'If-None-Match', '*'));
    await set({ language: 'sv' }, 'If-Match', etag);
    await failsWith(412, set({}, 'If-Match', etag));
    expect((await xapi.getAgentProfile({ agent, profileId })).data).toEqual({ language: 'sv' });
    await xapi.deleteAgentProfile({ agent, profileId });
    await xapi.deleteActivityProfile({ activityId, profileId });
    await failsWith(404, xapi.getActivityProfile({ activityId, profileId }));
  });

  it('asks for agents and activities', async () => {
    const xapi = client();
    const [agent, id] = [newAgent(), newActivity()];
    expect((await xapi.getAgent({ agent })).data).toEqual({ objectType: 'Person', mbox: [agent.mbox] });
    const definition = { name: { fi: 'Yksi' }, type: 'http://adlnet.gov/expapi/activities/lesson' };
    const verb = { id: 'http://adlnet.gov/expapi/verbs/attempted', display: { en: 'attempted' } };
    await xapi.sendStatement({ statement: { actor: agent, verb, object: { objectType: 'Activity', id, definition } } });
    expect((await xapi.getActivity({ activityId: id })).data).toEqual({ objectType: 'Activity', id, definition });
  });
});
