import { actorKey } from '../xapi/actors.ts';
import type { StoredStatement, XapiVersion } from '../xapi/types.ts';
import { LrsError } from './errors.ts';
import type { StatementPage, StatementStore } from './ports.ts';
import { agentOf, maySee, type Principal, readingReach } from './principal.ts';
import { openCursor, sealCursor } from './statementCursor.ts';
import { inFormat } from './statementFormats.ts';
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

/** The body of the answer, and the instant for its X-Experience-API-Consistent-Through. */
export interface StatementAnswer {
  readonly body: StoredStatement | StatementResult;
  readonly consistentThrough: string;
}

/**
 * GET /xapi/statements: one statement by id, or a page of those that match. A learner sees statements about oneself only,
 * a client with `statements/read/mine` those it sent. What may not be seen does not exist: `not_found`.
 *
 * @throws LrsError `invalid_parameter`, `forbidden`, `not_found`
 */
export async function getStatements(question: StatementQuestion, services: GetServices): Promise<StatementAnswer> {
  if (readingReach(question.principal) === 'none') {
    throw new LrsError('forbidden', 'These credentials may not read statements: they need the scope statements/read.');
  }
  const request = readStatementRequest(question.parameters, question.version);
  const consistentThrough = await services.store.consistentThrough();
  const body =
    request.kind === 'one' ? await getOne(request, question, services) : await getMany(request, question, services);
  return { body, consistentThrough };
}

type OneRequest = Extract<StatementRequest, { kind: 'one' }>;
type ManyRequest = Extract<StatementRequest, { kind: 'many' }>;

/** A voided statement is found by voidedStatementId only, and another one by statementId only (Communication 2.1.4). */
async function getOne(
  { id, voided, format }: OneRequest,
  { principal, acceptLanguage }: StatementQuestion,
  { store, idBase }: GetServices,
): Promise<StoredStatement> {
  const statement = await store.get(id);
  if (statement === null || (await store.isVoided(id)) !== voided || !maySee(principal, statement, idBase)) {
    throw new LrsError('not_found', `There is no ${voided ? 'voided ' : ''}statement with this id.`);
  }
  return inFormat(statement, format, acceptLanguage);
}

async function getMany(
  { filters, cursor, format }: ManyRequest,
  { parameters, principal, acceptLanguage }: StatementQuestion,
  services: GetServices,
): Promise<StatementResult> {
  const allowed = narrowed(filters, principal, services.idBase);
  const from = cursor === null ? undefined : openCursor(cursor, allowed);
  const page = await findVisible(allowed, from, principal, services);
  return {
    statements: page.statements.map((statement) => inFormat(statement, format, acceptLanguage)),
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
