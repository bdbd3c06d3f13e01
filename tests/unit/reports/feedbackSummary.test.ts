import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../src/completion/feedback.ts';
import type { FeedbackStep } from '../../../src/course/feedback.ts';
import { feedbackSummary } from '../../../src/reports/feedbackSummary.ts';

/** One learner for each step, in this order. */
const answers = (steps: string, question: Rating['question'] = 'satisfied', module = 'module'): Rating[] =>
  [...steps].map((step, index) => ({ account: `learner-${index}`, module, question, step: step as FeedbackStep }));
const satisfied = (steps: string) => feedbackSummary(answers(steps), 'module').satisfied;

describe('what coordinators see of the feedback', () => {
  it('is nothing before ten learners have answered the question', () => {
    expect(satisfied('')).toBeNull();
    expect(satisfied('555555555')).toBeNull();
    expect(satisfied('5555555555')).not.toBeNull();
  });

  it('is the share of each step, and of those who were satisfied or learned at least something, in whole per cent', () => {
    expect(satisfied('1223334445')).toEqual({ learners: 10, steps: [10, 20, 30, 30, 10], yes: 40 });
    expect(feedbackSummary(answers('1223334445', 'learned'), 'module').learned).toMatchObject({ yes: 70 });
    expect(satisfied('111111111111111111115555555555')).toMatchObject({ learners: 30, steps: [67, 0, 0, 0, 33] });
  });

  it('does not change with one more answer, only with ten more', () => {
    const ten = satisfied('5555555555');
    for (let more = 1; more < 10; more += 1) expect(satisfied('5555555555' + '1'.repeat(more))).toEqual(ten);
    expect(satisfied('55555555551111111111')).toMatchObject({ learners: 20, yes: 50 });
  });

  it('counts each question and each module by itself', () => {
    const ratings = [
      ...answers('5555555555'),
      ...answers('111111111', 'learned'),
      ...answers('1111111111', 'satisfied', 'other'),
    ];
    expect(feedbackSummary(ratings, 'module')).toMatchObject({ satisfied: { yes: 100 }, learned: null });
    expect(feedbackSummary(ratings, 'other')).toMatchObject({ satisfied: { yes: 0 }, learned: null });
    expect(feedbackSummary(ratings, 'unknown')).toEqual({ satisfied: null, learned: null });
  });
});
