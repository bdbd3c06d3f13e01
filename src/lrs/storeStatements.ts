import type { XapiVersion } from '../xapi/types.ts';
import { authoriseStatements, refuseVoidedVoiding } from './authoriseStatements.ts';
import { completeStatement } from './completeStatement.ts';
import { LrsError } from './errors.ts';
import { type IdentifiedStatement, readStatementPut, readStatements } from './incomingStatements.ts';
import type { LearnerRules } from './learnerAllowList.ts';
import { agentOf, type Principal } from './principal.ts';
import { type RecordServices, recordStatements } from './recordStatements.ts';

export interface StoreServices extends RecordServices {
  /** The IRI base of ids and actors. */
  readonly idBase: string;
  /** A new random UUID. */
  readonly newId: () => string;
  /** What the learner of this account name may say. */
  readonly learnerRules: (account: string) => LearnerRules;
}

/** Who sends, and by which version of the standard. */
export interface Sender {
  readonly principal: Principal;
  readonly version: XapiVersion;
}

/**
 * POST /xapi/statements: stores one statement or a list, all or nothing, with the completions that follow from them.
 * Identical repeats succeed and change nothing (xAPI 1.0.3, Communication 2.1.2).
 *
 * @param body what the request's JSON parsed to
 * @returns the ids in the order sent, once everything is durable
 * @throws LrsError `invalid_json`, `invalid_statement`, `forbidden`, `statement_conflict`
 */
export async function storeStatements(
  body: unknown,
  sender: Sender,
  services: StoreServices,
): Promise<readonly string[]> {
  const statements = readStatements(body, sender.version, services.newId);
  await storeAll(statements, sender, services);
  return statements.map(({ id }) => id);
}

/**
 * PUT /xapi/statements?statementId=…: stores one statement under a given id (Communication 2.1.1). Resolves once it is
 * durable. The errors are those of `storeStatements`, and `invalid_parameter`.
 *
 * @param statementId the parameter as it came, or null when there was none
 */
export async function storeStatement(
  statementId: string | null,
  body: unknown,
  sender: Sender,
  services: StoreServices,
): Promise<void> {
  await storeAll([readStatementPut(body, statementId, sender.version)], sender, services);
}

async function storeAll(
  statements: readonly IdentifiedStatement[],
  { principal, version }: Sender,
  services: StoreServices,
): Promise<void> {
  authoriseStatements(principal, statements, services.learnerRules);
  await refuseVoidedVoiding(statements, services.store);
  const authority = agentOf(principal, services.idBase);
  const outcome = await recordStatements(
    statements,
    (statement, known, now) => completeStatement(statement, known, { now, authority, version }),
    services,
  );
  if (outcome.kind === 'conflict') {
    throw new LrsError(
      'statement_conflict',
      `Another statement is stored under the id ${outcome.id}; nothing was stored.`,
    );
  }
}
