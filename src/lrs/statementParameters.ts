import { actorKey } from '../xapi/actors.ts';
import { withinLimits } from '../xapi/limits.ts';
import type { Actor, XapiVersion } from '../xapi/types.ts';
import { validateActor } from '../xapi/validation/statement.ts';
import { invalidParameter as invalid, type Parameter, parameterTypes } from './parameters.ts';
import { parseJson } from './parseJson.ts';
import type { StatementQuery } from './ports.ts';

export const formats = ['exact', 'ids', 'canonical'] as const;
export type Format = (typeof formats)[number];

/** The filters of a query, ready for a store. `limit` is 0 where the client leaves it to the server. */
export type StatementFilters = Omit<StatementQuery, 'cursor'>;

/** How statements are to be answered. */
interface Shape {
  readonly format: Format;
  /** Whether the octets of attachments are to come along. */
  readonly attachments: boolean;
}

/** What a GET /xapi/statements asks for. */
export type StatementRequest = Shape &
  (
    | { readonly kind: 'one'; readonly id: string; readonly voided: boolean }
    | { readonly kind: 'many'; readonly filters: StatementFilters; readonly cursor: string | null }
  );

const { uuid, iri, timestamp } = parameterTypes;
const flag: Parameter<boolean> = { read: readFlag, must: 'must be true or false' };

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
  attachments: flag,
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
  const { statementId, voidedStatementId, format = 'exact', attachments = false } = values;
  const shape = { format, attachments };
  const id = statementId ?? voidedStatementId;
  if (id === undefined) return { ...shape, kind: 'many', filters: filtersOf(values), cursor: values.cursor ?? null };
  if (statementId !== undefined && voidedStatementId !== undefined) {
    throw invalid('voidedStatementId', 'may not be used together with statementId');
  }
  const other = Object.keys(values).find((name) => !besideAnId.includes(name));
  if (other !== undefined) throw invalid(other, 'may not be used together with the id of a statement');
  return { ...shape, kind: 'one', id, voided: voidedStatementId !== undefined };
}

/**
 * Refuses parameters that a request does not know, and repeats: what a typing error would silently leave out. Another
 * letter case is one (Communication 3.2). Throws `invalid_parameter`.
 */
export function allowParameters(parameters: URLSearchParams, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of parameters.keys()) {
    if (!names.includes(name)) throw invalid(name.slice(0, 80), 'is none that this request knows');
    if (seen.has(name)) throw invalid(name, 'may be given only once');
    seen.add(name);
  }
}

function readValues(parameters: URLSearchParams, version: XapiVersion): Values {
  allowParameters(parameters, Object.keys(known));
  const values = [...parameters].map(([name, text]) => {
    const { read, must } = known[name as Name];
    const value = read(text, version);
    if (value === null) throw invalid(name, must);
    return [name, value] as const;
  });
  return Object.fromEntries(values);
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

function readFlag(text: string): boolean | null {
  return text === 'true' ? true : text === 'false' ? false : null;
}

function readLimit(text: string): number | null {
  return /^[0-9]{1,9}$/.test(text) ? Number(text) : null;
}

function readFormat(text: string): Format | null {
  return formats.find((format) => format === text) ?? null;
}

/** The key of the agent; an anonymous group, which nothing can match, is refused. */
function readAgent(text: string, version: XapiVersion): string | null {
  const value = parseJson(text);
  const isActor = withinLimits(value) && validateActor(value, version) === null;
  return isActor ? actorKey(value as Actor) : null;
}
