import type { QuestionData } from '../schemas/quiz.ts';
import { shownOrder } from '../schemas/shownOrder.ts';
import type { Interaction, ShownQuestion } from '../xapi/builders.ts';

/**
 * A question as its statement describes it: what was shown, and in no order that would tell the key.
 * @param lang the language the question is written in
 */
export function shownQuestion(quiz: string, question: QuestionData, lang: string): ShownQuestion {
  return { quiz, id: question.id, prompt: question.prompt, lang, interaction: interactionOf(quiz, question) };
}

/** The interaction types of xAPI 1.0.3, Data 2.4.4.1. A case's later steps are not described: they are told one by one. */
function interactionOf(quiz: string, question: QuestionData): Interaction {
  const id = `${quiz}/${question.id}`;
  switch (question.type) {
    case 'ordering':
      return { interactionType: 'sequencing', choices: shownOrder(id, question.items) };
    case 'matching':
      return {
        interactionType: 'matching',
        source: question.pairs.map(({ left }) => left),
        target: shownOrder(
          id,
          question.pairs.map(({ right }) => right),
        ),
      };
    case 'branching':
      return { interactionType: 'other' };
    case 'single':
    case 'multiple':
    case 'true-false':
      return { interactionType: 'choice', choices: question.choices };
  }
}
