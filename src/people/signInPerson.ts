import type { SignInClaims } from './claims.ts';
import { noRosterRow, type PeopleState, type PeopleStore, type Person } from './ports.ts';

/** What became of the roster's id that a sign-in claimed. */
export type RosterLink =
  /** There was nothing to do: none was claimed, none is in the roster, or it was this person's before. */
  | 'unchanged'
  /** The row is this person's from now on. */
  | 'linked'
  /** The row is somebody else's, or this person has another: nothing was changed. */
  | 'refused';

export interface SignedInPerson {
  readonly person: Person;
  readonly link: RosterLink;
}

/**
 * Finds the person who signs in, or makes a new one, and takes in what the claims tell: roles each time, name and unit where
 * the roster does not have the person. All in one step of the store: of two sign-ins at once, the second finds what
 * the first made.
 *
 * @param newId makes random ids
 * @returns the person once what changed is durable
 */
export async function signInPerson(
  store: Pick<PeopleStore, 'change'>,
  claims: SignInClaims,
  newId: () => string,
): Promise<SignedInPerson> {
  let signedIn = null as SignedInPerson | null;
  await store.change((present) => {
    const taken = takeIn(present, claims, newId);
    signedIn = taken;
    return taken.state;
  });
  return signedIn!;
}

/** The state with the person who signs in, as the claims tell; the same state where nothing is new. */
export function takeIn(
  present: PeopleState,
  claims: SignInClaims,
  newId: () => string,
): SignedInPerson & { readonly state: PeopleState } {
  const known = present.people.find(({ key }) => isSameKey(key, claims.key)) ?? null;
  const { row, link } = rowFor(present, claims, known);
  const before = known && row ? withRow(known, row) : (known ?? row ?? newPerson(claims, newId));
  const person = refreshed(before, claims, present);
  if (before === known && isSame(person, known)) return { person: known, link, state: present };
  const others = present.people.filter(({ id }) => id === person.id || id !== row?.id);
  const people = others.some(({ id }) => id === person.id)
    ? others.map((other) => (other.id === person.id ? person : other))
    : [...others, person];
  return { person, link, state: { ...present, people } };
}

/** The roster's row that the claims name and nobody has signed in to yet. */
function rowFor(
  { people }: PeopleState,
  { rosterId }: SignInClaims,
  known: Person | null,
): { readonly row: Person | null; readonly link: RosterLink } {
  if (rosterId === null || known?.rosterId === rosterId) return { row: null, link: 'unchanged' };
  const row = people.find((person) => person.rosterId === rosterId) ?? null;
  if (row === null) return { row: null, link: 'unchanged' };
  if (row.key !== null || (known && known.rosterId !== null)) return { row: null, link: 'refused' };
  return { row, link: 'linked' };
}

/** Somebody who learned before the roster had the row: the record stays under its own ids, the rest is the row's. */
function withRow(known: Person, row: Person): Person {
  return { ...row, id: known.id, reportId: known.reportId, key: known.key };
}

function newPerson({ key }: SignInClaims, newId: () => string): Person {
  return { id: newId(), reportId: newId(), key, name: null, unit: null, roles: [], ...noRosterRow };
}

function refreshed(person: Person, { key, name, roles, unit }: SignInClaims, { units }: PeopleState): Person {
  const isInRoster = person.rosterId !== null;
  const claimed = units.some(({ id }) => id === unit) ? unit! : null;
  return {
    ...person,
    key,
    name: isInRoster ? person.name : (name ?? person.name),
    roles,
    unit: isInRoster || unit === undefined ? person.unit : claimed,
  };
}

function isSameKey(one: Person['key'], other: NonNullable<Person['key']>): boolean {
  return one !== null && one.issuer === other.issuer && one.subject === other.subject;
}

function isSame(one: Person, other: Person): boolean {
  return one.name === other.name && one.unit === other.unit && one.roles.join() === other.roles.join();
}
