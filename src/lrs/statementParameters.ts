import { actorKey } from '../xapi/actors.ts';
import { isIri } from '../xapi/iris.ts';
import { withinLimits } from '../xapi/limits.ts';
import { instantOf } from '../xapi/timestamps.ts';
import type { Actor, XapiVersion } from '../xapi/types.ts';
import { isUuid } from '../xapi/uuids.ts';
import { validateActor } from '../xapi/validation/statement.ts';
import { LrsError } from './errors.ts';
import type { StatementQuery } from './ports.ts';

export const formats = ['exact', 'ids', 'canonical'] as const;
export type Format = (typeof formats)[number];

/** The filters of a query, ready for a store. `limit` is 0 where the client leaves it to the server. */
export type StatementFilters = Omit<StatementQuery, 'cursor'>;

/** What a GET /xapi/statements asks for. */
export type StatementRequest =
  | { readonly kind: 'one'; readonly id: string; readonly voided: boolean; readonly format: Format }
  | {
      readonly kind: 'many';
      readonly filters: StatementFilters;
      readonly cursor: string | null;
      readonly format: Format;
    };

/** How a parameter's text is read, null meaning that it cannot be, and the end of the sentence that then says why. */
interface Parameter<T> {
  readonly read: (text: string, version: XapiVersion) => T | null;
  readonly must: string;
}

const uuid: Parameter<string> = { read: readUuid, must: 'must be a UUID' };
const iri: Parameter<string> = { read: (text) => (isIri(text) ? text : null), must: 'must be an IRI with its scheme' };
const flag: Parameter<boolean> = { read: readFlag, must: 'must be true or false' };
const timestamp: Parameter<string> = {
  read: readTimestamp,
  must: 'must be a timestamp, such as 2026-01-31T12:30:00Z',
};

/** Every parameter by its name (xAPI 1.0.3, Communication 2.1.3); `cursor` is that of our `more`. */
const known = {
  statementId: uuid,
  voidedStatementId: uuid,
  agent: { read: readAgent, must: 'must be the JSON of an agent or of a group with an identifier' },
  verb: iri,
  activity: iri,
  registration: uuid,
  related_activities: flag,
  related_agents: flag,
  since: timestamp,
  until: timestamp,
  limit: { read: readLimit, must: 'must be a whole number, 0 or more' },
  ascending: flag,
  format: { read: readFormat, must: 'must be ids, exact or canonical' },
  attachments: { read: readAttachments, must: 'must be false: attachments are not kept here' },
  cursor: { read: (text: string) => text, must: 'must come from the "more" of an answer' },
} as const satisfies Readonly<Record<string, Parameter<unknown>>>;

type Name = keyof typeof known;
type Values = { readonly [N in Name]?: NonNullable<ReturnType<(typeof known)[N]['read']>> };

/** The parameters that may stand beside statementId and voidedStatementId (Communication 2.1.3, requirements). */
const besideAnId: readonly string[] = ['statementId', 'voidedStatementId', 'format', 'attachments'];

/**
 * Reads the parameters of GET /xapi/statements, to the same standard as values in statements (Data 2.2). Times with
 * another offset become UTC. Throws `invalid_parameter` with the parameter's name as path.
 */
export function readStatementRequest(parameters: URLSearchParams, version: XapiVersion): StatementRequest {
  const values = readValues(parameters, version);
  const { statementId, voidedStatementId, format = 'exact' } = values;
  const id = statementId ?? voidedStatementId;
  if (id === undefined) return { kind: 'many', filters: filtersOf(values), cursor: values.cursor ?? null, format };
  if (statementId !== undefined && voidedStatementId !== undefined) {
    throw invalid('voidedStatementId', 'may not be used together with statementId');
  }
  const other = Object.keys(values).find((name) => !besideAnId.includes(name));
  if (other !== undefined) throw invalid(other, 'may not be used together with the id of a statement');
  return { kind: 'one', id, voided: voidedStatementId !== undefined, format };
}

function readValues(parameters: URLSearchParams, version: XapiVersion): Values {
  const values: Record<string, unknown> = {};
  for (const [name, text] of parameters) {
    if (!Object.hasOwn(known, name)) throw invalid(name.slice(0, 80), 'is no parameter of this resource');
    if (Object.hasOwn(values, name)) throw invalid(name, 'may be given only once');
    const { read, must } = known[name as Name];
    const value = read(text, version);
    if (value === null) throw invalid(name, must);
    values[name] = value;
  }
  return values;
}

function filtersOf(values: Values): StatementFilters {
  return {
    limit: values.limit ?? 0,
    ...(values.agent && { agent: values.agent }),
    ...(values.verb && { verb: values.verb }),
    ...(values.activity && { activity: values.activity }),
    ...(values.registration && { registration: values.registration }),
    ...(values.since && { since: values.since }),
    ...(values.until && { until: values.until }),
    ...(values.related_activities && { relatedActivities: true }),
    ...(values.related_agents && { relatedAgents: true }),
    ...(values.ascending && { ascending: true }),
  };
}

function invalid(name: string, reason: string): LrsError {
  return new LrsError('invalid_parameter', `The parameter ${name} ${reason}.`, name);
}

function readUuid(text: string): string | null {
  return isUuid(text) ? text.toLowerCase() : null;
}

function readFlag(text: string): boolean | null {
  return text === 'true' ? true : text === 'false' ? false : null;
}

function readTimestamp(text: string, version: XapiVersion): string | null {
  const instant = instantOf(text, version === '1.0.3');
  return instant === null ? null : new Date(instant).toISOString();
}

function readLimit(text: string): number | null {
  return /^[0-9]{1,9}$/.test(text) ? Number(text) : null;
}

function readFormat(text: string): Format | null {
  return formats.find((format) => format === text) ?? null;
}

function readAttachments(text: string): false | null {
  return text === 'false' ? false : null;
}

/** The key of the agent; an anonymous group, which nothing can match, is refused. */
function readAgent(text: string, version: XapiVersion): string | null {
  const value = parsed(text);
  const isActor = withinLimits(value) && validateActor(value, version) === null;
  return isActor ? actorKey(value as Actor) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
