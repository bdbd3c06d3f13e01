import type { Completion } from '../completion/completions.ts';
import type { ModuleNode } from '../course/tree.ts';
import type { Person, Unit } from '../people/ports.ts';
import type { CompletionFilter } from './completionFilter.ts';
import { helsinkiDayStart } from './helsinkiTime.ts';
import { inFinnishOrder, type NameRanks } from './nameRanks.ts';
import { UnitTree } from './unitTree.ts';

/**
 * What a manager may know of one person and one module, and no more: two states, the date and the version
 * (Act on the Protection of Privacy in Working Life 759/2004, section 3).
 */
export interface CompletionRow {
  /** The report id, not the account name of the statements. */
  readonly learnerId: string;
  /** Null when the name was forgotten. */
  readonly name: string | null;
  readonly unit: Unit;
  readonly module: ModuleNode;
  /** The newest completion that the filter lets through; null says `not-completed`. */
  readonly completion: Completion | null;
  /** The earlier ones that the filter lets through, newest first. */
  readonly history: readonly Completion[];
}

/**
 * One row per person of the given units and module, by unit, name and the course's order of modules; the rows of one person
 * stand together. Dates and versions of the filter are about completions: they never hide a person. `state` is not looked at.
 */
export function completionRows(parts: {
  readonly people: readonly Person[];
  /** The places of these people, or of more, in the order of names. */
  readonly ranks: NameRanks;
  readonly units: readonly Unit[];
  readonly modules: readonly ModuleNode[];
  /** A person's completions in the order they were stored, by account name. */
  readonly completionsOf: (account: string) => readonly Completion[];
  readonly filter: CompletionFilter;
}): readonly CompletionRow[] {
  const { people, ranks, completionsOf, filter } = parts;
  const lets = letsThrough(filter);
  const modules = parts.modules.filter((module) => !filter.module || module.id === filter.module);
  const rows: CompletionRow[] = [];
  for (const { person, unit } of inOrder(people, ranks, unitsIn(parts.units, filter))) {
    const completions = completionsOf(person.id);
    for (const module of modules) {
      const { completion, history } = newestOf(completions, module.id, lets);
      rows.push({ learnerId: person.reportId, name: person.name, unit, module, completion, history });
    }
  }
  return rows;
}

function unitsIn(units: readonly Unit[], { unit: wanted }: CompletionFilter): readonly Unit[] {
  if (!wanted) return units;
  const branch = new UnitTree(units).branchOf(wanted);
  return units.filter(({ id }) => branch.has(id));
}

/** People of these units, by unit and name. */
function inOrder(
  people: readonly Person[],
  ranks: NameRanks,
  units: readonly Unit[],
): readonly { readonly person: Person; readonly unit: Unit }[] {
  const ofUnit = Map.groupBy(people, ({ unit }) => unit);
  return inFinnishOrder(units).flatMap((unit) =>
    (ofUnit.get(unit.id) ?? [])
      .toSorted((a, b) => ranks.get(a.reportId)! - ranks.get(b.reportId)!)
      .map((person) => ({ person, unit })),
  );
}

type Newest = Pick<CompletionRow, 'completion' | 'history'>;

const none: readonly Completion[] = [];
const notCompleted: Newest = { completion: null, history: none };

/** @param completions in the order they were stored: of two that were stored at the same time, the later one is the newer */
function newestOf(completions: readonly Completion[], module: string, lets: (one: Completion) => boolean): Newest {
  const isOwn = (one: Completion) => one.module === module && lets(one);
  const first = completions.findIndex(isOwn);
  if (first === -1) return notCompleted;
  const last = completions.findLastIndex(isOwn);
  // Nearly everybody has one, and there are hundreds of thousands of rows.
  if (last === first) return { completion: completions[first]!, history: none };
  const [completion, ...history] = completions
    .filter(isOwn)
    .reverse()
    .sort((a, b) => Number(a.completedAt < b.completedAt) - Number(a.completedAt > b.completedAt));
  return { completion: completion!, history };
}

const oneDay = 24 * 60 * 60 * 1000;

/** Whether a completion is one of those that a filter is about: its days, compared as the instants at which they begin. */
function letsThrough({ from, to, version }: CompletionFilter): (completion: Completion) => boolean {
  const first = from === undefined ? '' : new Date(helsinkiDayStart(from)).toISOString();
  const dayAfter = to === undefined ? '' : new Date(Date.parse(to) + oneDay).toISOString().slice(0, 10);
  const end = dayAfter === '' ? '' : new Date(helsinkiDayStart(dayAfter)).toISOString();
  return ({ completedAt, moduleVersion }) =>
    (first === '' || completedAt >= first) &&
    (end === '' || completedAt < end) &&
    (version === undefined || moduleVersion === version);
}
