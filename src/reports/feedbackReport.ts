import { ratingsOf } from '../completion/feedback.ts';
import type { FeedbackQuestion } from '../course/feedback.ts';
import type { CourseTree } from '../course/tree.ts';
import type { StatementStore } from '../lrs/ports.ts';
import { hasRole } from '../people/access.ts';
import type { Person } from '../people/ports.ts';
import { rated } from '../xapi/rated.ts';
import type { StoredStatement } from '../xapi/types.ts';
import { type FeedbackShares, feedbackSummary } from './feedbackSummary.ts';

export interface FeedbackRow {
  readonly module: string;
  readonly shares: Readonly<Record<FeedbackQuestion['id'], FeedbackShares>>;
}

export interface FeedbackReport {
  /** The feedback of every published module, in the course's order. Null when the person is not a coordinator. */
  read(coordinator: Person): Promise<readonly FeedbackRow[] | null>;
}

const pageSize = 500;

/** Learners' feedback for coordinators: shares of ten or more learners, never whose. */
export function createFeedbackReport(parts: {
  readonly statements: Pick<StatementStore, 'find'>;
  readonly course: () => CourseTree;
  readonly idBase: string;
}): FeedbackReport {
  const { statements, course, idBase } = parts;
  return {
    async read(coordinator) {
      if (!hasRole(coordinator, 'coordinator')) return null;
      const ratings = ratingsOf(await allRated(statements), idBase);
      const modules = course().modules.filter(({ announced }) => !announced);
      return modules.map(({ id }) => ({ module: id, shares: feedbackSummary(ratings, id) }));
    },
  };
}

async function allRated(store: Pick<StatementStore, 'find'>): Promise<readonly StoredStatement[]> {
  const found: StoredStatement[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.find({ verb: rated.id, ascending: true, limit: pageSize, cursor });
    found.push(...page.statements);
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}
