import { describe, expect, it } from 'vitest';
import { grade, toldOf } from '../../../src/quiz/grade.ts';
import { questionSchema } from '../../../src/schemas/quiz.ts';
import type { QuestionData } from '../../../src/schemas/quiz.ts';
import { shownOrder } from '../../../src/schemas/shownOrder.ts';
import { responseTo } from '../../support/responses.ts';

const told = (id: string) => ({ id, text: id, explanation: `because ${id}` });
const question = (fields: object) => questionSchema.parse({ id: 'q', prompt: 'Which?', ...fields });
const claim = question({
  type: 'true-false',
  choices: [
    { ...told('yes-a'), claim: true },
    { ...told('yes-b'), claim: true, correct: true },
    { ...told('no-a'), claim: false },
  ],
});
const ordering = question({ type: 'ordering', items: [told('ask'), told('agree'), told('follow')] });
const pair = (left: string, right: string) => ({
  left: { id: left, text: left },
  right: { id: right, text: right },
  explanation: `because ${left}`,
});
const matching = question({ type: 'matching', pairs: [pair('a', 'x'), pair('b', 'y'), pair('c', 'z')] });
const way = (id: string, next: string) => ({ ...told(id), next });
const steps = [
  { id: 'start', text: 'Start', choices: [way('listen', 'trust'), way('advise', 'silence')] },
  { id: 'silence', text: 'Silence', choices: [way('return', 'trust'), way('leave', 'alone')] },
  { id: 'trust', text: 'Trust', end: 'good' },
  { id: 'alone', text: 'Alone', end: 'other' },
];
const branching = question({ type: 'branching', steps });
const strict = question({ type: 'branching', steps, mustEndWell: true });

describe('grading', () => {
  it.each([claim, ordering, matching, branching].map((one) => [one.type, one] as const))(
    'of %s tells right from wrong',
    (_, asked) => {
      expect(grade(asked, responseTo(asked, true))).toMatchObject({ ok: true, success: true, done: true });
      expect(grade(asked, responseTo(asked, false))).toMatchObject({ ok: true, success: false, done: true });
    },
  );

  it.each<[string, QuestionData, string[], string]>([
    ['two reasons', claim, ['yes-a', 'no-a'], 'invalid_response'],
    ['an order that lacks an item', ordering, ['ask', 'agree'], 'invalid_response'],
    ['an order with an item twice', ordering, ['ask', 'ask', 'follow'], 'invalid_response'],
    ['an unknown item', ordering, ['ask', 'agree', 'constructor'], 'unknown_choice'],
    ['a pair missing', matching, ['a:x', 'b:y'], 'invalid_response'],
    ['a right side used twice', matching, ['a:x', 'b:x', 'c:z'], 'invalid_response'],
    ['a left side given twice', matching, ['a:x', 'a:y', 'c:z'], 'invalid_response'],
    ['something that is no pair', matching, ['a', 'b:y', 'c:z'], 'invalid_response'],
    ['a pair of three', matching, ['a:x:y', 'b:y', 'c:z'], 'invalid_response'],
    ['sides the wrong way round', matching, ['x:a', 'b:y', 'c:z'], 'unknown_choice'],
    ['an empty path', branching, [], 'invalid_response'],
    ['a path that skips a step', branching, ['return'], 'invalid_response'],
    ['a path that goes on after the end', branching, ['listen', 'return'], 'invalid_response'],
    ['an unknown choice on the path', branching, ['listen', 'nothing'], 'unknown_choice'],
  ])('refuses %s', (_, asked, response, code) => {
    expect(grade(asked, response)).toEqual({ ok: false, code });
  });

  it('explains the reason taken, every item and every pair', () => {
    expect(grade(claim, ['no-a'])).toMatchObject({ explanations: [{ choice: 'no-a', correct: false }] });
    expect(grade(ordering, ['ask', 'follow', 'agree'])).toMatchObject({
      explanations: [
        { choice: 'ask', correct: true },
        { choice: 'agree', correct: false },
        { choice: 'follow', correct: false },
      ],
    });
    expect(grade(matching, ['a:x', 'b:z', 'c:y'])).toMatchObject({
      explanations: [
        { choice: 'a', correct: true },
        { choice: 'b', correct: false },
        { choice: 'c', correct: false },
      ],
    });
  });
});

describe('a branching case', () => {
  it('is under way until an end, and tells the step a choice leads to', () => {
    expect(grade(branching, ['advise'])).toEqual({
      ok: true,
      success: false,
      done: false,
      explanations: [{ choice: 'advise', text: 'because advise', correct: true }],
      case: {
        steps: [
          {
            id: 'silence',
            text: 'Silence',
            choices: [
              { id: 'return', text: 'return' },
              { id: 'leave', text: 'leave' },
            ],
            end: null,
          },
        ],
      },
    });
  });

  it('is done at any end, unless it must end well', () => {
    expect(grade(branching, ['advise', 'leave'])).toMatchObject({ success: false, done: true });
    expect(grade(strict, ['advise', 'leave'])).toMatchObject({ success: false, done: false });
    expect(grade(strict, ['listen'])).toMatchObject({ success: true, done: true });
  });

  it('is told again as far as it still has the choices of an earlier path', () => {
    const again = toldOf(branching, ['advise', 'gone']);
    expect(again.explanations.map(({ choice }) => choice)).toEqual(['advise']);
    expect(again.case?.steps.map(({ id }) => id)).toEqual(['silence']);
  });

  it.each<[string, object[], string]>([
    [
      'leads nowhere',
      [{ ...steps[0], choices: [way('listen', 'nowhere'), way('advise', 'silence')] }, ...steps.slice(1)],
      'next-unknown',
    ],
    ['has a step without choices or end', [...steps, { id: 'odd', text: 'Odd' }], 'choices-or-end'],
    ['has a step nobody reaches', [...steps, { id: 'odd', text: 'Odd', end: 'other' }], 'never-reached'],
    ['has two steps of one name', [...steps, { id: 'alone', text: 'Odd', end: 'other' }], 'step-twice'],
    ['ends nowhere well', steps.map((step) => ('end' in step ? { ...step, end: 'other' } : step)), 'no-good-end'],
    [
      'leads back to itself',
      steps.map((step) =>
        step.id === 'silence' ? { ...step, choices: [way('return', 'start'), way('leave', 'trust')] } : step,
      ),
      'loop',
    ],
  ])('is refused when it %s', (_, broken, problem) => {
    const { error } = questionSchema.safeParse({ id: 'q', prompt: '?', type: 'branching', steps: broken });
    const problems = error?.issues.flatMap((issue) =>
      issue.code === 'custom' ? [issue.params?.['problem'] as unknown] : [],
    );
    expect(problems).toContain(problem);
  });
});

describe('the order in which parts are shown', () => {
  it('is the same each time and never the author’s', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const items = ['a', 'b', 'c'].map((id) => ({ id: `${id}${seed}` }));
      const shown = shownOrder(`quiz/q${seed}`, items);
      expect(shown).not.toEqual(items);
      expect(shown).toEqual(shownOrder(`quiz/q${seed}`, items));
      expect(new Set(shown)).toEqual(new Set(items));
    }
  });
});
