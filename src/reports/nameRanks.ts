import type { Person, Unit } from '../people/ports.ts';

const collator = new Intl.Collator('fi');

interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** The place of everybody in the Finnish order of names, by report id. */
export type NameRanks = ReadonlyMap<string, number>;

/**
 * The places of everybody in the Finnish order of names. Comparing names is slow.
 *
 * @param before the places of mostly the same people: with those, few names need be compared
 */
export function nameRanks(people: readonly Person[], before: NameRanks = new Map()): NameRanks {
  const placeBefore = ({ reportId }: Person) => before.get(reportId) ?? before.size;
  const nearly = before.size === 0 ? people : people.toSorted((a, b) => placeBefore(a) - placeBefore(b));
  return new Map(nearly.toSorted(byFinnishName).map(({ reportId }, rank) => [reportId, rank]));
}

/** Keeps the ranks of a list of people as long as it is the same list, and makes those of a changed one from them. */
export function rememberedRanks(): (people: readonly Person[]) => NameRanks {
  let known: readonly Person[] | null = null;
  let ranks: NameRanks = new Map();
  return (people) => {
    if (people !== known) ranks = nameRanks(people, ranks);
    known = people;
    return ranks;
  };
}

/** Units in the Finnish order of their names. */
export function inFinnishOrder(units: readonly Unit[]): readonly Unit[] {
  return units.toSorted(byFinnishName);
}

function byFinnishName(a: Named, b: Named): number {
  return collator.compare(a.name ?? '', b.name ?? '') || (a.id < b.id ? -1 : Number(a.id > b.id));
}
