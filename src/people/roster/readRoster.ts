import type { Unit } from '../ports.ts';
import { peopleColumns, unitsColumns } from './columns.ts';
import { quoted, type RosterProblem } from './problems.ts';
import { readPerson, type RosterEntry } from './readPeople.ts';
import { readTable, type SourceFile } from './readTable.ts';
import { checkTree, readUnit } from './readUnits.ts';

/** A roster whose every field and reference is right. */
export interface Roster {
  readonly people: readonly RosterEntry[];
  /** All units, or null where no file of them was given: those that are kept stay. */
  readonly units: readonly Unit[] | null;
}

export type ReadRoster =
  /** `notes` tell what the files were read as, a sentence each. */
  | { readonly ok: true; readonly roster: Roster; readonly notes: readonly string[] }
  /** Every problem of both files, in their order. */
  | { readonly ok: false; readonly problems: readonly RosterProblem[] };

/**
 * Reads the people's file and, where there is one, the units' file.
 *
 * @param presentUnits the units that are kept: what the people's units are looked up in without a file of units.
 */
export function readRoster(
  files: { readonly people: SourceFile; readonly units: SourceFile | null },
  presentUnits: readonly Unit[],
): ReadRoster {
  const people = readTable(files.people, peopleColumns, readPerson);
  const units = files.units && readTable(files.units, unitsColumns, readUnit);
  const ofPeople = [...people.problems];
  const ofUnits = [...(units?.problems ?? [])];
  if (files.units && units?.entries) {
    const { name } = files.units;
    checkTree(units.entries, (row, text) => ofUnits.push({ file: name, row, text }));
  }
  const known = units === null ? presentUnits : units.entries;
  // Where the units cannot be read, that is the problem to mend first: every unit would be unknown.
  if (people.entries && known) ofPeople.push(...unknownUnits(files, people.entries, known));
  const problems = [...byRow(ofPeople), ...byRow(ofUnits)];
  if (problems.length > 0 || people.entries === null) return { ok: false, problems };
  return {
    ok: true,
    roster: {
      people: people.entries,
      units: units?.entries?.map(({ id, name, parent }) => ({ id, name, parent })) ?? null,
    },
    notes: [...people.notes, ...(units?.notes ?? [])],
  };
}

function unknownUnits(
  files: { readonly people: SourceFile; readonly units: SourceFile | null },
  people: readonly RosterEntry[],
  known: readonly Unit[],
): RosterProblem[] {
  const ids = new Set(known.map(({ id }) => id));
  const remedy = files.units
    ? `is not in ${files.units.name}. Add it there, or correct the id.`
    : 'is not known. Give the units’ file too, or correct the id.';
  return people.flatMap(({ row, unit, manages = [] }) =>
    [
      { role: 'The unit', id: unit },
      ...manages.filter((id) => id !== unit).map((id) => ({ role: 'The managed unit', id })),
    ].flatMap(({ role, id }) =>
      id === '' || ids.has(id) ? [] : [{ file: files.people.name, row, text: `${role} ${quoted(id)} ${remedy}` }],
    ),
  );
}

/** What is about the whole file first, then by row. */
function byRow(problems: readonly RosterProblem[]): readonly RosterProblem[] {
  return [...problems].sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
}
