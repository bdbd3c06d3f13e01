import type { PeopleState, PeopleStore, Person, SessionStore } from '../ports.ts';
import { undoWithout } from '../roster/undoImport.ts';

/** Whether nothing tells any more who a person is: neither the identity provider's key nor a row of the roster. */
export function isForgotten({ key, rosterId, name }: Person): boolean {
  return key === null && rosterId === null && name === null;
}

/**
 * The state without what tells who these people are: key, name, e-mail, the roster's id, language, roles and units to
 * manage. The person's random ids and the unit stay, so that records and counts do; what undoes the last import knows them
 * no more either.
 *
 * @param at when, ISO 8601 UTC: from when on whoever had not left counts as gone.
 */
export function withoutNames(present: PeopleState, ids: ReadonlySet<string>, at: string): PeopleState {
  const forgotten = present.people.filter((person) => ids.has(person.id) && !isForgotten(person));
  if (forgotten.length === 0) return present;
  const people = present.people.map((person) => (ids.has(person.id) ? nameless(person, at) : person));
  return { ...present, people, undo: present.undo && undoWithout(present.undo, forgotten) };
}

/**
 * Forgets who people are. Their sessions end first: killed between the two, the name is still there and the command is run
 * again. Resolves once all of it is durable.
 */
export async function forgetNames(
  stores: {
    readonly people: Pick<PeopleStore, 'change'>;
    readonly sessions: Pick<SessionStore, 'removeOf'>;
  },
  ids: readonly string[],
  now: Date,
): Promise<void> {
  for (const id of ids) await stores.sessions.removeOf(id);
  await stores.people.change((present) => withoutNames(present, new Set(ids), now.toISOString()));
}

function nameless(person: Person, at: string): Person {
  const { id, reportId, unit, leftAt } = person;
  return {
    id,
    reportId,
    unit,
    key: null,
    name: null,
    roles: [],
    rosterId: null,
    email: null,
    language: null,
    manages: [],
    leftAt: leftAt ?? at,
  };
}
