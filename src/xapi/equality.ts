import { withLowerCaseDomain } from './actors.ts';
import { atHundredths } from './durations.ts';
import { instantOf } from './timestamps.ts';
import type { Statement } from './types.ts';

type Form = (value: unknown) => unknown;
type Fields = Readonly<Record<string, Form>>;

/**
 * Whether a statement that arrives with a stored one's id is the same statement (xAPI 1.0.3, Data 2.3.1; durations as
 * 4.6 has it). Differences that immutability excepts are ignored: `stored` and `version`, which the record store sets;
 * `timestamp` and `authority` when the incoming one has none; how an instant is written; verb displays, activity
 * definitions and an attachment's address; letter case where it means nothing; the order of a group's members and of
 * context activities. Everything else counts.
 */
export function sameStatement(stored: Statement, incoming: Statement): boolean {
  const compared: Fields = {
    ...statementForm,
    timestamp: incoming.timestamp === undefined ? ignored : statementForm.timestamp,
    authority: incoming.authority === undefined ? ignored : actor,
  };
  return canonicalJson(fields(compared)(stored)) === canonicalJson(fields(compared)(incoming));
}

const ignored: Form = () => undefined;
const lowerCase: Form = (value) => String(value).toLowerCase();
const instant: Form = (value) => instantOf(String(value)) ?? value;

/** Rewrites the members named; the rest stay as they are. */
function fields(table: Fields): Form {
  return (value) => {
    const entries = Object.entries(value as object).map(([key, member]) => [
      key,
      (Object.hasOwn(table, key) ? table[key]! : same)(member),
    ]);
    return Object.fromEntries(entries) as unknown;
  };
}

function same(value: unknown): unknown {
  return value;
}

/** A list whose order means nothing; a single value stands for a list of one (Data 2.4.6.2). */
function unordered(form: Form): Form {
  return (value) => (Array.isArray(value) ? value : [value]).map((item) => canonicalJson(form(item))).sort();
}

const actor: Form = fields({
  mbox: (value) => withLowerCaseDomain(String(value)),
  mbox_sha1sum: lowerCase,
  member: unordered((member) => actor(member)),
});
const activity: Form = fields({ definition: ignored });
const reference: Form = fields({ id: lowerCase });
const activities = unordered(activity);

const context: Form = fields({
  registration: lowerCase,
  instructor: actor,
  team: actor,
  statement: reference,
  contextActivities: fields({ parent: activities, grouping: activities, category: activities, other: activities }),
  contextAgents: (value) => (value as unknown[]).map(fields({ agent: actor })),
  contextGroups: (value) => (value as unknown[]).map(fields({ group: actor })),
});

const statementForm = {
  id: lowerCase,
  actor,
  verb: fields({ display: ignored }),
  object,
  result: fields({ duration: (value) => atHundredths(String(value)) }),
  context,
  timestamp: instant,
  stored: ignored,
  version: ignored,
  attachments: (value: unknown) => (value as unknown[]).map(fields({ fileUrl: ignored })),
} as const satisfies Fields;

/** An object's form by its objectType, an activity's where it has none. */
function object(value: unknown): unknown {
  const forms: Fields = { Agent: actor, Group: actor, StatementRef: reference, SubStatement: fields(statementForm) };
  const { objectType = 'Activity' } = value as { objectType?: string };
  return (forms[objectType] ?? activity)(value);
}

/** JSON with the members of every object in one order: equal values make equal texts. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}
