import { noRosterRow, type PeopleState, type Person, type RosterBefore, type RosterUndo, type Unit } from '../ports.ts';
import { quoted } from './problems.ts';

export type Undone =
  | {
      readonly ok: true;
      readonly next: PeopleState;
      /** When the import was that is undone, ISO 8601 UTC. */
      readonly at: string;
      /** How many people are as they were before. */
      readonly restored: number;
      /** How many it had added are gone again. */
      readonly removed: number;
      /** How many it had added stay, without a unit: they have signed in since. */
      readonly kept: number;
    }
  /** Why it cannot be undone, and what to do. */
  | { readonly ok: false; readonly text: string };

/**
 * Takes back the last import: units and the roster's own fields of people, and nothing else. Who signed in since stays, with
 * the roster's id, by which a corrected import finds them. Who was forgotten or erased since stays so.
 */
export function undoImport(present: PeopleState): Undone {
  const { undo } = present;
  if (undo === null) return { ok: false, text: 'There is no import to undo. Only the last one can be, and once.' };
  const before = beforeIn(undo);
  let [restored, removed, kept] = [0, 0, 0];
  const people = present.people.flatMap((person): Person[] => {
    const known = before(person);
    if (known === null) return [person];
    const { row } = known;
    if (row !== null) {
      restored += 1;
      return [{ ...person, ...row }];
    }
    if (person.key === null) {
      removed += 1;
      return [];
    }
    kept += 1;
    return [{ ...person, ...noRosterRow, rosterId: person.rosterId, unit: null }];
  });
  const stranded = unitInUse(present.units, people, undo);
  if (stranded !== null)
    return {
      ok: false,
      text: `Somebody has come to the unit ${quoted(stranded.name)} since, which the undo would remove. Import a corrected file instead.`,
    };
  return { ok: true, next: { units: undo.units, people, undo: null }, at: undo.at, restored, removed, kept };
}

/** What an undo would do, without anything about these people: whoever is forgotten or erased does not come back by it. */
export function undoWithout(undo: RosterUndo, people: readonly Pick<Person, 'id' | 'rosterId'>[]): RosterUndo {
  const ids = new Set(people.map(({ id }) => id));
  const rosterIds = new Set(people.map(({ rosterId }) => rosterId).filter((rosterId) => rosterId !== null));
  const left = undo.people.filter(
    ({ id, rosterId }) => !ids.has(id) && !(rosterId !== null && rosterIds.has(rosterId)),
  );
  return left.length === undo.people.length ? undo : { ...undo, people: left };
}

/** Finds what stood before of a person: by the id, or by the roster's, where the row was taken over since. */
function beforeIn({ people }: RosterUndo): (person: Person) => RosterBefore | null {
  const byId = new Map(people.map((one) => [one.id, one]));
  const byRosterId = new Map(people.flatMap((one) => (one.rosterId === null ? [] : [[one.rosterId, one] as const])));
  return ({ id, rosterId }) => byId.get(id) ?? (rosterId === null ? null : (byRosterId.get(rosterId) ?? null));
}

/** A unit that the undo would take away although somebody belongs to it, or manages it; null where there is none. */
function unitInUse(present: readonly Unit[], after: readonly Person[], { units }: RosterUndo): Unit | null {
  const stays = new Set(units.map(({ id }) => id));
  const going = new Map(present.filter(({ id }) => !stays.has(id)).map((unit) => [unit.id, unit]));
  const used = after.flatMap(({ unit, manages }) => (unit === null ? manages : [unit, ...manages]));
  return used.map((id) => going.get(id)).find((unit) => unit !== undefined) ?? null;
}
