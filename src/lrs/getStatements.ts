import { actorKey } from '../xapi/actors.ts';
import { attachmentsOf } from '../xapi/attachments.ts';
import type { Attachment, StoredStatement, XapiVersion } from '../xapi/types.ts';
import { LrsError } from './errors.ts';
import type { StatementPage, StatementStore } from './ports.ts';
import { agentOf, maySee, type Principal, readingReach } from './principal.ts';
import { openCursor, sealCursor } from './statementCursor.ts';
import { type DefinitionOf, inFormat } from './statementFormats.ts';
import { readStatementRequest, type StatementFilters, type StatementRequest } from './statementParameters.ts';

/** The server's own maximum of a page; what `limit=0` asks for (xAPI 1.0.3, Communication 2.1.3). */
export const pageLimit = 500;
/** How many pages of statements that may not be seen are passed over at once. */
const mostSkipped = 100;
/** Where `more` leads: the public address of the resource. */
const resource = '/xapi/statements';

export interface GetServices {
  readonly store: StatementStore;
  readonly idBase: string;
  readonly definitionOf: DefinitionOf;
}

export interface StatementQuestion {
  readonly parameters: URLSearchParams;
  readonly principal: Principal;
  readonly version: XapiVersion;
  /** The request's Accept-Language, or the empty string. */
  readonly acceptLanguage: string;
}

/** A StatementResult (Data 2.5): `more` is empty on the last page, otherwise the path and query of the next. */
export interface StatementResult {
  readonly statements: readonly StoredStatement[];
  readonly more: string;
}

export interface StatementAnswer {
  readonly body: StoredStatement | StatementResult;
  /** When the newest statement of the answer was stored, ISO 8601 UTC; null where there is none. */
  readonly lastModified: string | null;
  /** The attachments of its statements, each hash once, where their octets are to come along; null where not. */
  readonly attachments: readonly Attachment[] | null;
}

/**
 * GET /xapi/statements: one statement by id, or a page of those that match. A learner sees statements about oneself only,
 * a client with `statements/read/mine` those it sent. What may not be seen does not exist: `not_found`.
 *
 * @throws LrsError `invalid_parameter`, `forbidden`, `not_found`
 */
export async function getStatements(question: StatementQuestion, services: GetServices): Promise<StatementAnswer> {
  const { principal, parameters, version, acceptLanguage } = question;
  if (readingReach(principal) === 'none') {
    throw new LrsError('forbidden', 'These credentials may not read statements: they need the scope statements/read.');
  }
  const request = readStatementRequest(parameters, version);
  const page =
    request.kind === 'one' ? await getOne(request, question, services) : await getMany(request, question, services);
  const statements = await inFormat(page.statements, request.format, acceptLanguage, services.definitionOf);
  return {
    body: request.kind === 'one' ? statements[0]! : { statements, more: page.more },
    lastModified:
      statements
        .map(({ stored }) => stored)
        .sort()
        .at(-1) ?? null,
    attachments: request.attachments ? attachmentsOnce(statements) : null,
  };
}

/** The attachments of statements; where several have the same octets, the first of them (Communication 1.5.2). */
function attachmentsOnce(statements: readonly StoredStatement[]): readonly Attachment[] {
  const once = new Map<string, Attachment>();
  for (const { attachment } of statements.flatMap(attachmentsOf)) {
    const key = attachment.sha2.toLowerCase();
    if (!once.has(key)) once.set(key, attachment);
  }
  return [...once.values()];
}

type OneRequest = Extract<StatementRequest, { kind: 'one' }>;
type ManyRequest = Extract<StatementRequest, { kind: 'many' }>;

/** A voided statement is found by voidedStatementId only, and another one by statementId only (Communication 2.1.4). */
async function getOne(
  { id, voided }: OneRequest,
  { principal }: StatementQuestion,
  { store, idBase }: GetServices,
): Promise<StatementResult> {
  const statement = await store.get(id);
  if (statement === null || (await store.isVoided(id)) !== voided || !maySee(principal, statement, idBase)) {
    throw new LrsError('not_found', `There is no ${voided ? 'voided ' : ''}statement with this id.`);
  }
  return { statements: [statement], more: '' };
}

async function getMany(
  { filters, cursor }: ManyRequest,
  { parameters, principal }: StatementQuestion,
  services: GetServices,
): Promise<StatementResult> {
  const allowed = narrowed(filters, principal, services.idBase);
  const from = cursor === null ? undefined : openCursor(cursor, allowed);
  const page = await findVisible(allowed, from, principal, services);
  return {
    statements: page.statements,
    more: page.next === null ? '' : moreOf(parameters, sealCursor(page.next, allowed)),
  };
}

/** The filters, held to what the principal may see and to the server's maximum. */
function narrowed(filters: StatementFilters, principal: Principal, idBase: string): StatementFilters {
  const limit = filters.limit === 0 ? pageLimit : Math.min(filters.limit, pageLimit);
  if (readingReach(principal) === 'all') return { ...filters, limit };
  const own = actorKey(agentOf(principal, idBase))!;
  if (principal.kind === 'learner') {
    if ((filters.agent ?? own) !== own)
      throw new LrsError('forbidden', 'You may read your own statements only.', 'agent');
    return { ...filters, limit, agent: own };
  }
  return filters.agent === undefined ? { ...filters, limit, agent: own, relatedAgents: true } : { ...filters, limit };
}

/**
 * The next page that holds something the principal may see, or the last one. After so many pages of others' statements an
 * empty one is answered, with `more` to go on from: one request must not read the whole store.
 */
async function findVisible(
  filters: StatementFilters,
  from: string | undefined,
  principal: Principal,
  { store, idBase }: GetServices,
): Promise<StatementPage> {
  let cursor = from;
  for (let skipped = 0; ; skipped += 1) {
    const page = await store.find({ ...filters, ...(cursor !== undefined && { cursor }) });
    const statements = page.statements.filter((statement) => maySee(principal, statement, idBase));
    if (statements.length > 0 || page.next === null || skipped === mostSkipped) return { statements, next: page.next };
    cursor = page.next;
  }
}

function moreOf(parameters: URLSearchParams, cursor: string): string {
  const next = new URLSearchParams(parameters);
  next.set('cursor', cursor);
  return `${resource}?${next}`;
}
