import type { QuestionData } from '../schemas/quiz.ts';

/** What the learner is told of one choice. `correct` says whether the choice itself is right. */
export interface ChoiceExplanation {
  readonly choice: string;
  readonly text: string;
  readonly correct: boolean;
}

export type Grading =
  | { readonly ok: true; readonly success: boolean; readonly explanations: readonly ChoiceExplanation[] }
  /** The response cannot be an answer to this question; nothing should be stored. */
  | { readonly ok: false; readonly code: 'unknown_choice' | 'invalid_response' };

/**
 * Grades a response: right when exactly the correct choices were taken, in any order. Deterministic (AI Act).
 *
 * A single choice is explained alone, so that another try is worth making; with several right choices every
 * choice is explained, because a missed one needs its explanation as much as a wrong one
 * (elaborated feedback g = 0.49 against 0.05 for right/wrong alone).
 */
export function grade(question: QuestionData, response: readonly string[]): Grading {
  const known = new Set(question.choices.map((choice) => choice.id));
  const taken = new Set(response);
  if (response.some((choice) => !known.has(choice))) return { ok: false, code: 'unknown_choice' };
  const givenTwice = taken.size !== response.length;
  const tooMany = question.type === 'single' && taken.size > 1;
  if (givenTwice || tooMany || taken.size === 0) return { ok: false, code: 'invalid_response' };
  return {
    ok: true,
    success: question.choices.every((choice) => choice.correct === taken.has(choice.id)),
    explanations: explanationsFor(question, response),
  };
}

/** What a learner who gave this response may read: see `grade`. Choices the question no longer has are passed over. */
export function explanationsFor(question: QuestionData, response: readonly string[]): readonly ChoiceExplanation[] {
  return question.choices
    .filter((choice) => question.type === 'multiple' || response.includes(choice.id))
    .map((choice) => ({ choice: choice.id, text: choice.explanation, correct: choice.correct }));
}
