import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { StoredStatement } from '../../src/xapi/types.ts';
import { lessons } from '../support/learnerCalls.ts';
import { idBase } from '../support/statements.ts';

const question = 'kinds/case';
const strict = 'kinds/strict-case';
const silence = {
  id: 'silence',
  text: 'The client is silent.',
  choices: [
    { id: 'wait', text: 'Text of wait' },
    { id: 'leave', text: 'Text of leave' },
  ],
  end: null,
};
const trust = { id: 'trust', text: 'The client trusts you.', choices: [], end: 'good' };
const alone = { id: 'alone', text: 'The client stays alone.', choices: [], end: 'other' };
const why = (choice: string, correct: boolean) => ({ choice, text: `Why of ${choice}`, correct });

/** What is stored, as `verb activity`. */
function told({ verb, object }: StoredStatement): string {
  return `${verb.id.split('/').at(-1)} ${'id' in object ? object.id.slice(idBase.length + 1) : ''}`;
}

describe('a branching case', () => {
  it('opens the next step with each choice, and no other', async () => {
    const { signIn } = await lessons();
    const learner = await signIn();
    const first = await learner.graded(question, ['advise']);
    expect(first).toMatchObject({ success: false, done: false, explanations: [why('advise', true)] });
    expect(first.case).toEqual({ steps: [silence] });
    const last = await learner.graded(question, ['advise', 'wait']);
    expect(last).toMatchObject({
      success: true,
      done: true,
      explanations: [why('advise', true), why('wait', true)],
    });
    expect(last.case).toEqual({ steps: [silence, trust] });
    expect(await learner.graded(question, ['advise', 'leave'])).toMatchObject({
      success: false,
      done: true,
      explanations: [why('advise', true), why('leave', false)],
      case: { steps: [silence, alone] },
    });
  });

  it('is stored choice by choice: under way without completion or success, and whole at an end', async () => {
    const { signIn, stored } = await lessons();
    const learner = await signIn();
    for (const path of [['advise'], ['advise', 'leave'], ['listen']]) await learner.graded(question, path);
    const statements = (await stored()).filter(({ verb }) => verb.id.endsWith('/answered'));
    expect(statements.map(({ result }) => result)).toEqual([
      { response: 'advise', completion: false },
      { response: 'advise[,]leave', success: false, completion: true },
      { response: 'listen', success: true, completion: true },
    ]);
    expect(statements.map(({ object }) => object)).toEqual(
      Array(3).fill({
        objectType: 'Activity',
        id: `${idBase}/quizzes/kinds/case`,
        definition: {
          type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
          description: { fi: 'How do you meet the client?' },
          interactionType: 'other',
        },
      }),
    );
  });

  it.each([
    ['under way', ['advise']],
    ['at an end', ['advise', 'leave']],
  ])('sent again %s is the same answer; another path under its id is refused', async (_, path) => {
    const { signIn, stored } = await lessons();
    const learner = await signIn();
    const id = randomUUID();
    const first = await learner.graded(question, path, { id });
    expect(await learner.graded(question, path, { id })).toEqual(first);
    const other = await learner.answer(question, ['listen'], { id });
    expect([other.status, await other.json()]).toMatchObject([409, { error: { code: 'answer_conflict' } }]);
    expect((await stored()).map(told)).toEqual(['answered quizzes/kinds/case']);
  });

  it('half done is found again where it was, on another device and after a restart', async () => {
    const { app, signIn } = await lessons();
    await (await signIn()).graded(question, ['advise']);
    await app.restart();
    const other = await signIn();
    const { questions } = await other.moduleProgress('meeting');
    expect(questions).toEqual([
      {
        id: question,
        response: ['advise'],
        success: false,
        done: false,
        explanations: [why('advise', true)],
        case: { steps: [silence] },
      },
    ]);
    const [half] = questions;
    expect(await other.graded(question, [...half!.response, 'wait'])).toMatchObject({ success: true, done: true });
  });

  it('completes nothing while it is under way, and counts as answered at any end', async () => {
    const { signIn, stored } = await lessons();
    const learner = await signIn();
    await learner.goThrough('meeting');
    expect(await learner.graded(question, ['advise'])).toMatchObject({ done: false, module: { completed: false } });
    expect(await learner.graded(question, ['advise', 'leave'])).toMatchObject({
      success: false,
      done: true,
      module: { completed: true },
    });
    expect((await stored()).map(told)).toEqual([
      'experienced modules/meeting/part',
      'answered quizzes/kinds/case',
      'answered quizzes/kinds/case',
      'completed modules/meeting',
    ]);
  });

  it('that must end well is answered only when it does', async () => {
    const { signIn, stored } = await lessons();
    const learner = await signIn();
    await learner.goThrough('strict');
    await learner.graded(strict, ['advise']);
    expect(await learner.graded(strict, ['advise', 'leave'])).toMatchObject({
      success: false,
      done: false,
      module: { completed: false },
    });
    expect((await learner.moduleProgress('strict')).questions).toMatchObject([
      { done: false, case: { steps: [silence, alone] } },
    ]);
    expect(await learner.graded(strict, ['listen'])).toMatchObject({ done: true, module: { completed: true } });
    const results = (await stored()).flatMap(({ verb, result }) => (verb.id.endsWith('/answered') ? [result] : []));
    expect(results).toEqual([
      { response: 'advise', completion: false },
      { response: 'advise[,]leave', success: false, completion: false },
      { response: 'listen', success: true, completion: true },
    ]);
  });

  it('once answered stays so when it is begun again, and is shown where the learner is now', async () => {
    const { signIn, stored } = await lessons();
    const learner = await signIn();
    await learner.goThrough('meeting');
    const { module } = await learner.graded(question, ['listen']);
    const again = await learner.graded(question, ['advise']);
    expect(again).toMatchObject({ done: true, module: { completed: true, completedAt: module.completedAt } });
    const after = await learner.moduleProgress('meeting');
    expect(after.questions).toMatchObject([{ response: ['advise'], done: true, case: { steps: [silence] } }]);
    expect(after.completedAt).toBe(module.completedAt);
    await learner.graded(question, ['advise', 'leave']);
    expect((await stored()).filter(({ verb }) => verb.id.endsWith('/completed'))).toHaveLength(1);
  });

  it('gone through on two devices at once is completed once, and neither path is lost', async () => {
    const { signIn, stored } = await lessons();
    const devices = [await signIn(), await signIn()] as const;
    await devices[0].goThrough('meeting');
    await Promise.all(devices.map((device) => device.graded(question, ['advise'])));
    await Promise.all([
      devices[0].graded(question, ['advise', 'wait']),
      devices[1].graded(question, ['advise', 'leave']),
    ]);
    expect((await stored()).map(told).toSorted()).toEqual([
      ...Array<string>(4).fill('answered quizzes/kinds/case'),
      'completed modules/meeting',
      'experienced modules/meeting/part',
    ]);
  });
});
