import { describe, expect, it } from 'vitest';
import { grade, toldOf } from '../../../src/quiz/grade.ts';
import type { QuestionData } from '../../../src/schemas/quiz.ts';

const choice = (id: string, correct: boolean) => ({ id, text: id, correct, explanation: `because ${id}` });
const single: QuestionData = {
  id: 'one',
  objectives: [],
  type: 'single',
  prompt: 'Which?',
  choices: [choice('wait', false), choice('ask', true), choice('refer', false)],
};
const multiple: QuestionData = {
  id: 'many',
  objectives: [],
  type: 'multiple',
  prompt: 'Which ones?',
  choices: [choice('health', true), choice('pension', false), choice('skills', true)],
};

describe('grading', () => {
  it.each([
    ['the right choice', single, ['ask'], true],
    ['a wrong choice', single, ['wait'], false],
    ['every right choice', multiple, ['health', 'skills'], true],
    ['every right choice in another order', multiple, ['skills', 'health'], true],
    ['one right choice missing', multiple, ['health'], false],
    ['one wrong choice too many', multiple, ['health', 'skills', 'pension'], false],
  ])('of %s', (_, question, response, success) => {
    expect(grade(question, response)).toMatchObject({ ok: true, success });
  });

  it.each([
    ['an unknown choice', single, ['nothing'], 'unknown_choice'],
    ['a name every object has', single, ['constructor'], 'unknown_choice'],
    ['no choice', single, [], 'invalid_response'],
    ['two choices where one is asked', single, ['ask', 'wait'], 'invalid_response'],
    ['a choice given twice', multiple, ['health', 'health'], 'invalid_response'],
  ])('refuses %s', (_, question, response, code) => {
    expect(grade(question, response)).toMatchObject({ ok: false, code });
  });

  it('explains only the choice taken, so that another try is worth making', () => {
    expect(grade(single, ['wait'])).toMatchObject({
      explanations: [{ choice: 'wait', text: 'because wait', correct: false }],
    });
  });

  it('explains every choice where several are right', () => {
    expect(grade(multiple, ['health'])).toMatchObject({
      explanations: [
        { choice: 'health', correct: true },
        { choice: 'pension', correct: false },
        { choice: 'skills', correct: true },
      ],
    });
  });

  it('passes over a choice that the question no longer has', () => {
    expect(toldOf(single, ['removed', 'ask']).explanations).toHaveLength(1);
  });
});
