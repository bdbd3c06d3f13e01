import { accountNameOf, isServer } from '../xapi/actors.ts';
import { activityIds } from '../xapi/ids.ts';
import type { NewStatement } from '../xapi/types.ts';
import { completed } from '../xapi/verbs.ts';

/** The fact that a learner met a module's rule, and the statement that proves it. */
export interface Completion {
  /** The learner's account name. */
  readonly account: string;
  readonly module: string;
  /** The module's content version that was completed. */
  readonly moduleVersion: number;
  /** The server's clock when it was stored, ISO 8601 UTC. */
  readonly completedAt: string;
  readonly statementId: string;
}

/**
 * The completions that statements prove. Only what the server itself stored about a module counts. One that is being
 * stored at this moment has the server's time of its making.
 */
export function completionsOf(statements: readonly NewStatement[], idBase: string): readonly Completion[] {
  const ids = activityIds(idBase);
  return statements.flatMap((statement) => {
    if (statement.verb.id !== completed.id || !isServer(statement.authority, idBase)) return [];
    const about = 'id' in statement.object ? ids.parse(statement.object.id) : null;
    const account = accountNameOf(statement.actor, idBase);
    if (about?.kind !== 'module' || account === null) return [];
    return [
      {
        account,
        module: about.module,
        moduleVersion: Number(statement.context?.revision ?? 1),
        completedAt: statement.stored ?? statement.timestamp,
        statementId: statement.id,
      },
    ];
  });
}
