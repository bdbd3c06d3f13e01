import { describe, expect, it } from 'vitest';
import { activityId, agent, type Parameters, registration, xapiApp } from '../support/xapiApp.ts';

describe('activities/state', () => {
  const path = 'activities/state';
  const context = { activityId, agent };

  it('of an agent is the same however the agent is written: its identifier counts (Communication 2.1.3)', async () => {
    const { call } = await xapiApp();
    const parameters = { ...context, stateId: 's' };
    await call('PUT', path, { parameters, body: { a: 1 } });
    const other = { name: 'Somebody', mbox: 'mailto:learner@EXAMPLE.org' };
    expect((await call('GET', path, { parameters: { ...parameters, agent: other } })).status).toBe(200);
  });

  it('of a registration is another than that of none, or of another; letter case is none (2.3)', async () => {
    const { call } = await xapiApp();
    const of = (value?: string) => ({ ...context, stateId: 's', ...(value && { registration: value }) });
    const other = '0a9b8c7d-6e5f-4a3b-8c2d-1e0f9a8b7c6d';
    for (const value of [undefined, registration, other]) {
      expect((await call('PUT', path, { parameters: of(value), body: { value: value ?? 'none' } })).status).toBe(204);
    }
    expect(await (await call('GET', path, { parameters: of() })).json()).toEqual({ value: 'none' });
    const upper = await call('GET', path, { parameters: of(registration.toUpperCase()) });
    expect(await upper.json()).toEqual({ value: registration });
  });

  it('ids are those of a registration where one is given, and of all otherwise, each once (2.3)', async () => {
    const { call } = await xapiApp();
    await call('PUT', path, { parameters: { ...context, stateId: 'a' }, body: {} });
    await call('PUT', path, { parameters: { ...context, stateId: 'a', registration }, body: {} });
    await call('PUT', path, { parameters: { ...context, stateId: 'b', registration }, body: {} });
    const ids = async (parameters: Parameters): Promise<unknown> => (await call('GET', path, { parameters })).json();
    expect(await ids(context)).toEqual(['a', 'b']);
    expect(await ids({ ...context, registration })).toEqual(['a', 'b']);
    expect(await ids({ ...context, activityId: 'https://example.org/other' })).toEqual([]);
  });

  it('DELETE without a stateId removes the states of the context, of a registration where one is given (2.3)', async () => {
    const { call } = await xapiApp();
    const other = { ...context, activityId: 'https://example.org/other' };
    for (const parameters of [context, { ...context, registration }, other]) {
      await call('PUT', path, { parameters: { ...parameters, stateId: 's' }, body: {} });
    }
    expect((await call('DELETE', path, { parameters: { ...context, registration } })).status).toBe(204);
    const status = async (parameters: Parameters) =>
      (await call('GET', path, { parameters: { ...parameters, stateId: 's' } })).status;
    expect(await status({ ...context, registration })).toBe(404);
    expect(await status(context)).toBe(200);
    await call('DELETE', path, { parameters: context });
    expect([await status(context), await status(other)]).toEqual([404, 200]);
  });

  it.each(['agents/profile', 'activities/profile'])(
    '%s has no such DELETE: it needs its profileId (2.6, 2.7)',
    async (profile) => {
      const { call } = await xapiApp();
      const parameters = profile === 'agents/profile' ? { agent } : { activityId };
      expect((await call('DELETE', profile, { parameters })).status).toBe(400);
      expect((await call('GET', profile, { parameters: { ...parameters, registration } })).status).toBe(400);
    },
  );
});
