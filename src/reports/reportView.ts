import type { ModuleNode } from '../course/tree.ts';
import type { Unit } from '../people/ports.ts';
import type { CompletionState } from './completionFilter.ts';
import type { CompletionRow } from './completionRows.ts';
import { type CompletionSummary, completionSummary } from './completionSummary.ts';
import { type CompletionsOverTime, completionsOverTime } from './completionsOverTime.ts';
import type { ReportQuery, WrongParameter } from './reportQuery.ts';
import { sortRows, sortUnits } from './sortRows.ts';
import { type UnitLine, unitLines } from './unitLines.ts';
import type { UnitPlace, UnitTree } from './unitTree.ts';

/** What the report page shows, whatever it was asked for. */
export type ReportView =
  | { readonly kind: 'overview'; readonly form: ReportForm; readonly overview: Overview }
  | { readonly kind: 'person'; readonly form: ReportForm; readonly rows: readonly CompletionRow[] }
  /** The address asks for what cannot be followed: nothing is shown, and nobody. */
  | { readonly kind: 'wrong'; readonly form: ReportForm; readonly wrong: readonly WrongParameter[] }
  /** There is no such person in the own branch. */
  | { readonly kind: 'nobody'; readonly form: ReportForm };

/** What there is to choose from, and what is chosen. */
export interface ReportForm {
  /** The parameters of the address that could be followed. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly units: readonly UnitPlace[];
  readonly modules: readonly ModuleNode[];
  /** Every content version that somebody completed or could complete now, rising. */
  readonly versions: readonly number[];
}

export interface Overview {
  readonly summary: CompletionSummary;
  /** From the top of the own branch down to the unit looked at; empty where none is. */
  readonly path: readonly Unit[];
  readonly units: readonly UnitLine[];
  readonly time: CompletionsOverTime;
  /** How many rows there are of each state, on all pages. */
  readonly states: Readonly<Record<CompletionState, number>>;
  /** The rows of this page. */
  readonly rows: readonly CompletionRow[];
  readonly page: number;
  readonly pages: number;
  /** How many rows stand on a whole page. */
  readonly size: number;
}

const pageSize = 100;

/** What a manager sees of these rows. A page behind the last one is the last one. */
export function overviewOf(parts: {
  readonly rows: readonly CompletionRow[];
  readonly tree: UnitTree;
  readonly query: ReportQuery;
  readonly ranks: ReadonlyMap<string, number>;
  readonly now: Date;
}): Overview {
  const { tree, query, ranks, now } = parts;
  const { filter } = query;
  const summary = completionSummary(parts.rows, now);
  const { completed, all } = summary.total;
  const rows = sortRows(ofState(parts.rows, filter.state), query.sort, ranks);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(query.page, pages);
  return {
    summary,
    path: filter.unit === undefined ? [] : tree.pathTo(filter.unit),
    units: sortUnits(unitLines(tree, summary.byUnit, filter.unit), query.unitSort),
    time: completionsOverTime(parts.rows, filter, now),
    states: { completed, 'not-completed': all - completed },
    rows: rows.slice((page - 1) * pageSize, page * pageSize),
    page,
    pages,
    size: pageSize,
  };
}

/** Only the rows of a state, where one is asked for. */
export function ofState(rows: readonly CompletionRow[], state: CompletionState | undefined): readonly CompletionRow[] {
  if (state === undefined) return rows;
  return rows.filter(({ completion }) => (completion !== null) === (state === 'completed'));
}
