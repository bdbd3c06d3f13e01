import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { serverAgent } from '../../src/xapi/actors.ts';
import { validateStatement } from '../../src/xapi/validation/statement.ts';
import { answered } from '../../src/xapi/verbs.ts';
import { lessons } from '../support/learnerCalls.ts';
import { idBase } from '../support/statements.ts';

const shown = (id: string) => ({ id, description: { fi: `Text of ${id}` } });
const why = (choice: string, correct: boolean) => ({ choice, text: `Why of ${choice}`, correct });

interface Case {
  readonly question: string;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  /** What is explained of the right answer, and of the wrong one. */
  readonly explained: readonly [readonly object[], readonly object[]];
  /** The definition, and how the right and the wrong response are written in a statement (xAPI 1.0.3, Data, Appendix C). */
  readonly definition: object;
  readonly written: readonly [string, string];
}

const cases: readonly Case[] = [
  {
    question: 'one',
    right: ['best'],
    wrong: ['some'],
    explained: [[why('best', true)], [why('some', false)]],
    definition: {
      description: { fi: 'Which one?' },
      interactionType: 'choice',
      choices: ['some', 'best', 'none'].map(shown),
    },
    written: ['best', 'some'],
  },
  {
    question: 'many',
    right: ['work', 'rest'],
    wrong: ['rest', 'haste'],
    explained: [
      [why('rest', true), why('haste', false), why('work', true)],
      [why('rest', true), why('haste', false), why('work', true)],
    ],
    definition: {
      description: { fi: 'Which ones?' },
      interactionType: 'choice',
      choices: ['rest', 'haste', 'work'].map(shown),
    },
    written: ['work[,]rest', 'rest[,]haste'],
  },
  {
    question: 'claim',
    right: ['yes-often'],
    wrong: ['yes-always'],
    explained: [[why('yes-often', true)], [why('yes-always', false)]],
    definition: {
      description: { fi: 'It holds.' },
      interactionType: 'choice',
      choices: ['yes-always', 'yes-often', 'no-never'].map(shown),
    },
    written: ['yes-often', 'yes-always'],
  },
  {
    question: 'order',
    right: ['ask', 'agree', 'act', 'follow'],
    wrong: ['ask', 'act', 'agree', 'follow'],
    explained: [
      [why('ask', true), why('agree', true), why('act', true), why('follow', true)],
      [why('ask', true), why('agree', false), why('act', false), why('follow', true)],
    ],
    definition: {
      description: { fi: 'In which order?' },
      interactionType: 'sequencing',
      choices: ['agree', 'ask', 'follow', 'act'].map(shown),
    },
    written: ['ask[,]agree[,]act[,]follow', 'ask[,]act[,]agree[,]follow'],
  },
  {
    question: 'pairs',
    right: ['coach:trains', 'nurse:examines', 'office:decides'],
    wrong: ['nurse:examines', 'coach:decides', 'office:trains'],
    explained: [
      [why('nurse', true), why('coach', true), why('office', true)],
      [why('nurse', true), why('coach', false), why('office', false)],
    ],
    definition: {
      description: { fi: 'Who does what?' },
      interactionType: 'matching',
      source: ['nurse', 'coach', 'office'].map(shown),
      target: ['decides', 'examines', 'trains'].map(shown),
    },
    written: [
      'coach[.]trains[,]nurse[.]examines[,]office[.]decides',
      'nurse[.]examines[,]coach[.]decides[,]office[.]trains',
    ],
  },
];

describe.each(cases.map((one) => [one.question, one] as const))('an answer to a question of type %s', (_, one) => {
  const question = `kinds/${one.question}`;
  const both = [
    ['right', one.right, 0],
    ['wrong', one.wrong, 1],
  ] as const;

  it.each(both)('that is %s is graded and explained part by part', async (manner, response, index) => {
    const { signIn } = await lessons();
    const learner = await signIn();
    const reply = await learner.graded(question, response);
    expect(reply).toMatchObject({ success: manner === 'right', done: true });
    expect(reply.explanations).toEqual(one.explained[index]);
    expect(reply).not.toHaveProperty('case');
    const { questions } = await learner.moduleProgress('kinds');
    expect(questions).toEqual([
      { id: question, response, success: manner === 'right', done: true, explanations: one.explained[index] },
    ]);
  });

  it.each(both)(
    'that is %s is stored to the letter: what was shown, what was answered, never the key',
    async (...row) => {
      const [manner, response, index] = row;
      const { signIn, stored } = await lessons();
      const learner = await signIn();
      const { actor, modules } = await learner.progress();
      const id = randomUUID();
      const timestamp = '2026-11-21T09:59:30.000Z';
      await learner.graded(question, response, { id, timestamp, duration: 'PT12S', lang: 'sv' });
      const statements = await stored();
      expect(statements).toEqual([
        {
          id,
          actor,
          verb: answered,
          object: {
            objectType: 'Activity',
            id: `${idBase}/quizzes/${question}`,
            definition: { type: 'http://adlnet.gov/expapi/activities/cmi.interaction', ...one.definition },
          },
          result: { response: one.written[index], success: manner === 'right', completion: true, duration: 'PT12S' },
          context: {
            registration: modules.find((module) => module.id === 'kinds')!.registration,
            contextActivities: {
              parent: [{ objectType: 'Activity', id: `${idBase}/modules/kinds` }],
              grouping: [{ objectType: 'Activity', id: `${idBase}/courses/course` }],
            },
            revision: '2',
            language: 'sv',
          },
          timestamp,
          stored: expect.stringMatching(/^2026-11-21T10:00:00\.\d{3}Z$/) as unknown,
          authority: serverAgent(idBase),
          version: '1.0.0',
        },
      ]);
      expect(validateStatement(statements[0], '1.0.3')).toMatchObject({ ok: true });
      expect(validateStatement(statements[0], '2.0.0')).toMatchObject({ ok: true });
    },
  );

  it('sent again is the same answer; another one under its id is refused, and stored is the first', async () => {
    const { signIn, stored } = await lessons();
    const learner = await signIn();
    const id = randomUUID();
    const first = await learner.graded(question, one.wrong, { id });
    expect(await learner.graded(question, one.wrong, { id })).toEqual(first);
    const other = await learner.answer(question, one.right, { id });
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ error: { code: 'answer_conflict' } });
    expect((await stored()).map(({ result }) => result?.response)).toEqual([one.written[1]]);
  });

  it('may be given again for as long as one likes: the newest is shown, each is stored', async () => {
    const { signIn, stored } = await lessons();
    const learner = await signIn();
    for (const response of [one.wrong, one.right, one.wrong]) await learner.graded(question, response);
    expect((await learner.moduleProgress('kinds')).questions).toMatchObject([{ response: one.wrong, success: false }]);
    expect((await stored()).map(({ result }) => result?.success)).toEqual([false, true, false]);
  });
});

const messages = {
  invalid_request: /^The member \S+ of the request is missing or wrong\.$/,
  invalid_response: /^The answer does not fit the question, or something is missing from it\. Answer again\.$/,
  unknown_choice: /^There is no such choice\. It may have changed: reload the page\.$/,
};
type Refused = readonly [what: string, question: string, response: unknown, code: keyof typeof messages];
const everyKind = ['kinds/one', 'kinds/many', 'kinds/claim', 'kinds/order', 'kinds/pairs', 'kinds/case'];

describe('an answer that cannot be one', () => {
  it.each<Refused>([
    ...everyKind.flatMap((question): Refused[] => [
      ['nothing chosen', question, [], 'invalid_response'],
      ['a text', question, 'best', 'invalid_request'],
      ['an object', question, { 0: 'best' }, 'invalid_request'],
      ['a number in the list', question, [1], 'invalid_request'],
      ['a list in the list', question, [['best']], 'invalid_request'],
      ['no response', question, undefined, 'invalid_request'],
      ['more parts than any question has', question, Array<string>(21).fill('best'), 'invalid_request'],
      ['a part longer than any id', question, ['x'.repeat(122)], 'invalid_request'],
    ]),
    ...everyKind
      .filter((question) => question !== 'kinds/pairs')
      .flatMap((question): Refused[] => [
        ['an unknown id', question, ['perhaps'], 'unknown_choice'],
        ['a name every object has', question, ['constructor'], 'unknown_choice'],
        ['ids joined as a statement joins them', question, ['best[,]some'], 'unknown_choice'],
        ['an empty id', question, [''], 'unknown_choice'],
      ]),
    ['two of one', 'kinds/one', ['best', 'some'], 'invalid_response'],
    ['a choice twice', 'kinds/one', ['best', 'best'], 'invalid_response'],
    ['a choice twice', 'kinds/many', ['rest', 'work', 'rest'], 'invalid_response'],
    ['two reasons', 'kinds/claim', ['yes-often', 'no-never'], 'invalid_response'],
    ['an item missing', 'kinds/order', ['ask', 'agree', 'act'], 'invalid_response'],
    ['an item twice', 'kinds/order', ['ask', 'agree', 'act', 'act'], 'invalid_response'],
    ['an item too many', 'kinds/order', ['ask', 'agree', 'act', 'follow', 'ask'], 'invalid_response'],
    ['a pair missing', 'kinds/pairs', ['nurse:examines', 'coach:trains'], 'invalid_response'],
    ['a pair twice', 'kinds/pairs', ['nurse:examines', 'nurse:examines', 'coach:trains'], 'invalid_response'],
    ['a left side twice', 'kinds/pairs', ['nurse:examines', 'nurse:trains', 'coach:decides'], 'invalid_response'],
    ['a right side twice', 'kinds/pairs', ['nurse:trains', 'coach:trains', 'office:decides'], 'invalid_response'],
    [
      'a pair too many',
      'kinds/pairs',
      ['nurse:examines', 'coach:trains', 'office:decides', 'nurse:trains'],
      'invalid_response',
    ],
    ['sides alone', 'kinds/pairs', ['nurse', 'coach', 'office'], 'invalid_response'],
    ['three sides', 'kinds/pairs', ['nurse:examines:trains', 'coach:trains', 'office:decides'], 'invalid_response'],
    ['pairs as a statement writes them', 'kinds/pairs', ['nurse[.]examines'], 'invalid_response'],
    [
      'sides the wrong way round',
      'kinds/pairs',
      ['examines:nurse', 'coach:trains', 'office:decides'],
      'unknown_choice',
    ],
    ['an unknown side', 'kinds/pairs', ['nurse:heals', 'coach:trains', 'office:decides'], 'unknown_choice'],
    ['empty sides', 'kinds/pairs', [':', 'coach:trains', 'office:decides'], 'unknown_choice'],
    ['a step passed over', 'kinds/case', ['wait'], 'invalid_response'],
    ['a choice after the end', 'kinds/case', ['listen', 'wait'], 'invalid_response'],
    ['a choice twice', 'kinds/case', ['advise', 'advise'], 'invalid_response'],
    ['a step for a choice', 'kinds/case', ['start'], 'unknown_choice'],
  ])('%s to %s, is refused plainly and nothing is stored: %j', async (_what, question, response, code) => {
    const { signIn, stored } = await lessons();
    const learner = await signIn();
    const reply = await learner.answer(question, response);
    const { error } = (await reply.json()) as { error: { code: string; message: string } };
    expect([reply.status, error.code]).toEqual([400, code]);
    expect(error.message).toMatch(messages[code]);
    expect(await stored()).toEqual([]);
  });

  it('is told in the language the browser prefers', async () => {
    const { app, signIn } = await lessons();
    const { headers } = await signIn();
    const body = JSON.stringify({ id: randomUUID(), question: 'kinds/pairs', response: [], lang: 'fi' });
    const told = await Promise.all(
      ['fi', 'sv', 'en'].map(async (lang) => {
        const all = { ...headers, 'content-type': 'application/json', 'accept-language': lang };
        const reply = await app.fetch('/api/answers', { method: 'POST', headers: all, body });
        return ((await reply.json()) as { error: { message: string } }).error.message;
      }),
    );
    expect(told).toEqual([
      expect.stringContaining('puuttuu'),
      expect.stringContaining('saknas'),
      expect.stringContaining('missing'),
    ]);
  });
});
