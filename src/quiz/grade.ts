import type { QuestionData } from '../schemas/quiz.ts';
import { gradeMatching, gradeOrdering } from './gradeArranging.ts';
import { caseReached, gradeBranching } from './gradeBranching.ts';
import { choiceExplanations, gradeChoices } from './gradeChoices.ts';
import type { CaseReached, ChoiceExplanation, Grading } from './grading.ts';

/**
 * Grades a response; what a response is, each type's file tells. Deterministic (AI Act).
 *
 * What is explained follows elaborated feedback (g = 0.49 against 0.05 for right/wrong alone) without spoiling another try:
 * a single choice is explained alone; where several parts make the answer, every part is.
 */
export function grade(question: QuestionData, response: readonly string[]): Grading {
  switch (question.type) {
    case 'ordering':
      return gradeOrdering(question, response);
    case 'matching':
      return gradeMatching(question, response);
    case 'branching':
      return gradeBranching(question, response);
    case 'single':
    case 'multiple':
    case 'true-false':
      return gradeChoices(question, response);
  }
}

/** What a learner who gave this response once may read again, by the question as it is today: see `grade`. */
export function toldOf(
  question: QuestionData,
  response: readonly string[],
): { readonly explanations: readonly ChoiceExplanation[]; readonly case?: CaseReached } {
  if (question.type === 'branching') return caseReached(question, response);
  if (question.type === 'ordering' || question.type === 'matching') {
    const grading = grade(question, response);
    return { explanations: grading.ok ? grading.explanations : [] };
  }
  return { explanations: choiceExplanations(question, response) };
}
