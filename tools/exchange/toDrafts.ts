import type { QuestionData, QuizData } from '../../src/schemas/quiz.ts';
import { withClaim } from './claimReasons.ts';
import type { QuestionDraft, Remark } from './questionDraft.ts';

/**
 * A quiz's questions as other formats can tell them, in their order, and which were left out and why.
 * A case whose choices lead on has no counterpart in GIFT or in a QTI item of one interaction, so it is left out.
 */
export function toDrafts(quiz: QuizData): {
  readonly drafts: readonly QuestionDraft[];
  readonly remarks: readonly Remark[];
} {
  const drafts: QuestionDraft[] = [];
  const remarks: Remark[] = [];
  for (const question of quiz.questions) {
    const answers = answersOf(question);
    const { id, prompt, objectives } = question;
    if (answers) drafts.push({ place: id, id, prompt, objectives, answers });
    else
      remarks.push({
        place: id,
        sentence: 'Haarautuva tapaus jäi pois: muoto ei tunne valintoja, jotka vievät eteenpäin.',
      });
  }
  return { drafts, remarks };
}

function answersOf(question: QuestionData): QuestionDraft['answers'] | null {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { type: question.type, choices: question.choices };
    case 'true-false':
      return {
        type: 'single',
        choices: question.choices.map(({ id, text, claim, correct, explanation }) => {
          return { id, text: withClaim(text, claim), correct, explanation };
        }),
      };
    case 'ordering':
      return { type: 'ordering', items: question.items };
    case 'matching':
      return {
        type: 'matching',
        pairs: question.pairs.map(({ left, right, explanation }) => {
          return { id: left.id, left: left.text, rightId: right.id, right: right.text, explanation };
        }),
      };
    case 'branching':
      return null;
  }
}
