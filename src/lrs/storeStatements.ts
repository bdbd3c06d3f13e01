import type { XapiVersion } from '../xapi/types.ts';
import { type AttachmentPart, matchAttachments, type SentAttachment, sentAttachments } from './attachmentParts.ts';
import type { AttachmentContent, AttachmentStore } from './attachmentPorts.ts';
import { authoriseStatements, type LearnerRulesFor, refuseVoidedVoiding } from './authoriseStatements.ts';
import { completeStatement } from './completeStatement.ts';
import { type DerivedIds, refuseDerivedIds } from './derivedIds.ts';
import { LrsError } from './errors.ts';
import { type IdentifiedStatement, readStatementPut, readStatements } from './incomingStatements.ts';
import { videoCompletedBefore } from './learnerVideoStatements.ts';
import { agentOf, type Principal } from './principal.ts';
import { type RecordServices, recordStatements } from './recordStatements.ts';
import { checkSignatures } from './statementSignatures.ts';

export interface StoreServices extends RecordServices {
  /** The IRI base of ids and actors. */
  readonly idBase: string;
  /** A new random UUID. */
  readonly newId: () => string;
  /** What the learner of this account name may say. */
  readonly learnerRules: LearnerRulesFor;
  readonly attachments: AttachmentStore;
  readonly derivedIds: DerivedIds;
}

/** Who sends, and by which version of the standard. */
export interface Sender {
  readonly principal: Principal;
  readonly version: XapiVersion;
}

/**
 * POST /xapi/statements: stores one statement or a list, all or nothing, with their attachments and the completions that
 * follow from them. Identical repeats succeed and change nothing (xAPI 1.0.3, Communication 2.1.2).
 *
 * @param body what the request's JSON, or that of its first part, parsed to
 * @param parts the parts after the first, where it is multipart/mixed
 * @returns the ids in the order sent, once everything is durable
 * @throws LrsError `invalid_json`, `invalid_statement`, `invalid_multipart`, `invalid_attachment`, `invalid_signature`,
 * `forbidden`, `statement_conflict`
 */
export async function storeStatements(
  body: unknown,
  sender: Sender,
  services: StoreServices,
  parts: readonly AttachmentPart[] = [],
): Promise<readonly string[]> {
  const statements = readStatements(body, sender.version, services.newId);
  await storeAll(statements, sentAttachments(statements, Array.isArray(body)), parts, sender, services);
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
  parts: readonly AttachmentPart[] = [],
): Promise<void> {
  const statements = [readStatementPut(body, statementId, sender.version)];
  await storeAll(statements, sentAttachments(statements, false), parts, sender, services);
}

async function storeAll(
  statements: readonly IdentifiedStatement[],
  attachments: readonly SentAttachment[],
  parts: readonly AttachmentPart[],
  { principal, version }: Sender,
  services: StoreServices,
): Promise<void> {
  await authoriseStatements(principal, statements, services.learnerRules);
  const contents = matchAttachments(attachments, parts);
  checkSignatures(attachments, contents, version);
  await refuseDerivedIds(statements, services);
  await refuseVoidedVoiding(statements, services.store);
  const authority = agentOf(principal, services.idBase);
  const outcome = await keepFor(contents, services.attachments, () =>
    recordStatements(
      statements,
      (statement, known) => completeStatement(statement, known, { authority, version }),
      services,
      principal.kind === 'learner' ? videoCompletedBefore : undefined,
    ),
  );
  if (outcome.kind === 'erased') {
    throw new LrsError('forbidden', `The statement with the id ${outcome.id}, or somebody it names, was erased.`);
  }
  if (outcome.kind === 'conflict') {
    throw new LrsError(
      'statement_conflict',
      `Another statement is stored under the id ${outcome.id}; nothing was stored.`,
    );
  }
}

/** Makes octets durable before the statements that attach them, and holds on to them until those are stored. */
async function keepFor<T>(
  contents: readonly AttachmentContent[],
  attachments: AttachmentStore,
  store: () => Promise<T>,
): Promise<T> {
  if (contents.length === 0) return store();
  const hashes = contents.map(({ sha2 }) => sha2);
  return attachments.exclusively(hashes, async () => {
    await attachments.keep(contents);
    return store();
  });
}
