import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Learner, lessons } from '../support/learnerCalls.ts';
import { codeOf, json, type TestApp } from '../support/testApp.ts';

const rated = 'http://id.tincanapi.com/verb/rated';

/** Sends what the end of a module sends; `change` replaces or adds members of the statement. */
async function rate(
  app: TestApp,
  learner: Learner,
  question: string,
  response: string,
  change: Record<string, unknown> = {},
): Promise<Response> {
  const { idBase, actor, modules } = await learner.progress();
  const module = question.split('/')[0];
  const statement = {
    id: randomUUID(),
    actor,
    verb: { id: rated },
    object: { objectType: 'Activity', id: `${idBase}/feedback/${question}` },
    result: { response },
    context: { registration: modules.find(({ id }) => id === module)?.registration, language: 'fi' },
    ...change,
  };
  return app.fetch('/xapi/statements', json({ ...learner.headers, 'x-experience-api-version': '2.0.0' }, statement));
}

describe('feedback', () => {
  it('is stored as rated with the step of the scale, and nothing follows from it', async () => {
    const { app, signIn, stored } = await lessons();
    const learner = await signIn();
    expect((await rate(app, learner, 'kinds/satisfied', '4')).status).toBe(200);
    const statements = await stored();
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({ verb: { id: rated }, result: { response: '4' } });
  });

  it('is shown on every device of its learner, the newest answer to each question, and to nobody else', async () => {
    const { app, signIn } = await lessons();
    const learner = await signIn();
    expect((await learner.moduleProgress('kinds')).feedback).toEqual([]);
    for (const [question, response] of [
      ['satisfied', '2'],
      ['learned', '5'],
      ['satisfied', '4'],
    ] as const) {
      await rate(app, learner, `kinds/${question}`, response);
    }
    expect((await (await signIn()).moduleProgress('kinds')).feedback).toEqual([
      { id: 'satisfied', response: '4' },
      { id: 'learned', response: '5' },
    ]);
    expect((await learner.moduleProgress('meeting')).feedback).toEqual([]);
    expect((await (await signIn('learner2')).moduleProgress('kinds')).feedback).toEqual([]);
  });

  it('sent again under the same id is recorded once, and another answer under it is refused', async () => {
    const { app, signIn, stored } = await lessons();
    const learner = await signIn();
    const id = randomUUID();
    for (const [response, status] of [
      ['4', 200],
      ['4', 200],
      ['5', 409],
    ] as const) {
      expect((await rate(app, learner, 'kinds/satisfied', response, { id })).status).toBe(status);
    }
    expect(await stored()).toHaveLength(1);
  });

  it.each([
    ['a step that is none', 'kinds/satisfied', '6', {}],
    ['free text', 'kinds/satisfied', 'terveystieto', {}],
    ['a question that is not asked', 'kinds/comment', '4', {}],
    ['a module that is not there', 'unknown/satisfied', '4', {}],
    ['a score', 'kinds/satisfied', '4', { result: { response: '4', score: { raw: 4 } } }],
    ['no registration', 'kinds/satisfied', '4', { context: { language: 'fi' } }],
  ])('with %s is 403 and nothing is stored', async (_, question, response, change) => {
    const { app, signIn, stored } = await lessons();
    const refused = await rate(app, await signIn(), question, response, change);
    expect([refused.status, await codeOf(refused)]).toEqual([403, 'forbidden']);
    expect(await stored()).toEqual([]);
  });

  it('is read by a coordinator alone, and as nothing while fewer than ten have answered', async () => {
    const { app, signIn } = await lessons();
    await rate(app, await signIn(), 'kinds/satisfied', '4');
    const services = app.services();
    const seenBy = async (persona: string) => services.feedback.read((await services.demoPersona(persona))!);
    const report = await seenBy('coordinator');
    expect(report?.map(({ module }) => module)).toEqual(['kinds', 'meeting', 'strict', 'tested']);
    expect(report?.[0]?.shares).toEqual({ satisfied: null, learned: null });
    for (const persona of ['learner', 'manager']) expect(await seenBy(persona)).toBeNull();
  });
});
