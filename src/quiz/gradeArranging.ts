import type { QuestionData } from '../schemas/quiz.ts';
import type { Grading } from './grading.ts';

type OrderingQuestion = Extract<QuestionData, { readonly type: 'ordering' }>;
type MatchingQuestion = Extract<QuestionData, { readonly type: 'matching' }>;

/** Grades item ids in the order the learner put them: every item once. An item is right where it has its own place. */
export function gradeOrdering({ items }: OrderingQuestion, response: readonly string[]): Grading {
  if (response.some((id) => !items.some((item) => item.id === id))) return { ok: false, code: 'unknown_choice' };
  if (response.length !== items.length || new Set(response).size !== items.length) {
    return { ok: false, code: 'invalid_response' };
  }
  const explanations = items.map(({ id, explanation }, place) => {
    return { choice: id, text: explanation, correct: response[place] === id };
  });
  return { ok: true, done: true, success: explanations.every(({ correct }) => correct), explanations };
}

/** Grades pairs written `left:right`: every left side once, every right side once. */
export function gradeMatching({ pairs }: MatchingQuestion, response: readonly string[]): Grading {
  const given = response.map((pair) => pair.split(':'));
  if (given.some((parts) => parts.length !== 2)) return { ok: false, code: 'invalid_response' };
  const rightOf = new Map(given.map(([left = '', right = '']) => [left, right]));
  const isKnown = ([left, right]: readonly string[]) =>
    pairs.some((pair) => pair.left.id === left) && pairs.some((pair) => pair.right.id === right);
  if (!given.every(isKnown)) return { ok: false, code: 'unknown_choice' };
  const used = new Set(rightOf.values());
  if (given.length !== pairs.length || rightOf.size !== pairs.length || used.size !== pairs.length) {
    return { ok: false, code: 'invalid_response' };
  }
  const explanations = pairs.map(({ left, right, explanation }) => {
    return { choice: left.id, text: explanation, correct: rightOf.get(left.id) === right.id };
  });
  return { ok: true, done: true, success: explanations.every(({ correct }) => correct), explanations };
}
