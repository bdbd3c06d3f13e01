import { noRosterRow, type PeopleState, type Person, type RosterUndo, type Unit } from '../ports.ts';
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
  const before = new Map(undo.people.map(({ id, row }) => [id, row]));
  let [restored, removed, kept] = [0, 0, 0];
  const people = present.people.flatMap((person): Person[] => {
    const row = before.get(person.id);
    if (row === undefined) return [person];
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
  const stranded = unitInUse(people, undo);
  if (stranded !== null)
    return {
      ok: false,
      text: `Somebody has come to the unit ${quoted(stranded.name)} since, which the undo would remove. Import a corrected file instead.`,
    };
  return { ok: true, next: { units: undo.units, people, undo: null }, at: undo.at, restored, removed, kept };

  function unitInUse(after: readonly Person[], { units }: RosterUndo): Unit | null {
    const stays = new Set(units.map(({ id }) => id));
    const going = new Map(present.units.filter(({ id }) => !stays.has(id)).map((unit) => [unit.id, unit]));
    for (const { unit, manages } of after)
      for (const id of unit === null ? manages : [unit, ...manages]) {
        const used = going.get(id);
        if (used) return used;
      }
    return null;
  }
}
