import { describe, expect, it } from 'vitest';
import { idBase } from '../support/statements.ts';
import { codeOf } from '../support/testApp.ts';
import { activityId, agent, xapiApp } from '../support/xapiApp.ts';

const versions = ['1.0.3', '2.0.0'] as const;

describe.each(versions)('activities under %s (Communication 2.5)', (version) => {
  const statement = (definition: unknown, id = activityId) => ({
    actor: agent,
    verb: { id: 'http://adlnet.gov/expapi/verbs/attempted', display: { en: 'attempted' } },
    object: { objectType: 'Activity', id, ...(definition !== undefined && { definition }) },
  });
  const open = async () => {
    const app = await xapiApp();
    const send = async (body: unknown, as: 'all' | 'define' | 'statements/write' = 'all') =>
      expect((await app.call('POST', 'statements', { body, as, version })).status).toBe(200);
    const activity = async (id = activityId): Promise<unknown> =>
      (await app.call('GET', 'activities', { parameters: { activityId: id }, version })).json();
    return { ...app, send, activity };
  };

  it('one that was never heard of is answered with its id', async () => {
    const { call } = await open();
    const response = await call('GET', 'activities', { parameters: { activityId }, version });
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{40}"$/);
    expect(await response.json()).toEqual({ objectType: 'Activity', id: activityId });
  });

  it('its definition is merged from the statements that gave one, the later over the earlier', async () => {
    const { send, activity, restart } = await open();
    await send(
      statement({
        name: { en: 'One', fi: 'Yksi' },
        type: 'https://example.org/t1',
        extensions: { 'https://e.org/a': 1 },
      }),
    );
    await send(
      statement({ name: { en: 'First' }, type: 'https://example.org/t2', extensions: { 'https://e.org/b': 2 } }),
      'define',
    );
    await send(statement(undefined));
    const definition = {
      name: { en: 'First', fi: 'Yksi' },
      type: 'https://example.org/t2',
      extensions: { 'https://e.org/a': 1, 'https://e.org/b': 2 },
    };
    expect(await activity()).toEqual({ objectType: 'Activity', id: activityId, definition });
    await restart();
    expect(await activity()).toEqual({ objectType: 'Activity', id: activityId, definition });
    await send(statement({ name: { sv: 'Ett' } }));
    expect(await activity()).toMatchObject({ definition: { name: { en: 'First', fi: 'Yksi', sv: 'Ett' } } });
  });

  it('a client without the scope define does not define (Communication 4.2)', async () => {
    const { send, activity } = await open();
    await send(statement({ name: { en: 'Forged' } }), 'statements/write');
    expect(await activity()).toEqual({ objectType: 'Activity', id: activityId });
    await send(statement({ name: { en: 'One' } }));
    await send(statement({ name: { en: 'Forged' } }), 'statements/write');
    expect(await activity()).toMatchObject({ definition: { name: { en: 'One' } } });
  });

  it('activities of our own are defined by the server alone', async () => {
    const { send, activity, fetch, signIn } = await open();
    const question = `${idBase}/quizzes/quiz/first`;
    await send(statement({ name: { en: 'Forged' } }, question));
    expect(await activity(question)).toEqual({ objectType: 'Activity', id: question });
    const answer = { id: crypto.randomUUID(), question: 'quiz/first', response: ['right'], lang: 'fi' };
    const headers = { ...(await signIn('learner')), 'content-type': 'application/json' };
    const graded = await fetch('/api/answers', { method: 'POST', headers, body: JSON.stringify(answer) });
    expect(graded.status).toBe(200);
    const found = await activity(question);
    expect(found).toMatchObject({ definition: { interactionType: 'choice', description: { fi: 'first?' } } });
    expect(JSON.stringify(found)).not.toContain('correctResponsesPattern');
    expect(JSON.stringify(found)).not.toContain('Forged');
  });

  it('is defined in a context and in a sub-statement too', async () => {
    const { send, activity } = await open();
    const [parent, nested] = ['https://example.org/parent', 'https://example.org/nested'];
    await send({
      ...statement(undefined),
      object: {
        objectType: 'SubStatement',
        ...statement({ name: { en: 'Nested' } }, nested),
      },
      context: { contextActivities: { parent: [{ id: parent, definition: { name: { en: 'Parent' } } }] } },
    });
    expect(await activity(parent)).toMatchObject({ definition: { name: { en: 'Parent' } } });
    expect(await activity(nested)).toMatchObject({ definition: { name: { en: 'Nested' } } });
  });

  it.each<[string, Record<string, unknown>]>([
    ['no activityId', {}],
    ['no IRI', { activityId: 'one' }],
    ['an unknown parameter', { activityId, extra: '1' }],
    ['another case', { activityID: activityId }],
  ])('%s is 400', async (_, parameters) => {
    const { call } = await xapiApp();
    const response = await call('GET', 'activities', { parameters, version });
    expect([response.status, await codeOf(response)]).toEqual([400, 'invalid_parameter']);
  });
});
