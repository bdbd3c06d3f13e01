import { noRosterRow, type PeopleState, type Person, type RosterRow, type Unit } from '../ports.ts';
import type { RosterEntry } from './readPeople.ts';
import type { Roster } from './readRoster.ts';

/** One field of a person that an import changes; of `manages` only the unit it is about. */
export interface FieldChange {
  readonly field: keyof RosterRow;
  readonly from: string | null;
  readonly to: string | null;
}

export interface PersonChange {
  readonly person: Person;
  /** As the import leaves the person. */
  readonly next: Person;
  readonly fields: readonly FieldChange[];
}

/** What an import would do. Nobody is in two of the lists of people. */
export interface ImportPlan {
  /** The state after it. */
  readonly next: PeopleState;
  readonly added: readonly Person[];
  /** On the roster before and after, with another name, unit or whatever else. */
  readonly changed: readonly PersonChange[];
  /** Had left, and is on the roster again, with the record. */
  readonly returned: readonly PersonChange[];
  /** Was on the roster and is not in the file. */
  readonly left: readonly PersonChange[];
  /** Never on the roster, in a unit that goes: signed in without a row, or for the demo. */
  readonly withoutUnit: readonly PersonChange[];
  /** How many on the roster stay as they are. */
  readonly same: number;
  /** How many were on the roster before. */
  readonly before: number;
  readonly units: {
    readonly added: readonly Unit[];
    readonly changed: readonly { readonly before: Unit; readonly after: Unit }[];
    readonly gone: readonly Unit[];
  };
}

/** Whether a person is on the roster now: it had a row in the last import. */
export function isOnRoster({ rosterId, leftAt, unit }: Person): boolean {
  return rosterId !== null && leftAt === null && unit !== null;
}

/**
 * What an import of a roster does to what is kept. People are known by the roster's id alone; the record hangs on the
 * person's own id, which never changes, so it goes along to another unit and waits for whoever left and comes back.
 *
 * @param parts.now the instant of the import; parts.newId makes random ids.
 */
export function planImport(
  present: PeopleState,
  roster: Roster,
  { now, newId }: { readonly now: Date; readonly newId: () => string },
): ImportPlan {
  const at = now.toISOString();
  const units = roster.units ?? present.units;
  const unitIds = new Set(units.map(({ id }) => id));
  const entries = new Map(roster.people.map((entry) => [entry.id, entry]));
  const changed: PersonChange[] = [];
  const returned: PersonChange[] = [];
  const left: PersonChange[] = [];
  const withoutUnit: PersonChange[] = [];
  const people = present.people.map((person) => {
    const entry = person.rosterId === null ? undefined : entries.get(person.rosterId);
    if (entry) entries.delete(entry.id);
    const next = nextOf(person, entry, at, unitIds);
    const fields = changesOf(person, next);
    if (fields.length === 0) return person;
    const list = entry ? (person.leftAt === null ? changed : returned) : next.leftAt === at ? left : withoutUnit;
    list.push({ person, next, fields });
    return next;
  });
  const added = [...entries.values()].map((entry) => personOf(entry, newId));
  const before = present.people.filter(isOnRoster).length;
  const ofUnits = unitChanges(present.units, units);
  const touched = [...changed, ...returned, ...left, ...withoutUnit];
  const isNothing =
    touched.length + added.length + ofUnits.added.length + ofUnits.changed.length + ofUnits.gone.length === 0;
  const undo = {
    at,
    units: present.units,
    people: [
      ...touched.map(({ person }) => ({ id: person.id, rosterId: person.rosterId, row: rowOf(person) })),
      ...added.map(({ id, rosterId }) => ({ id, rosterId, row: null })),
    ],
  };
  return {
    next: isNothing ? present : { units, people: [...people, ...added], undo },
    added,
    changed,
    returned,
    left,
    withoutUnit,
    same: before - left.length - changed.filter(({ person }) => isOnRoster(person)).length,
    before,
    units: ofUnits,
  };
}

/** What an import may change of a person, as it is. */
export function rowOf({ name, email, language, unit, manages, leftAt }: Person): RosterRow {
  return { name, email, language, unit, manages, leftAt };
}

function nextOf(person: Person, entry: RosterEntry | undefined, at: string, units: ReadonlySet<string>): Person {
  if (entry) {
    const { name, unit, email = person.email, language = person.language, manages = person.manages } = entry;
    const kept = entry.manages ? manages : manages.filter((id) => units.has(id));
    return { ...person, name, unit, email, language, manages: kept, leftAt: null };
  }
  if (isOnRoster(person)) return { ...person, unit: null, manages: [], leftAt: at };
  const manages = person.manages.filter((id) => units.has(id));
  return { ...person, unit: person.unit !== null && units.has(person.unit) ? person.unit : null, manages };
}

function personOf(entry: RosterEntry, newId: () => string): Person {
  const { id: rosterId, name, unit, email = null, language = null, manages = [] } = entry;
  return {
    id: newId(),
    reportId: newId(),
    key: null,
    roles: [],
    ...noRosterRow,
    rosterId,
    name,
    unit,
    email,
    language,
    manages,
  };
}

function changesOf(person: Person, next: Person): FieldChange[] {
  const [before, after] = [rowOf(person), rowOf(next)];
  const plain = (['name', 'email', 'language', 'unit', 'leftAt'] as const).flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, from: before[field], to: after[field] }],
  );
  const lost = before.manages.filter((id) => !after.manages.includes(id));
  const gained = after.manages.filter((id) => !before.manages.includes(id));
  return [
    ...plain,
    ...lost.map((id) => ({ field: 'manages' as const, from: id, to: null })),
    ...gained.map((id) => ({ field: 'manages' as const, from: null, to: id })),
  ];
}

function unitChanges(before: readonly Unit[], after: readonly Unit[]): ImportPlan['units'] {
  const old = byId(before);
  const now = byId(after);
  return {
    added: after.filter(({ id }) => !old.has(id)),
    changed: after.flatMap((unit) => {
      const was = old.get(unit.id);
      return was && (was.name !== unit.name || was.parent !== unit.parent) ? [{ before: was, after: unit }] : [];
    }),
    gone: before.filter(({ id }) => !now.has(id)),
  };
}

function byId(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  return new Map(units.map((unit) => [unit.id, unit]));
}
