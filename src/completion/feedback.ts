import type { FeedbackQuestion, FeedbackStep } from '../course/feedback.ts';
import { feedbackQuestions, isFeedbackStep } from '../course/feedback.ts';
import { accountNameOf, sameActor } from '../xapi/actors.ts';
import { activityIds } from '../xapi/ids.ts';
import { rated } from '../xapi/rated.ts';
import type { NewStatement } from '../xapi/types.ts';

/** What one learner answered to one question of a module's feedback. */
export interface Rating {
  /** The learner's account name. */
  readonly account: string;
  readonly module: string;
  readonly question: FeedbackQuestion['id'];
  readonly step: FeedbackStep;
}

/**
 * The answers to the feedback that count, one of each learner to each question of a module: the newest, in the place of the
 * first. Only what the learners' own sessions stored counts, not what an API client says of them.
 *
 * @param statements in the order they were stored
 */
export function ratingsOf(statements: readonly NewStatement[], idBase: string): readonly Rating[] {
  const ids = activityIds(idBase);
  const newest = new Map<string, Rating>();
  for (const { actor, authority, verb, object, result } of statements) {
    const account = accountNameOf(actor, idBase);
    const about = verb.id === rated.id && 'id' in object ? ids.parse(object.id) : null;
    if (account === null || about?.kind !== 'feedback' || !sameActor(actor, authority)) continue;
    const { module, question: asked } = about;
    const question = feedbackQuestions.find(({ id }) => id === asked)?.id;
    const step = result?.response;
    if (question === undefined || !isFeedbackStep(step)) continue;
    newest.set([account, module, question].join(' '), { account, module, question, step });
  }
  return [...newest.values()];
}
