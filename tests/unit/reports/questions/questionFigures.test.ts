import { describe, expect, it } from 'vitest';
import type { FirstAnswer } from '../../../../src/completion/firstAnswers.ts';
import { askedQuestion } from '../../../../src/course/askedQuestion.ts';
import { type AnsweredQuestion, questionFigures } from '../../../../src/reports/questions/questionFigures.ts';
import { everyTypeCourse } from '../../../support/everyType.ts';

/** Answers of one learner after another to a question of three choices: `r`ight, `w`rong or `o`ther; a space for none. */
function answered(letters: string, id = 'a', seconds: number | null = null): AnsweredQuestion {
  const names: Readonly<Record<string, string>> = { r: 'right', w: 'wrong', o: 'other' };
  const answers = [...letters].flatMap((letter, index): FirstAnswer[] => {
    const response = names[letter];
    if (response === undefined) return [];
    const stored = new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString();
    return [{ account: `learner-${index}`, response: [response], success: letter === 'r', stored, seconds }];
  });
  return { question: askedQuestion(everyTypeCourse.quizzes, `final/${id}`)!, answers };
}
const figuresOf = (letters: string) => questionFigures([answered(letters)])[0]!;

describe('what coordinators see of a question', () => {
  it('is nothing before ten learners have answered it', () => {
    expect(figuresOf('')).toBeNull();
    expect(figuresOf('rrrrrrrrr')).toBeNull();
    expect(figuresOf('rrrrrrrrrr')).toMatchObject({ learners: 10, facility: 100, suggestion: 'easy' });
  });

  it('counts learners in whole tens: no figure changes by one more learner', () => {
    const ten = figuresOf('rrrrrrwwwo');
    expect(ten).toMatchObject({ learners: 10, facility: 60, suggestion: 'fitting' });
    for (let more = 1; more < 10; more += 1) expect(figuresOf(`rrrrrrwwwo${'w'.repeat(more)}`)).toEqual(ten);
    expect(figuresOf(`rrrrrrwwwo${'w'.repeat(10)}`)).toMatchObject({ learners: 20, facility: 30, suggestion: 'hard' });
  });

  it('rounds shares to whole fives', () => {
    // 17 of 30 is 56.7 per cent, 16 of 30 is 53.3.
    expect(figuresOf('r'.repeat(17) + 'w'.repeat(13))?.facility).toBe(55);
    expect(figuresOf('r'.repeat(18) + 'w'.repeat(12))?.facility).toBe(60);
    expect(figuresOf('r'.repeat(16) + 'w'.repeat(14))?.facility).toBe(55);
  });

  it('names the wrong choices that fewer than one in twenty take, once thirty have answered', () => {
    expect(figuresOf('rrrrrwwwww'.repeat(2))?.unused).toBeNull();
    expect(figuresOf('rrrrrwwwww'.repeat(3))).toMatchObject({ unused: ['Text of other'], suggestion: 'unused' });
    expect(figuresOf(`${'rrrrrwwwww'.repeat(2)}rrrrrwwwwo`)?.unused).toEqual(['Text of other']);
    expect(figuresOf(`${'rrrrrwwwww'.repeat(2)}rrrrrwwwoo`)?.unused).toEqual([]);
  });

  it('tells the discrimination of those who answered the whole module, from thirty learners and four questions on', () => {
    const able = 'r'.repeat(15) + 'w'.repeat(15);
    const contrary = 'w'.repeat(15) + 'r'.repeat(15);
    const module = [able, able, able, contrary].map((letters, index) => answered(letters, 'abcd'[index]));
    const words = (of: readonly AnsweredQuestion[]) => questionFigures(of).map((figures) => figures?.discrimination);
    expect(words(module)).toEqual(['good', 'good', 'good', 'negative']);
    expect(questionFigures(module)[3]?.suggestion).toBe('luring');
    expect(words(module.slice(1))).toEqual([null, null, null]);
    const oneLacking = [...module.slice(0, 3), answered(` ${contrary.slice(1)}`, 'd')];
    expect(words(oneLacking)).toEqual([null, null, null, null]);
  });

  it('tells the median time to answer where it was measured', () => {
    expect(figuresOf('rrrrrrrrrr')?.seconds).toBeNull();
    expect(questionFigures([answered('rrrrrrrrrr', 'a', 42)])[0]?.seconds).toBe(42);
  });
});
