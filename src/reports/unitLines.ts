import type { Unit } from '../people/ports.ts';
import type { Tally, UnitTally } from './completionSummary.ts';
import type { UnitTree } from './unitTree.ts';

/** A line of the table of units. */
export interface UnitLine {
  readonly unit: Unit;
  /** `branch`: with all below it. `own`: the people right in it, where others stand below it. */
  readonly counted: 'branch' | 'own';
  readonly people: number;
  readonly tally: Tally;
}

/**
 * The units one level below what is looked at, each with its whole branch, and the people right in the unit looked at: so the
 * lines together are everybody, each once. Without a unit to look at, it is the top of the manager's own branch.
 */
export function unitLines(
  tree: UnitTree,
  byUnit: readonly UnitTally[],
  lookedAt: string | undefined,
): readonly UnitLine[] {
  const tops =
    lookedAt === undefined ? tree.childrenOf(null) : [tree.get(lookedAt)].filter((unit) => unit !== undefined);
  const own = new Map(byUnit.map((one) => [one.unit.id, one]));
  const branch = (unit: Unit): UnitLine => {
    const counts = [...tree.branchOf(unit.id)].flatMap((id) => own.get(id) ?? []);
    return { unit, counted: 'branch', ...sumOf(counts) };
  };
  const [top] = tops;
  const below = tops.length === 1 && top !== undefined ? tree.childrenOf(top.id) : [];
  if (top === undefined || below.length === 0) return tops.map(branch);
  const right = own.get(top.id);
  return [
    ...(right === undefined ? [] : [{ unit: top, counted: 'own', ...sumOf([right]) } as const]),
    ...below.map(branch),
  ];
}

function sumOf(counts: readonly UnitTally[]): Pick<UnitLine, 'people' | 'tally'> {
  const sum = (of: (count: UnitTally) => number) => counts.reduce((total, count) => total + of(count), 0);
  return {
    people: sum(({ people }) => people),
    tally: { completed: sum(({ tally }) => tally.completed), all: sum(({ tally }) => tally.all) },
  };
}
