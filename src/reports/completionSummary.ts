import type { ModuleNode } from '../course/tree.ts';
import type { Unit } from '../people/ports.ts';
import type { CompletionRow } from './completionRows.ts';

/** How many have completed, of how many; counted in rows (a person and a module). */
export interface Tally {
  readonly completed: number;
  readonly all: number;
}

export interface UnitTally {
  readonly unit: Unit;
  readonly people: number;
  readonly tally: Tally;
}

export interface CompletionSummary {
  readonly total: Tally;
  readonly people: number;
  /** Completions of the last 30 days. */
  readonly recent: number;
  /** Each unit that has people of its own, those below it not counted, in the order of the rows. */
  readonly byUnit: readonly UnitTally[];
  /** In the course's order. */
  readonly byModule: readonly { readonly module: ModuleNode; readonly tally: Tally }[];
}

interface Count {
  completed: number;
  all: number;
}

const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/** The numbers a report leads with, from the very rows it lists. The rows of one person stand together. */
export function completionSummary(rows: readonly CompletionRow[], now: Date): CompletionSummary {
  const recentFrom = new Date(now.getTime() - thirtyDays).toISOString();
  const total = nothing();
  const byUnit = new Map<Unit, { people: number; tally: Count }>();
  const byModule = new Map<ModuleNode, Count>();
  let recent = 0;
  let last: CompletionRow | null = null;
  let ofUnit: { people: number; tally: Count } | null = null;
  for (const row of rows) {
    const { completion } = row;
    if (ofUnit === null || row.unit !== last?.unit) ofUnit = known(byUnit, row.unit, nobody);
    const ofModule = known(byModule, row.module, nothing);
    if (row.learnerId !== last?.learnerId) ofUnit.people += 1;
    last = row;
    ofUnit.tally.all += 1;
    ofModule.all += 1;
    if (completion === null) continue;
    ofUnit.tally.completed += 1;
    ofModule.completed += 1;
    total.completed += 1;
    if (completion.completedAt >= recentFrom) recent += 1;
  }
  total.all = rows.length;
  const units = [...byUnit].map(([unit, counted]) => ({ unit, ...counted }));
  return {
    total,
    people: sumOf(units),
    recent,
    byUnit: units,
    byModule: [...byModule].map(([module, tally]) => ({ module, tally })),
  };
}

function nothing(): Count {
  return { completed: 0, all: 0 };
}

function nobody(): { people: number; tally: Count } {
  return { people: 0, tally: nothing() };
}

function sumOf(units: readonly UnitTally[]): number {
  return units.reduce((sum, { people }) => sum + people, 0);
}

function known<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key);
  if (value !== undefined) return value;
  const made = make();
  map.set(key, made);
  return made;
}
