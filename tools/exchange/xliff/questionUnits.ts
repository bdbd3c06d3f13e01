import type { QuestionData } from '../../../src/schemas/quiz.ts';
import { type Unit, unit } from './pieces.ts';

/**
 * What is to be translated in a question.
 * @param name `quiz/question`
 */
export function questionUnits(name: string, question: QuestionData): Unit[] {
  const base = name.replace('/', '.');
  return [['prompt', question.prompt] as const, ...texts(question)].map(([key, text]) => {
    return unit(`${base}.${key}`, [text], false);
  });
}

function texts(question: QuestionData): (readonly [string, string])[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return question.choices.flatMap(explained);
    case 'ordering':
      return question.items.flatMap(explained);
    case 'matching':
      return question.pairs.flatMap(({ left, right, explanation }) => [
        [`${left.id}.text`, left.text] as const,
        [`${right.id}.text`, right.text] as const,
        [`${left.id}.explanation`, explanation] as const,
      ]);
    case 'branching':
      return question.steps.flatMap(({ id, text, choices }) => [
        [`${id}.step`, text] as const,
        ...(choices ?? []).flatMap(explained),
      ]);
  }
}

function explained(part: { readonly id: string; readonly text: string; readonly explanation: string }) {
  return [[`${part.id}.text`, part.text] as const, [`${part.id}.explanation`, part.explanation] as const];
}
