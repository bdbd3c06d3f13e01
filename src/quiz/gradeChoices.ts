import type { QuestionData } from '../schemas/quiz.ts';
import type { ChoiceExplanation, Grading } from './grading.ts';

type ChoiceQuestion = Extract<QuestionData, { readonly choices: unknown }>;

/** Grades choice ids: right when exactly the correct choices were taken, in any order. */
export function gradeChoices(question: ChoiceQuestion, response: readonly string[]): Grading {
  const known = new Set(question.choices.map((choice) => choice.id));
  const taken = new Set(response);
  if (response.some((choice) => !known.has(choice))) return { ok: false, code: 'unknown_choice' };
  const givenTwice = taken.size !== response.length;
  const tooMany = question.type !== 'multiple' && taken.size > 1;
  if (givenTwice || tooMany || taken.size === 0) return { ok: false, code: 'invalid_response' };
  return {
    ok: true,
    done: true,
    success: question.choices.every((choice) => choice.correct === taken.has(choice.id)),
    explanations: choiceExplanations(question, response),
  };
}

/** Explanations of the choices taken or, where several may be right, of all. Choices that are gone are passed over. */
export function choiceExplanations(question: ChoiceQuestion, response: readonly string[]): ChoiceExplanation[] {
  return question.choices
    .filter((choice) => question.type === 'multiple' || response.includes(choice.id))
    .map((choice) => ({ choice: choice.id, text: choice.explanation, correct: choice.correct }));
}
