import type { Rating } from '../completion/feedback.ts';
import { feedbackQuestions, feedbackSteps } from '../course/feedback.ts';
import type { FeedbackQuestion } from '../course/feedback.ts';

/** How a question of a module's feedback was answered; null while fewer than ten learners have answered it. */
export type FeedbackShares = {
  /** How many learners the shares are of: a multiple of ten. */
  readonly learners: number;
  /** The share of each step of the scale, from the first to the last, in whole per cent. */
  readonly steps: readonly number[];
  /** The share of those who said yes to what was asked, in whole per cent. */
  readonly yes: number;
} | null;

/** Fewer learners than this are never told of, and figures change by so many at a time. */
const batch = 10;

/**
 * What coordinators see of a module's feedback, question by question. Learners count in whole tens, the first ones to answer
 * first: a figure seen before and after one more answer is the same, so that nobody's own answer can be told from two looks.
 */
export function feedbackSummary(
  ratings: readonly Rating[],
  module: string,
): Readonly<Record<FeedbackQuestion['id'], FeedbackShares>> {
  const summaries = feedbackQuestions.map((question) => {
    const own = ratings.filter((rating) => rating.module === module && rating.question === question.id);
    return [question.id, sharesOf(own, question)] as const;
  });
  return Object.fromEntries(summaries) as Record<FeedbackQuestion['id'], FeedbackShares>;
}

function sharesOf(ratings: readonly Rating[], { yesFrom }: FeedbackQuestion): FeedbackShares {
  const learners = Math.floor(ratings.length / batch) * batch;
  if (learners === 0) return null;
  const counted = ratings.slice(0, learners);
  const share = (isIn: (rating: Rating) => boolean) => Math.round((counted.filter(isIn).length / learners) * 100);
  return {
    learners,
    steps: feedbackSteps.map((wanted) => share(({ step }) => step === wanted)),
    yes: share(({ step }) => step >= yesFrom),
  };
}
