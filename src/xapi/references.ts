import { actorKey } from './actors.ts';
import type { Activity, Actor, Context, Group, Statement, SubStatement } from './types.ts';
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

/** Collects what a valid statement refers to. Keys of agents are those of `actorKey`; each list is free of repeats. */
export function referencesOf(statement: Statement): References {
  const direct = { agents: directAgents(statement), activities: directActivities(statement) };
  const parts: Part[] = [statement, ...subStatements(statement)];
  const targets = targetOf(statement);
  return {
    agents: { direct: unique(direct.agents), related: unique(parts.flatMap(relatedAgents)) },
    activities: { direct: unique(direct.activities), related: unique(parts.flatMap(relatedActivities)) },
    verb: statement.verb.id,
    registration: statement.context?.registration?.toLowerCase() ?? null,
    targets,
    voids: statement.verb.id === voidedId ? targets : null,
  };
}

function targetOf({ object }: Statement): string | null {
  return object.objectType === 'StatementRef' ? (object as { id: string }).id.toLowerCase() : null;
}

function subStatements({ object }: Statement): SubStatement[] {
  return object.objectType === 'SubStatement' ? [object] : [];
}

function directAgents({ actor, object }: Part): string[] {
  const isActor = object.objectType === 'Agent' || object.objectType === 'Group';
  return [...keysOf(actor), ...(isActor ? keysOf(object) : [])];
}

function relatedAgents(part: Part): string[] {
  const { instructor, team, contextAgents, contextGroups }: Context = part.context ?? {};
  const others = [
    part.authority,
    instructor,
    team,
    ...(contextAgents ?? []).map(({ agent }) => agent),
    ...(contextGroups ?? []).map(({ group }) => group),
  ];
  return [...directAgents(part), ...others.filter((actor) => actor !== undefined).flatMap(keysOf)];
}

/** The actor's own key and, where it is a group, its members' (Communication 2.1.3 `agent`). */
function keysOf(actor: Actor): string[] {
  const members = (actor as Group).member ?? [];
  return [actor, ...members].map(actorKey).filter((key) => key !== null);
}

function directActivities({ object }: Part): string[] {
  return (object.objectType ?? 'Activity') === 'Activity' ? [(object as Activity).id] : [];
}

function relatedActivities(part: Part): string[] {
  const lists = Object.values(part.context?.contextActivities ?? {});
  return [...directActivities(part), ...lists.flatMap(asList).map(({ id }) => id)];
}

/** A single context activity may stand without its array (Data 2.4.6.2). */
function asList(value: Activity | Activity[]): Activity[] {
  return Array.isArray(value) ? value : [value];
}

function unique(values: readonly string[]): string[] {
  return values.length < 2 ? [...values] : [...new Set(values)];
}
