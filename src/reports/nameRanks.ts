import type { Person, Unit } from '../people/ports.ts';

const collator = new Intl.Collator('fi');
const ranks = new WeakMap<readonly Person[], ReadonlyMap<string, number>>();

interface Named {
  readonly id: string;
  readonly name: string | null;
}

/**
 * The place of everybody in the Finnish order of names, by report id. Comparing names is slow, so it is kept as long as the
 * people store hands out the same list, which is until somebody in it changes.
 */
export function nameRanks(people: readonly Person[]): ReadonlyMap<string, number> {
  const known = ranks.get(people);
  if (known !== undefined) return known;
  const ordered = people.toSorted(byFinnishName);
  const made = new Map(ordered.map(({ reportId }, rank) => [reportId, rank]));
  ranks.set(people, made);
  return made;
}

/** Units in the Finnish order of their names. */
export function inFinnishOrder(units: readonly Unit[]): readonly Unit[] {
  return units.toSorted(byFinnishName);
}

function byFinnishName(a: Named, b: Named): number {
  return collator.compare(a.name ?? '', b.name ?? '') || (a.id < b.id ? -1 : Number(a.id > b.id));
}
