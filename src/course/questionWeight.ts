import type { BranchingStep } from '../schemas/branching.ts';
import type { QuizData } from '../schemas/quiz.ts';

/**
 * How many questions' time a question takes: one, or for a branching case the number of choices on its longest way.
 * An unknown question takes one.
 */
export function questionWeights(
  quizzes: readonly { readonly id: string; readonly data: QuizData | null }[],
): (question: string) => number {
  return (reference) => {
    const [quizId, questionId] = reference.split('/');
    const quiz = quizzes.find(({ id }) => id === quizId)?.data;
    const question = quiz?.questions.find(({ id }) => id === questionId);
    return question?.type === 'branching' ? longestWay(question.steps) : 1;
  };
}

function longestWay(steps: readonly BranchingStep[]): number {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const from = (step: BranchingStep): number => {
    const ways = (step.choices ?? []).map(({ next }) => 1 + from(byId.get(next)!));
    return Math.max(0, ...ways);
  };
  return from(steps[0]!);
}

/** The questions of a module's closing quiz as `quiz/question`; none where it has none. */
export function closingQuestions(
  closing: { readonly quiz: string } | undefined,
  quizzes: readonly { readonly id: string; readonly data: QuizData | null }[],
): readonly string[] {
  const quiz = quizzes.find(({ id }) => id === closing?.quiz);
  return (quiz?.data?.questions ?? []).map(({ id }) => `${quiz!.id}/${id}`);
}
