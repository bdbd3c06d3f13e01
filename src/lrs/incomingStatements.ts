import { beyondLimits, withinLimits } from '../xapi/limits.ts';
import type { Statement, XapiVersion } from '../xapi/types.ts';
import { isUuid } from '../xapi/uuids.ts';
import { validateStatement } from '../xapi/validation/statement.ts';
import { LrsError } from './errors.ts';

/** A valid statement with its id, in lower case. */
export type IdentifiedStatement = Statement & { readonly id: string };

/** The place of a value in a request's body, such as `[2].actor.mbox`: `place` is that of its statement. */
export function placeIn(place: string, path: string): string {
  return place !== '' && path !== '' ? `${place}.${path}` : place + path;
}

/** The place of a statement in a request's body: empty where it is the body. */
export function placeOf(index: number, isList: boolean): string {
  return isList ? `[${index}]` : '';
}

/**
 * Reads a request's body, parsed from JSON, as one statement or a list of them: each valid and with an id, no two ids the
 * same (xAPI 1.0.3, Communication 2.1.2). The first problem refuses all: `invalid_json`, `invalid_statement`.
 *
 * @param newId makes the id of a statement that came without one
 */
export function readStatements(
  body: unknown,
  version: XapiVersion,
  newId: () => string,
): readonly IdentifiedStatement[] {
  if (!withinLimits(body)) throw new LrsError('invalid_json', `The body ${beyondLimits}.`);
  const values: readonly unknown[] = Array.isArray(body) ? body : [body];
  const statements = values.map((value, index) => {
    const statement = readStatement(value, version, placeOf(index, Array.isArray(body)));
    return { ...statement, id: statement.id?.toLowerCase() ?? newId() };
  });
  refuseRepeatedIds(statements);
  return statements;
}

/**
 * Reads the body of a PUT: one statement, whose id is the `statementId` of the request and agrees with its own where it
 * has one (Communication 2.1.1).
 */
export function readStatementPut(body: unknown, statementId: string | null, version: XapiVersion): IdentifiedStatement {
  if (statementId === null || !isUuid(statementId)) {
    throw new LrsError('invalid_parameter', 'PUT needs the parameter statementId with a UUID.', 'statementId');
  }
  if (Array.isArray(body)) throw new LrsError('invalid_statement', 'PUT takes one statement; send a list with POST.');
  const id = statementId.toLowerCase();
  const [statement] = readStatements(body, version, () => id);
  if (statement!.id !== id) {
    throw new LrsError('invalid_statement', 'The id of the statement must be the statementId of the request.', 'id');
  }
  return statement!;
}

function readStatement(value: unknown, version: XapiVersion, place: string): Statement {
  const outcome = validateStatement(value, version);
  if (!outcome.ok) {
    const { path, message } = outcome.problem;
    throw new LrsError('invalid_statement', message, placeIn(place, path));
  }
  return outcome.statement;
}

function refuseRepeatedIds(statements: readonly IdentifiedStatement[]): void {
  const seen = new Set<string>();
  for (const [index, { id }] of statements.entries()) {
    if (seen.has(id))
      throw new LrsError('invalid_statement', 'Two statements of the request have this id.', `[${index}].id`);
    seen.add(id);
  }
}
