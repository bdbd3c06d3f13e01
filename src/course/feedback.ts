/** A question asked at the end of a module: answered by one step of a scale, from 1, the least, to 5, the most. */
export interface FeedbackQuestion {
  /** The last part of its activity's id: published, so it never changes. */
  readonly id: 'satisfied' | 'learned';
  /** The first step that says yes to what is asked. */
  readonly yesFrom: FeedbackStep;
}

/** All that is asked: whether one was satisfied with the content, and whether one learned something new. */
export const feedbackQuestions: readonly FeedbackQuestion[] = [
  { id: 'satisfied', yesFrom: '4' },
  { id: 'learned', yesFrom: '3' },
];

export const feedbackSteps = ['1', '2', '3', '4', '5'] as const;
export type FeedbackStep = (typeof feedbackSteps)[number];

export function isFeedbackStep(value: unknown): value is FeedbackStep {
  return feedbackSteps.some((step) => step === value);
}
