import type { QuestionData } from '../schemas/quiz.ts';
import { choicesOf } from '../schemas/questionChoices.ts';
import type { CourseArtefact } from './artefact.ts';

interface Named {
  readonly id: string;
  readonly text: string;
}

/** A question of a built course with its key: for grading and statistics, never for a learner's page. */
export interface AskedQuestion {
  /** `quiz/question`. */
  readonly id: string;
  readonly data: QuestionData;
  /** What its activity's definition describes besides the prompt: nothing for a case, whose steps are told one by one. */
  readonly parts: readonly Named[];
  /** The wrong choices where choices are taken; none for other types. */
  readonly wrongChoices: readonly Named[];
}

/** The question of this id, `quiz/question`, as a build has it; null where there is none. */
export function askedQuestion(quizzes: CourseArtefact['quizzes'], id: string): AskedQuestion | null {
  const [quiz = '', name = ''] = id.split('/');
  const data = Object.hasOwn(quizzes, quiz) ? quizzes[quiz]?.questions.find((one) => one.id === name) : undefined;
  if (!data) return null;
  const takesChoices = data.type === 'single' || data.type === 'multiple' || data.type === 'true-false';
  return {
    id,
    data,
    parts: data.type === 'branching' ? [] : choicesOf(data),
    wrongChoices: takesChoices ? data.choices.filter(({ correct }) => !correct) : [],
  };
}
