import type { Completion } from '../completion/completions.ts';
import type { ModuleNode } from '../course/tree.ts';
import type { Person, Unit } from '../people/ports.ts';
import type { CompletionFilter } from './completionFilter.ts';
import { helsinkiDate } from './helsinkiTime.ts';

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
}

/**
 * One row per person of the given units and module, by unit, name and the course's order of modules.
 * Dates and versions of the filter are about completions: they never hide a person.
 */
export function completionRows(parts: {
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
  readonly modules: readonly ModuleNode[];
  readonly completions: readonly Completion[];
  readonly filter: CompletionFilter;
}): readonly CompletionRow[] {
  const { filter } = parts;
  const units = new Map(parts.units.map((unit) => [unit.id, unit]));
  const newest = newestByPersonAndModule(parts.completions.filter((completion) => lets(filter, completion)));
  const modules = parts.modules.filter((module) => !filter.module || module.id === filter.module);
  return parts.people
    .flatMap((person) => {
      const unit = person.unit === null ? undefined : units.get(person.unit);
      return unit && (!filter.unit || unit.id === filter.unit) ? [{ person, unit }] : [];
    })
    .sort((a, b) => byFinnishName(a.unit, b.unit) || byFinnishName(a.person, b.person))
    .flatMap(({ person, unit }) =>
      modules.map((module) => ({
        learnerId: person.reportId,
        name: person.name,
        unit,
        module,
        completion: newest.get(keyOf(person.id, module.id)) ?? null,
      })),
    );
}

function lets(filter: CompletionFilter, completion: Completion): boolean {
  const day = helsinkiDate(completion.completedAt);
  return (
    (!filter.from || day >= filter.from) &&
    (!filter.to || day <= filter.to) &&
    (!filter.version || completion.moduleVersion === filter.version)
  );
}

function newestByPersonAndModule(completions: readonly Completion[]): ReadonlyMap<string, Completion> {
  const newest = new Map<string, Completion>();
  for (const completion of completions) {
    const key = keyOf(completion.account, completion.module);
    const known = newest.get(key);
    if (!known || known.completedAt < completion.completedAt) newest.set(key, completion);
  }
  return newest;
}

function keyOf(account: string, module: string): string {
  return `${account} ${module}`;
}

const collator = new Intl.Collator('fi');

function byFinnishName(
  a: { readonly id: string; readonly name: string | null },
  b: { readonly id: string; readonly name: string | null },
): number {
  return collator.compare(a.name ?? '', b.name ?? '') || (a.id < b.id ? -1 : Number(a.id > b.id));
}
