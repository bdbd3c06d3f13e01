import { isGroup } from '../xapi/actors.ts';
import { isIri } from '../xapi/iris.ts';
import { withinLimits } from '../xapi/limits.ts';
import { instantOf } from '../xapi/timestamps.ts';
import type { Actor, Agent, XapiVersion } from '../xapi/types.ts';
import { isUuid } from '../xapi/uuids.ts';
import { validateActor } from '../xapi/validation/statement.ts';
import { LrsError } from './errors.ts';

/** How a parameter's text is read, null meaning that it cannot be, and the end of the sentence that then says why. */
export interface Parameter<T> {
  readonly read: (text: string, version: XapiVersion) => T | null;
  readonly must: string;
}

/** Values of parameters are held to the standard of values in statements (xAPI 1.0.3, Data 2.2). */
export const parameterTypes = {
  /** In lower case: UUIDs mean the same in either. */
  uuid: { read: (text) => (isUuid(text) ? text.toLowerCase() : null), must: 'must be a UUID' },
  iri: { read: (text) => (isIri(text) ? text : null), must: 'must be an IRI with its scheme' },
  /** ISO 8601 UTC, from whatever offset it was given in. */
  timestamp: { read: readTimestamp, must: 'must be a timestamp, such as 2026-01-31T12:30:00Z' },
  agent: { read: readAgent, must: 'must be the JSON of an agent with one identifier' },
  name: { read: (text) => (text === '' ? null : text), must: 'must not be empty' },
} as const satisfies Readonly<Record<string, Parameter<unknown>>>;

/** Parameters by name. */
export type ParameterTable = Readonly<Record<string, Parameter<unknown>>>;

/** The values that a table's parameters have where they are given. */
export type ParameterValues<T extends ParameterTable> = {
  readonly [N in keyof T]?: NonNullable<ReturnType<T[N]['read']>>;
};

/**
 * Reads the parameters of a request by a table of those that it knows. What the table does not name is refused, another
 * letter case included (Communication 3.2), and so is a repeat.
 *
 * @throws LrsError `invalid_parameter` with the parameter's name as path
 */
export function readParameters<T extends ParameterTable>(
  known: T,
  required: readonly (keyof T & string)[],
  given: URLSearchParams,
  version: XapiVersion,
): ParameterValues<T> {
  const values = new Map<string, unknown>();
  for (const [name, text] of given) {
    if (!Object.hasOwn(known, name)) throw invalidParameter(name.slice(0, 80), 'is none that this request knows');
    if (values.has(name)) throw invalidParameter(name, 'may be given only once');
    const { read, must } = known[name]!;
    const value = read(text, version);
    if (value === null) throw invalidParameter(name, must);
    values.set(name, value);
  }
  const missing = required.find((name) => !values.has(name));
  if (missing !== undefined) throw invalidParameter(missing, 'is needed by this request');
  return Object.fromEntries(values) as ParameterValues<T>;
}

/** @param reason the end of a sentence that begins with the parameter's name */
export function invalidParameter(name: string, reason: string): LrsError {
  return new LrsError('invalid_parameter', `The parameter ${name} ${reason}.`, name);
}

function readTimestamp(text: string, version: XapiVersion): string | null {
  const instant = instantOf(text, version === '1.0.3');
  return instant === null ? null : new Date(instant).toISOString();
}

/** An agent, never a group (Communication 2.4 and 2.6): a group's data is kept under an agent with its identifier. */
function readAgent(text: string, version: XapiVersion): Agent | null {
  const value = parsed(text);
  const isAgent = withinLimits(value) && validateActor(value, version) === null && !isGroup(value as Actor);
  return isAgent ? (value as Agent) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
