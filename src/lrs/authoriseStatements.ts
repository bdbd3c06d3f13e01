import { voidedBy } from '../xapi/references.ts';
import { LrsError } from './errors.ts';
import type { IdentifiedStatement } from './incomingStatements.ts';
import { learnerMayStore, type LearnerRules } from './learnerAllowList.ts';
import type { StatementStore } from './ports.ts';
import { mayWriteStatements, type Principal } from './principal.ts';

/** The rules for a learner's statements within these registrations, in lower case. */
export type LearnerRulesFor = (account: string, registrations: readonly string[]) => Promise<LearnerRules>;

/** Refuses the whole request with `forbidden` when the principal may not store one of its statements. */
export async function authoriseStatements(
  principal: Principal,
  statements: readonly IdentifiedStatement[],
  learnerRules: LearnerRulesFor,
): Promise<void> {
  if (!mayWriteStatements(principal)) {
    throw new LrsError(
      'forbidden',
      'These credentials may not store statements: they need the scope statements/write.',
    );
  }
  if (principal.kind === 'client') return;
  const registrations = statements.flatMap(({ context }) => context?.registration?.toLowerCase() ?? []);
  const rules = await learnerRules(principal.account, registrations);
  for (const statement of statements) {
    const reason = learnerMayStore(statement, rules);
    if (reason !== null) throw new LrsError('forbidden', reason);
  }
}

/**
 * Refuses to void a statement that voids another (xAPI 1.0.3, Data 2.3.2). One that is not stored may be voided: the
 * standard asks for that.
 */
export async function refuseVoidedVoiding(
  statements: readonly IdentifiedStatement[],
  store: StatementStore,
): Promise<void> {
  const sent = new Map(statements.map((statement) => [statement.id, statement]));
  for (const statement of statements) {
    const voids = voidedBy(statement);
    const target = voids === null ? null : (sent.get(voids) ?? (await store.get(voids)));
    if (target !== null && voidedBy(target) !== null) {
      throw new LrsError('invalid_statement', 'A statement that voids another cannot be voided.', 'object.id');
    }
  }
}
