import type { Unit } from '../people/ports.ts';
import type { CompletionRow } from './completionRows.ts';

/** How many have completed, of how many; counted in rows (a person and a module). */
export interface Tally {
  readonly completed: number;
  readonly all: number;
}

export interface CompletionSummary {
  readonly total: Tally;
  /** Completions of the last 30 days. */
  readonly recent: number;
  readonly byUnit: readonly { readonly unit: Unit; readonly people: number; readonly tally: Tally }[];
}

const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/** The numbers a report leads with, from the very rows it lists. */
export function completionSummary(rows: readonly CompletionRow[], now: Date): CompletionSummary {
  const recentFrom = new Date(now.getTime() - thirtyDays).toISOString();
  const byUnit = Map.groupBy(rows, (row) => row.unit);
  return {
    total: tally(rows),
    recent: rows.filter((row) => row.completion && row.completion.completedAt >= recentFrom).length,
    byUnit: [...byUnit].map(([unit, own]) => ({ unit, people: countPeople(own), tally: tally(own) })),
  };
}

function tally(rows: readonly CompletionRow[]): Tally {
  return { completed: rows.filter((row) => row.completion).length, all: rows.length };
}

function countPeople(rows: readonly CompletionRow[]): number {
  return new Set(rows.map((row) => row.learnerId)).size;
}
