import type { CompletionRow } from './completionRows.ts';
import type { RowColumn, Sorting, UnitColumn } from './reportQuery.ts';
import type { UnitLine } from './unitLines.ts';

/**
 * Rows by a column; those that are equal there stay in the order they come in. Without a completion there is neither a date nor
 * a version: such rows come last either way.
 *
 * @param ranks the place of each person in the order of names, by report id
 */
export function sortRows(
  rows: readonly CompletionRow[],
  sorting: Sorting<RowColumn> | null,
  ranks: ReadonlyMap<string, number>,
): readonly CompletionRow[] {
  return sorting === null ? rows : sortedBy(rows, rowKeys(rows, ranks)[sorting.by], sorting.descending);
}

/** Lines of units by a column; without one, in the order of the tree. */
export function sortUnits(lines: readonly UnitLine[], sorting: Sorting<UnitColumn> | null): readonly UnitLine[] {
  if (sorting === null) return lines;
  const places = new Map(lines.map((line, place) => [line, place]));
  const keys: Record<UnitColumn, (line: UnitLine) => number> = {
    unit: (line) => places.get(line)!,
    people: ({ people }) => people,
    completed: ({ tally }) => tally.completed,
    share: ({ tally }) => (tally.all === 0 ? 0 : tally.completed / tally.all),
    missing: ({ tally }) => tally.all - tally.completed,
  };
  return sortedBy(lines, keys[sorting.by], sorting.descending);
}

type Key = (row: CompletionRow) => number | null;

function rowKeys(rows: readonly CompletionRow[], ranks: ReadonlyMap<string, number>): Record<RowColumn, Key> {
  const placesOf = (of: (row: CompletionRow) => unknown) =>
    new Map([...new Set(rows.map(of))].map((thing, place) => [thing, place]));
  const units = placesOf(({ unit }) => unit);
  const modules = placesOf(({ module }) => module);
  return {
    name: ({ learnerId }) => ranks.get(learnerId) ?? 0,
    unit: ({ unit }) => units.get(unit) ?? 0,
    module: ({ module }) => modules.get(module) ?? 0,
    state: ({ completion }) => (completion ? 0 : 1),
    completed: ({ completion }) => (completion ? Date.parse(completion.completedAt) : null),
    version: ({ completion }) => (completion ? completion.moduleVersion : null),
  };
}

/** Sorts by a number of each; null comes last in either direction. Those with the same number stay as they are. */
function sortedBy<T>(things: readonly T[], key: (thing: T) => number | null, descending: boolean): readonly T[] {
  const keys = Float64Array.from(things, (thing) => {
    const number = key(thing);
    if (number === null) return Infinity;
    return descending ? -number : number;
  });
  const order = Uint32Array.from(things, (_, place) => place);
  order.sort((a, b) => {
    const [one, other] = [keys[a]!, keys[b]!];
    return one === other ? a - b : one < other ? -1 : 1;
  });
  return Array.from(order, (place) => things[place]!);
}
