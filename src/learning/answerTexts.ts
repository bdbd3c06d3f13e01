import type { QuestionData } from '../schemas/quiz.ts';

/**
 * What a response reads like: the texts of what was chosen, put in order, paired or gone through. What the question does
 * not hold any more is named by its id.
 * @param response as `POST /api/answers` takes it
 */
export function answerTexts(question: QuestionData, response: readonly string[]): readonly string[] {
  const texts = textsOf(question);
  const textOf = (id: string) => texts.get(id) ?? id;
  return question.type === 'matching'
    ? response.map((pair) => pair.split(':').map(textOf).join(' – '))
    : response.map(textOf);
}

function textsOf(question: QuestionData): ReadonlyMap<string, string> {
  switch (question.type) {
    case 'ordering':
      return byId(question.items);
    case 'matching':
      return byId(question.pairs.flatMap(({ left, right }) => [left, right]));
    case 'branching':
      return byId(question.steps.flatMap(({ choices }) => choices ?? []));
    case 'single':
    case 'multiple':
    case 'true-false':
      return byId(question.choices);
  }
}

function byId(things: readonly { readonly id: string; readonly text: string }[]): ReadonlyMap<string, string> {
  return new Map(things.map(({ id, text }) => [id, text]));
}
