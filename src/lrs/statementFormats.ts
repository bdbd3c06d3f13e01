import type { Actor, StoredStatement } from '../xapi/types.ts';
import { chooseLanguage } from './languageChoice.ts';
import type { Format } from './statementParameters.ts';

type Json = Readonly<Record<string, unknown>>;
type Change = (value: Json) => Json;

/** Answers the canonical definition of an activity, or null where there is none. */
export type DefinitionOf = (activity: string) => Promise<object | null>;

/**
 * Statements in the format asked for (xAPI 1.0.3, Communication 2.1.3 `format`): `exact` as they were received, `ids` with
 * no more of agents, activities and verbs than identifies them, `canonical` with the canonical definitions of activities,
 * where there are any, and one language in each language map.
 *
 * @param acceptLanguage the request's header, for `canonical`
 */
export async function inFormat(
  statements: readonly StoredStatement[],
  format: Format,
  acceptLanguage: string,
  definitionOf: DefinitionOf,
): Promise<readonly StoredStatement[]> {
  if (format === 'exact') return statements;
  const changes = format === 'ids' ? idsOnly : canonical(await definitionsIn(statements, definitionOf), acceptLanguage);
  return statements.map((statement) => changed(statement, changes) as unknown as StoredStatement);
}

/** What becomes of a statement's verbs, activities and actors, wherever they stand in it. */
interface Changes {
  readonly verb: Change;
  readonly activity: Change;
  readonly actor: Change;
}

function changed(statement: Json, changes: Changes): Json {
  return mapMembers(statement, {
    actor: changes.actor,
    verb: changes.verb,
    object: (object) => changedObject(object, changes),
    authority: changes.actor,
    context: (context) => changedContext(context, changes),
  });
}

function changedObject(object: Json, changes: Changes): Json {
  switch (object['objectType']) {
    case 'Agent':
    case 'Group':
      return changes.actor(object);
    case 'SubStatement':
      return changed(object, changes);
    case 'StatementRef':
      return object;
    default:
      return changes.activity(object);
  }
}

function changedContext(context: Json, { activity, actor }: Changes): Json {
  const part = (member: string) => (item: Json) => mapMembers(item, { [member]: actor });
  return mapMembers(context, {
    instructor: actor,
    team: actor,
    contextActivities: (lists) =>
      Object.fromEntries(Object.entries(lists).map(([kind, list]) => [kind, each(list, activity)])),
    contextAgents: part('agent'),
    contextGroups: part('group'),
  });
}

const idsOnly: Changes = {
  verb: (verb) => pick(verb, ['id']),
  activity: (activity) => pick(activity, ['id']),
  actor: (actor) => identified(actor),
};

/** An anonymous group is known by its members (Communication 2.1.3). */
function identified(actor: Json): Json {
  const ids = pick(actor, ['objectType', 'mbox', 'mbox_sha1sum', 'openid', 'account']);
  const isAnonymous = (actor as unknown as Actor).objectType === 'Group' && Object.keys(ids).length === 1;
  return isAnonymous ? { ...ids, member: each(actor['member'], identified) } : ids;
}

/** The canonical definitions of the activities that statements name, by id. */
async function definitionsIn(
  statements: readonly StoredStatement[],
  definitionOf: DefinitionOf,
): Promise<ReadonlyMap<unknown, object>> {
  const ids = new Set<string>();
  const activity: Change = (value) => {
    ids.add(String(value['id']));
    return value;
  };
  for (const statement of statements) changed(statement, { verb: unchanged, actor: unchanged, activity });
  const definitions = new Map<unknown, object>();
  for (const id of ids) {
    const definition = await definitionOf(id);
    if (definition !== null) definitions.set(id, definition);
  }
  return definitions;
}

const unchanged: Change = (value) => value;

/** Communication 2.1.3, Language Filtering Requirements: the choice is made for each map by itself. */
function canonical(definitions: ReadonlyMap<unknown, object>, acceptLanguage: string): Changes {
  const choose: Change = (languages) => chooseLanguage(languages as Readonly<Record<string, string>>, acceptLanguage);
  const components: Change = (component) => mapMembers(component, { description: choose });
  const definition: Change = (value) =>
    mapMembers(value, {
      name: choose,
      description: choose,
      choices: components,
      scale: components,
      source: components,
      target: components,
      steps: components,
    });
  return {
    verb: (verb) => mapMembers(verb, { display: choose }),
    activity: (activity) => {
      const known = definitions.get(activity['id']);
      return mapMembers(known === undefined ? activity : { ...activity, definition: known }, { definition });
    },
    actor: unchanged,
  };
}

function mapMembers(value: Json, changes: Readonly<Record<string, Change>>): Json {
  const entries = Object.entries(value).map(([key, member]) => [
    key,
    Object.hasOwn(changes, key) ? each(member, changes[key]!) : member,
  ]);
  return Object.fromEntries(entries) as Json;
}

function each(value: unknown, change: Change): unknown {
  return Array.isArray(value) ? value.map((item: Json) => change(item)) : change(value as Json);
}

function pick(value: Json, keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)));
}
