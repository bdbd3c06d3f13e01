import { describe, expect, it } from 'vitest';
import { firstAnswers } from '../../../src/completion/firstAnswers.ts';
import type { CourseArtefact } from '../../../src/course/artefact.ts';
import { askedQuestion } from '../../../src/course/askedQuestion.ts';
import { accountActor, clientAgent } from '../../../src/xapi/actors.ts';
import type { NewStatement } from '../../../src/xapi/types.ts';
import { everyTypeCourse } from '../../support/everyType.ts';
import { moduleRun } from '../../support/moduleRun.ts';
import { idBase } from '../../support/statements.ts';

const question = 'kinds/one';
const answer = (account: string, choice: string, content = everyTypeCourse, duration?: string) =>
  moduleRun(content, idBase, account, 'kinds').answers(question, [choice], '2026-01-01T08:00:00.000Z', duration);
const first = (statements: readonly NewStatement[], content = everyTypeCourse, id = question) =>
  firstAnswers(
    askedQuestion(content.quizzes, id)!,
    statements.map((statement) => ({ ...statement, stored: statement.timestamp })),
    idBase,
  );
const who = (statements: readonly NewStatement[], content = everyTypeCourse) =>
  first(statements, content).map(({ account, response }) => `${account} ${response.join()}`);

/** The course with the text of its quizzes replaced, as an author edits it. */
function edited(...changes: readonly (readonly [string, string])[]): CourseArtefact {
  let text = JSON.stringify(everyTypeCourse.quizzes);
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`no ${from}`);
    text = text.replace(from, to);
  }
  return { ...everyTypeCourse, quizzes: JSON.parse(text) as CourseArtefact['quizzes'] };
}

describe('first answers', () => {
  it('are one of each learner, the first, in the order they were stored', () => {
    const statements = [answer('b', 'some'), answer('a', 'best'), answer('b', 'best'), answer('a', 'none')];
    expect(who(statements)).toEqual(['b some', 'a best']);
    expect(first(statements).map(({ success }) => success)).toEqual([false, true]);
  });

  it('are what the server graded, not what anybody else says', () => {
    const stated = answer('a', 'best');
    for (const authority of [clientAgent(idBase, 'tool'), accountActor(idBase, 'a')]) {
      expect(first([{ ...stated, authority }])).toEqual([]);
    }
  });

  it('of a case are whole ones: choices on the way are none', () => {
    const run = moduleRun(everyTypeCourse, idBase, 'a', 'meeting');
    const { result, ...rest } = run.answers('kinds/case', ['advise'], '2026-01-01T08:00:00.000Z');
    const { success: _, ...underWay } = result!;
    const whole = run.answers('kinds/case', ['advise', 'leave'], '2026-01-01T08:00:01.000Z');
    const found = first([{ ...rest, result: underWay }, whole], everyTypeCourse, 'kinds/case');
    expect(found.map(({ response }) => response)).toEqual([['advise', 'leave']]);
  });

  it('have the time it took where it was measured', () => {
    expect(first([answer('a', 'best', everyTypeCourse, 'PT1M2.5S')])[0]?.seconds).toBe(62.5);
    expect(first([answer('a', 'best')])[0]?.seconds).toBeNull();
  });

  it.each([
    ['its prompt', edited(['Which one?', 'Which one is not?'])],
    ['the text of a choice', edited(['Text of some', 'Another text'])],
    ['the id of a choice', edited(['"id":"some"', '"id":"any"'])],
  ])('begin anew when the question changes in %s', (_, content) => {
    const statements = [answer('a', 'none'), answer('b', 'best'), answer('c', 'none', content)];
    expect(who(statements, content)).toEqual(['c none']);
    // Also when it is changed back.
    expect(who([...statements, answer('d', 'best')])).toEqual(['d best']);
  });

  it('begin anew when its key changes, which only a grade shows', () => {
    const content = edited(
      ['"text":"Text of some","correct":false', '"text":"Text of some","correct":true'],
      ['"text":"Text of best","correct":true', '"text":"Text of best","correct":false'],
    );
    const before = [answer('a', 'none'), answer('b', 'best')];
    expect(who([...before, answer('c', 'none', content), answer('d', 'some', content)], content)).toEqual([
      'c none',
      'd some',
    ]);
  });

  it('stand when capitals, spaces or punctuation are mended, an explanation is rewritten or choices change places', () => {
    const content = edited(['Which one?', ' which  one'], ['Why of some', 'Better told']);
    const quiz = content.quizzes.kinds!;
    const questions = quiz.questions.map((one) =>
      one.type === 'single' ? { ...one, choices: one.choices.toReversed() } : one,
    );
    const reordered = { ...content, quizzes: { ...content.quizzes, kinds: { ...quiz, questions } } };
    expect(who([answer('a', 'none')], reordered)).toEqual(['a none']);
  });
});
