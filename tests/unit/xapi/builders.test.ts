import { describe, expect, it } from 'vitest';
import { accountActor, serverAgent } from '../../../src/xapi/actors.ts';
import { answeredStatement, completedStatement, type Occasion, passedStatement } from '../../../src/xapi/builders.ts';
import type { Interaction } from '../../../src/xapi/builders.ts';
import { experiencedStatement } from '../../support/experiencedStatement.ts';
import { completionStatementId } from '../../../src/xapi/ids.ts';
import { validateStatement } from '../../../src/xapi/validation/statement.ts';
import { completed } from '../../../src/xapi/verbs.ts';
import { idBase, otherUuid, uuid } from './statements.ts';

const occasion: Occasion = {
  idBase,
  account: 'x1',
  registration: uuid,
  course: 'course',
  module: { id: 'intro', version: 3 },
  lang: 'fi',
  timestamp: '2026-01-31T12:30:00.000Z',
};
const question = {
  quiz: 'quiz',
  id: 'terms',
  prompt: 'Mitä?',
  lang: 'fi',
  interaction: {
    interactionType: 'choice' as const,
    choices: [
      { id: 'a', text: 'A', correct: true, explanation: 'Oikein' },
      { id: 'b', text: 'B', correct: false, explanation: 'Väärin' },
    ],
  },
};
const experienced = experiencedStatement(otherUuid, 'start', occasion);
const answered = answeredStatement(
  otherUuid,
  question,
  { response: ['b', 'a'], success: false, completion: true },
  occasion,
);
const made = { experienced, answered, passed: passedStatement(occasion), completed: completedStatement(occasion) };

describe.each(Object.entries(made))('%s', (_name, statement) => {
  it.each(['1.0.3', '2.0.0'] as const)('is valid under %s', (version) => {
    expect(validateStatement(JSON.parse(JSON.stringify(statement)), version)).toMatchObject({ ok: true });
  });

  it('is about the learner, in the registration, with the version of the content and the language', () => {
    expect(statement.actor).toEqual(accountActor(idBase, 'x1'));
    expect(statement.context).toMatchObject({ registration: uuid, revision: '3', language: 'fi' });
    expect(statement.timestamp).toBe(occasion.timestamp);
  });
});

it('experienced leaves the authority to the record store', () => {
  expect(experienced).not.toHaveProperty('authority');
  expect(experienced.object).toEqual({ objectType: 'Activity', id: `${idBase}/modules/intro/start` });
  expect(experienced.context?.contextActivities?.parent).toEqual([
    { objectType: 'Activity', id: `${idBase}/modules/intro` },
  ]);
});

describe('answered', () => {
  it('carries response, success and completion, by the server’s authority', () => {
    expect(answered.result).toEqual({ response: 'b[,]a', success: false, completion: true });
    expect(answered.authority).toEqual(serverAgent(idBase));
  });

  it('carries the duration where there is one', () => {
    const timed = answeredStatement(
      uuid,
      question,
      { response: ['a'], success: true, completion: true, duration: 'PT9S' },
      occasion,
    );
    expect(timed.result).toMatchObject({ response: 'a', duration: 'PT9S' });
  });

  it('describes items in order, pairs, and a case without its steps', () => {
    const side = (id: string) => ({ id, text: id });
    const pairs = { interactionType: 'matching' as const, source: [side('a')], target: [side('x')] };
    const answerTo = (interaction: Interaction, response: readonly string[]) =>
      answeredStatement(uuid, { ...question, interaction }, { response, completion: false }, occasion);
    expect(answerTo(pairs, ['a:x'])).toMatchObject({
      object: { definition: { interactionType: 'matching', source: [{ id: 'a' }], target: [{ id: 'x' }] } },
      result: { response: 'a[.]x', completion: false },
    });
    const inOrder = { interactionType: 'sequencing' as const, choices: [side('b'), side('a')] };
    expect(answerTo(inOrder, ['a', 'b']).result).toEqual({ response: 'a[,]b', completion: false });
    for (const interaction of [pairs, inOrder, { interactionType: 'other' as const }]) {
      const statement = JSON.parse(JSON.stringify(answerTo(interaction, ['a']))) as unknown;
      expect(validateStatement(statement, '2.0.0')).toMatchObject({ ok: true });
    }
  });

  it('tells the choices but not which is right', () => {
    expect(answered.object).toMatchObject({
      definition: { interactionType: 'choice', choices: [{ id: 'a' }, { id: 'b' }] },
    });
    expect(JSON.stringify(answered)).not.toMatch(/correct|Oikein|Väärin/);
  });
});

describe('passed and completed', () => {
  it('have ids that a repeat finds again', () => {
    expect(made.completed.id).toBe(completionStatementId(uuid, completed.id, 3));
    expect(made.completed.id).not.toBe(made.passed.id);
  });

  it('carry no score and no duration', () => {
    expect(made.completed.result).toEqual({ completion: true });
    expect(made.passed.result).toEqual({ success: true });
  });

  it('are about the module, within its course', () => {
    expect(made.completed.object).toEqual({ objectType: 'Activity', id: `${idBase}/modules/intro` });
    expect(made.completed.context?.contextActivities).toEqual({
      parent: [{ objectType: 'Activity', id: `${idBase}/courses/course` }],
    });
  });
});
