import type { Statement, XapiVersion } from '../types.ts';
import { voidedId } from '../verbs.ts';
import { activity } from './activities.ts';
import { actor, agent, authority, group } from './actors.ts';
import { context, contextFitsObject, statementRef } from './context.ts';
import { iri, languageMap, mediaType, sha2, size, timestamp, uuid, versionNumber } from './formats.ts';
import { all, byObjectType, list, object, type Problem, type Rule, oneOf, where } from './rule.ts';
import { result } from './result.ts';

export type Validation =
  { readonly ok: true; readonly statement: Statement } | { readonly ok: false; readonly problem: Problem };

/** xAPI 1.0.3, Data 2.4.3. */
const verb = object({ id: iri, display: languageMap }, ['id']);

/** Data 2.4.11: what describes an attachment; its octets come beside the statement. */
const attachment = object(
  {
    usageType: iri,
    display: languageMap,
    description: languageMap,
    contentType: mediaType,
    length: size,
    sha2,
    fileUrl: iri,
  },
  ['usageType', 'display', 'contentType', 'length', 'sha2'],
);

/** What may be the object of a sub-statement: all but another one (Data 2.4.4.3). */
const simpleObjects = { Activity: activity, Agent: agent, Group: group, StatementRef: statementRef };

const voidingRefersToStatement = where((statement) => {
  const isVoiding = (statement['verb'] as { id: string }).id === voidedId;
  return !isVoiding || (statement['object'] as { objectType?: string }).objectType === 'StatementRef';
}, 'A voiding statement needs an object with objectType "StatementRef" and the id of the statement to void.');

/** What a statement and a sub-statement have in common. */
const shared = { actor, verb, result, context, timestamp, attachments: list(attachment) };
const required = ['actor', 'verb', 'object'];
const crossChecks = [voidingRefersToStatement, contextFitsObject];

/** Data 2.4.4.3: neither id, stored, version nor authority. */
const subStatement = all(
  object({ objectType: oneOf('SubStatement'), ...shared, object: byObjectType(simpleObjects, 'Activity') }, [
    'objectType',
    ...required,
  ]),
  ...crossChecks,
);

const statement: Rule = all(
  object(
    {
      ...shared,
      id: uuid,
      object: byObjectType({ ...simpleObjects, SubStatement: subStatement }, 'Activity'),
      stored: timestamp,
      authority,
      version: versionNumber,
    },
    required,
  ),
  ...crossChecks,
);

/**
 * Checks a value parsed from JSON against the standard, strictly: what the standard does not name is refused, and so is
 * null outside extensions (xAPI 1.0.3, Data 2.2; 2.0.0 says "shall"). The first problem is answered. Call `withinLimits`
 * before it. Nothing is converted: the statement is the very value that came in.
 */
export function validateStatement(value: unknown, version: XapiVersion): Validation {
  const problem = statement(value, '', version);
  return problem === null ? { ok: true, statement: value as Statement } : { ok: false, problem };
}

/** Checks an agent or identified group that stands alone, as in the `agent` parameter of a query. */
export function validateActor(value: unknown, version: XapiVersion): Problem | null {
  return actor(value, 'agent', version);
}
