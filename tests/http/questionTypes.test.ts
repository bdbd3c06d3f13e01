import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import { quizSchema } from '../../src/schemas/quiz.ts';
import { smallCourse, smallModule } from '../support/course.ts';
import { codeOf, json, type TestApp, testApp } from '../support/testApp.ts';

const part = (id: string) => ({ id, text: id, explanation: `why ${id}` });

/** A question of each type. */
const quiz = quizSchema.parse({
  title: 'Types',
  questions: [
    { id: 'one', type: 'single', choices: [{ ...part('a'), correct: true }, part('b'), part('c')] },
    {
      id: 'many',
      type: 'multiple',
      choices: [{ ...part('a'), correct: true }, { ...part('b'), correct: true }, part('c')],
    },
    {
      id: 'claim',
      type: 'true-false',
      choices: [
        { ...part('a'), claim: true, correct: true },
        { ...part('b'), claim: true },
        { ...part('c'), claim: false },
      ],
    },
    { id: 'order', type: 'ordering', items: ['first', 'second', 'third'].map(part) },
    {
      id: 'pairs',
      type: 'matching',
      pairs: ['x', 'y', 'z'].map((id) => ({
        left: { id, text: id },
        right: { id: `${id}${id}`, text: id },
        explanation: `why ${id}`,
      })),
    },
    {
      id: 'case',
      type: 'branching',
      steps: [
        {
          id: 'start',
          text: 'start',
          choices: [
            { ...part('go'), next: 'middle' },
            { ...part('stop'), next: 'bad' },
          ],
        },
        {
          id: 'middle',
          text: 'middle',
          choices: [
            { ...part('on'), next: 'good' },
            { ...part('off'), next: 'bad' },
          ],
        },
        { id: 'good', text: 'good', end: 'good' },
        { id: 'bad', text: 'bad', end: 'other' },
      ],
    },
  ].map((question) => ({ prompt: `${question.id}?`, objectives: ['o'], ...question })),
});

const closing = quizSchema.parse({
  title: 'Closing',
  questions: ['q1', 'q2'].map((id) => ({
    id,
    type: 'single',
    prompt: id,
    objectives: ['o'],
    choices: [{ ...part('a'), correct: true }, part('b'), part('c')],
  })),
});

const questions = quiz.questions.map(({ id }) => `types/${id}`);
const closingQuestions = closing.questions.map(({ id }) => `closing/${id}`);

const course: CourseArtefact = {
  ...smallCourse,
  course: {
    ...smallCourse.course,
    modules: [
      {
        ...smallModule,
        sections: [
          { ...smallModule.sections[0]!, questions },
          { ...smallModule.sections[1]!, questions: closingQuestions },
        ],
        closingQuiz: { quiz: 'closing', mastery: 1, questions: closingQuestions },
      },
    ],
  },
  quizzes: { types: quiz, closing },
};

interface Reply {
  readonly success: boolean;
  readonly explanations: readonly { readonly choice: string; readonly correct: boolean; readonly text: string }[];
  readonly case?: { readonly steps: readonly { readonly id: string; readonly end: string | null }[] };
  readonly module: { readonly completed: boolean; readonly closingQuiz: Record<string, unknown> | null };
}

async function opened(): Promise<{ app: TestApp; learner: Record<string, string> }> {
  const app = await testApp();
  await app.restart({ content: course });
  return { app, learner: await app.signIn('learner') };
}

const body = (question: string, response: readonly unknown[]) => ({
  id: randomUUID(),
  question,
  response,
  lang: 'fi',
});

async function answered(app: TestApp, learner: Record<string, string>, question: string, response: readonly string[]) {
  const reply = await app.fetch('/api/answers', json(learner, body(question, response)));
  expect(reply.status).toBe(200);
  return (await reply.json()) as Reply;
}

interface Stored {
  readonly verb: { readonly id: string };
  readonly object: { readonly id: string; readonly definition?: Record<string, unknown> };
  readonly result?: Record<string, unknown>;
}

async function statements(app: TestApp, learner: Record<string, string>): Promise<readonly Stored[]> {
  const headers = { ...learner, 'x-experience-api-version': '2.0.0' };
  const response = await app.fetch('/xapi/statements?format=exact', { headers });
  return ((await response.json()) as { statements: Stored[] }).statements;
}

describe.each([
  ['types/one', ['a'], ['b'], 'choice', 'a'],
  ['types/many', ['a', 'b'], ['a'], 'choice', 'a[,]b'],
  ['types/claim', ['a'], ['c'], 'choice', 'a'],
  ['types/order', ['first', 'second', 'third'], ['third', 'second', 'first'], 'sequencing', 'first[,]second[,]third'],
  ['types/pairs', ['x:xx', 'y:yy', 'z:zz'], ['x:yy', 'y:xx', 'z:zz'], 'matching', 'x[.]xx[,]y[.]yy[,]z[.]zz'],
])('%s', (question, right, wrong, interactionType, text) => {
  it('is graded, explained and stored as its interaction type, without a word of what is right', async () => {
    const { app, learner } = await opened();
    const reply = await answered(app, learner, question, right);
    expect(reply.success).toBe(true);
    expect(reply.explanations.length).toBeGreaterThan(0);
    const [statement] = await statements(app, learner);
    expect(statement!.result).toEqual({ response: text, success: true, completion: true });
    expect(statement!.object.definition).toMatchObject({ interactionType });
    expect(JSON.stringify(statement)).not.toMatch(/correctResponsesPattern|why /);
    expect((await answered(app, learner, question, wrong)).success).toBe(false);
  });

  it('sent again gets the same reply and is stored once; another answer under its id is refused', async () => {
    const { app, learner } = await opened();
    const sent = body(question, wrong);
    const first = await (await app.fetch('/api/answers', json(learner, sent))).json();
    expect(await (await app.fetch('/api/answers', json(learner, sent))).json()).toEqual(first);
    const other = await app.fetch('/api/answers', json(learner, { ...sent, response: right }));
    expect([other.status, await codeOf(other)]).toEqual([409, 'answer_conflict']);
    expect(await statements(app, learner)).toHaveLength(1);
  });
});

it.each([
  ['types/one', ['a', 'b'], 'invalid_response'],
  ['types/one', ['z'], 'unknown_choice'],
  ['types/many', ['a', 'a'], 'invalid_response'],
  ['types/many', [], 'invalid_response'],
  ['types/claim', ['a', 'c'], 'invalid_response'],
  ['types/order', ['first', 'second'], 'invalid_response'],
  ['types/order', ['first', 'first', 'second'], 'invalid_response'],
  ['types/order', ['first', 'second', 'fourth'], 'unknown_choice'],
  ['types/pairs', ['x:xx', 'y:yy'], 'invalid_response'],
  ['types/pairs', ['x:xx', 'y:xx', 'z:zz'], 'invalid_response'],
  ['types/pairs', ['x', 'y', 'z'], 'invalid_response'],
  ['types/pairs', ['x:x', 'y:yy', 'z:zz'], 'unknown_choice'],
  ['types/case', [], 'invalid_response'],
  ['types/case', ['on'], 'invalid_response'],
  ['types/case', ['go', 'on', 'on'], 'invalid_response'],
  ['types/order', [1, 2, 3], 'invalid_request'],
  ['types/order', Array(21).fill('first'), 'invalid_request'],
  ['types/order', ['x'.repeat(200)], 'invalid_request'],
])('%s refuses %j as %s, and stores nothing', async (question, response, code) => {
  const { app, learner } = await opened();
  const reply = await app.fetch('/api/answers', json(learner, body(question, response)));
  expect(reply.status).toBe(400);
  expect(await codeOf(reply)).toBe(code);
  expect(await statements(app, learner)).toEqual([]);
});

describe('a case', () => {
  it('is stored at each step, unanswered until an end, and tells only the steps that choices have led to', async () => {
    const { app, learner } = await opened();
    const first = await answered(app, learner, 'types/case', ['go']);
    expect(first.case?.steps.map(({ id, end }) => [id, end])).toEqual([['middle', null]]);
    expect(JSON.stringify(first)).not.toContain('why on');
    const [underWay] = await statements(app, learner);
    expect(underWay!.result).toEqual({ response: 'go', completion: false });

    const progress = (await (await app.fetch('/api/progress', { headers: learner })).json()) as {
      modules: { questions: { id: string; done: boolean; case?: Reply['case'] }[] }[];
    };
    expect(progress.modules[0]!.questions).toMatchObject([
      { id: 'types/case', done: false, case: { steps: [{ id: 'middle', end: null }] } },
    ]);

    const end = await answered(app, learner, 'types/case', ['go', 'on']);
    expect(end.success).toBe(true);
    expect(end.case?.steps.at(-1)).toMatchObject({ id: 'good', end: 'good' });
    expect((await statements(app, learner))[0]!.result).toEqual({
      response: 'go[,]on',
      success: true,
      completion: true,
    });
  });

  it('once answered stays so when it is begun again', async () => {
    const { app, learner } = await opened();
    await answered(app, learner, 'types/case', ['stop']);
    await answered(app, learner, 'types/case', ['go']);
    const progress = (await (await app.fetch('/api/progress', { headers: learner })).json()) as {
      modules: { questions: { done: boolean }[] }[];
    };
    expect(progress.modules[0]!.questions[0]!.done).toBe(true);
  });
});

describe('a closing quiz', () => {
  /** Everything but the closing quiz. */
  async function takeTheRest(app: TestApp, learner: Record<string, string>): Promise<void> {
    const responses = [['a'], ['a', 'b'], ['a'], ['first', 'second', 'third'], ['x:xx', 'y:yy', 'z:zz'], ['stop']];
    for (const [index, question] of questions.entries()) await answered(app, learner, question, responses[index]!);
    const { idBase, actor, modules } = (await (await app.fetch('/api/progress', { headers: learner })).json()) as {
      idBase: string;
      actor: object;
      modules: { registration: string }[];
    };
    for (const section of ['begin', 'end']) {
      const statement = {
        id: randomUUID(),
        actor,
        verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
        object: { id: `${idBase}/modules/module/${section}` },
        context: { registration: modules[0]!.registration },
      };
      const headers = { ...learner, 'x-experience-api-version': '2.0.0' };
      expect((await app.fetch('/xapi/statements', json(headers, statement))).status).toBe(200);
    }
  }

  it('holds the completion back below its mastery; retries are free, and it is passed once', async () => {
    const { app, learner } = await opened();
    await takeTheRest(app, learner);
    await answered(app, learner, 'closing/q1', ['b']);
    const failed = await answered(app, learner, 'closing/q2', ['a']);
    expect(failed.module).toMatchObject({ completed: false, closingQuiz: { passed: false, right: 1, total: 2 } });
    const passed = await answered(app, learner, 'closing/q1', ['a']);
    expect(passed.module).toMatchObject({ completed: true, closingQuiz: { passed: true } });
    await answered(app, learner, 'closing/q1', ['b']);
    await answered(app, learner, 'closing/q1', ['a']);
    const verbs = (await statements(app, learner)).map(({ verb }) => verb.id.split('/').at(-1));
    expect(verbs.filter((verb) => verb === 'passed')).toHaveLength(1);
    expect(verbs.filter((verb) => verb === 'completed')).toHaveLength(1);
  });

  it('passed on two devices at once is passed and completed once', async () => {
    const { app, learner } = await opened();
    await takeTheRest(app, learner);
    await answered(app, learner, 'closing/q2', ['a']);
    const device = await app.signIn('learner');
    const replies = await Promise.all(
      [learner, device].map((headers) => app.fetch('/api/answers', json(headers, body('closing/q1', ['a'])))),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    const verbs = (await statements(app, learner)).map(({ verb }) => verb.id.split('/').at(-1));
    expect(verbs.filter((verb) => verb === 'passed' || verb === 'completed').sort()).toEqual(['completed', 'passed']);
  });
});

it('what a browser kept for one person is refused in the session of another', async () => {
  const { app, learner } = await opened();
  const progress = (await (await app.fetch('/api/progress', { headers: learner })).json()) as {
    actor: { account: { name: string } };
  };
  const other = await app.signIn('learner2');
  const named = { ...other, 'oppihetki-account': progress.actor.account.name };
  const answer = await app.fetch('/api/answers', json(named, body('types/one', ['a'])));
  expect([answer.status, await codeOf(answer)]).toEqual([401, 'other_person']);
  const statement = await app.fetch('/xapi/statements', json({ ...named, 'x-experience-api-version': '2.0.0' }, {}));
  expect([statement.status, await codeOf(statement)]).toEqual([401, 'other_person']);
  expect(statement.headers.has('www-authenticate')).toBe(false);
  expect(await statements(app, other)).toEqual([]);
});
