import type { QuestionData } from './quiz.ts';

/** Something with an id that a learner's response to a question can name. */
export interface NamedChoice {
  readonly id: string;
  readonly text: string;
}

/** Everything a response to a question can name, in the author's order: choices, items, both sides of pairs, a case's choices. */
export function choicesOf(question: QuestionData): readonly NamedChoice[] {
  switch (question.type) {
    case 'ordering':
      return question.items;
    case 'matching':
      return [...question.pairs.map(({ left }) => left), ...question.pairs.map(({ right }) => right)];
    case 'branching':
      return question.steps.flatMap(({ choices }) => choices ?? []);
    case 'single':
    case 'multiple':
    case 'true-false':
      return question.choices;
  }
}
