import { actorKey } from './actors.ts';
import type { Activity, Actor, Group, Statement } from './types.ts';
import { voidedId } from './verbs.ts';

/** Where a statement is found: what a store indexes for the filters of xAPI 1.0.3, Communication 2.1.3. */
export interface References {
  readonly agents: {
    /** Keys the `agent` filter matches: actor and object, and the members of those that are groups. */
    readonly direct: readonly string[];
    /** Keys `related_agents` matches: the direct ones, and those of authority, context and sub-statement. */
    readonly related: readonly string[];
  };
  readonly activities: {
    /** Ids the `activity` filter matches: the object's, where it is an activity. */
    readonly direct: readonly string[];
    /** Ids `related_activities` matches: the direct ones, the context activities, and the sub-statement's. */
    readonly related: readonly string[];
  };
  readonly verb: string;
  /** In lower case, or null. */
  readonly registration: string | null;
  /** The id, in lower case, of the statement that the object refers to, or null. */
  readonly targets: string | null;
  /** The id, in lower case, of the statement that this one voids, or null. */
  readonly voids: string | null;
}

type Part = Pick<Statement, 'actor' | 'object' | 'context' | 'authority'>;
type Related = { readonly agents: string[]; readonly activities: string[] };

/** Collects what a valid statement refers to. Keys of agents are those of `actorKey`; each list is free of repeats. */
export function referencesOf(statement: Statement): References {
  const direct = { agents: directAgents(statement), activities: directActivities(statement) };
  const related = { agents: [...direct.agents], activities: [...direct.activities] };
  addRelated(statement, related);
  if (statement.object.objectType === 'SubStatement') {
    related.agents.push(...directAgents(statement.object));
    related.activities.push(...directActivities(statement.object));
    addRelated(statement.object, related);
  }
  return {
    agents: { direct: unique(direct.agents), related: unique(related.agents) },
    activities: { direct: direct.activities, related: unique(related.activities) },
    verb: statement.verb.id,
    registration: statement.context?.registration?.toLowerCase() ?? null,
    targets: targetOf(statement),
    voids: voidedBy(statement),
  };
}

/** The id, in lower case, of the statement that a valid one voids, or null. */
export function voidedBy(statement: Statement): string | null {
  return statement.verb.id === voidedId ? targetOf(statement) : null;
}

function targetOf({ object }: Statement): string | null {
  return object.objectType === 'StatementRef' ? (object as { id: string }).id.toLowerCase() : null;
}

function directAgents({ actor, object }: Part): string[] {
  const keys: string[] = [];
  addKeys(keys, actor);
  if (object.objectType === 'Agent' || object.objectType === 'Group') addKeys(keys, object);
  return keys;
}

function directActivities({ object }: Part): string[] {
  return (object.objectType ?? 'Activity') === 'Activity' ? [(object as Activity).id] : [];
}

/** Adds what a part refers to beyond its actor and its object. */
function addRelated({ authority, context = {} }: Part, { agents, activities }: Related): void {
  addKeys(agents, authority);
  addKeys(agents, context.instructor);
  addKeys(agents, context.team);
  for (const { agent } of context.contextAgents ?? []) addKeys(agents, agent);
  for (const { group } of context.contextGroups ?? []) addKeys(agents, group);
  for (const value of Object.values(context.contextActivities ?? {})) {
    for (const { id } of asList(value)) activities.push(id);
  }
}

/** Adds the actor's own key and, where it is a group, its members' (Communication 2.1.3 `agent`). */
function addKeys(keys: string[], actor: Actor | undefined): void {
  if (actor === undefined) return;
  const own = actorKey(actor);
  if (own !== null) keys.push(own);
  for (const member of (actor as Group).member ?? []) addKeys(keys, member);
}

/** A single context activity may stand without its array (Data 2.4.6.2). */
function asList(value: Activity | Activity[]): Activity[] {
  return Array.isArray(value) ? value : [value];
}

function unique(values: string[]): readonly string[] {
  const mayRepeat = values.length > 2 || (values.length === 2 && values[0] === values[1]);
  return mayRepeat ? [...new Set(values)] : values;
}
