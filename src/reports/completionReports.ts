import { type Completion, completionsOf } from '../completion/completions.ts';
import type { CourseTree } from '../course/tree.ts';
import type { StatementStore } from '../lrs/ports.ts';
import { hasRole, ownBranch } from '../people/access.ts';
import type { PeopleStore, Person } from '../people/ports.ts';
import { completed } from '../xapi/verbs.ts';
import type { CompletionFilter } from './completionFilter.ts';
import { type CompletionRow, completionRows } from './completionRows.ts';
import { type CompletionSummary, completionSummary } from './completionSummary.ts';
import type { AuditEntry, AuditLog } from './ports.ts';

/** A report on the manager's own branch of units. */
export interface CompletionReport {
  readonly rows: readonly CompletionRow[];
  readonly summary: CompletionSummary;
}

export interface CompletionReports {
  /**
   * The manager's report, after its audit entry is durable.
   * Null when the person is not a manager. A unit or module outside the own branch gives no rows.
   */
  read(manager: Person, filter: CompletionFilter, action: AuditEntry['action']): Promise<CompletionReport | null>;
}

const pageSize = 500;

/** Completion reports of managers: own units only, two states only, each look in the audit log. */
export function createCompletionReports(parts: {
  readonly statements: StatementStore;
  readonly people: PeopleStore;
  readonly audit: AuditLog;
  readonly course: () => CourseTree;
  readonly idBase: string;
  readonly clock: () => Date;
}): CompletionReports {
  const { statements, people, audit, course, idBase, clock } = parts;

  return {
    async read(manager, filter, action) {
      if (!hasRole(manager, 'manager')) return null;
      const allUnits = await people.units();
      const branch = ownBranch(manager, allUnits);
      const units = allUnits.filter((unit) => branch.has(unit.id));
      const modules = course().modules.filter((module) => !module.announced && !module.draft);
      const completions = await allCompletions(statements, idBase);
      const rows = completionRows({ people: await people.people(), units, modules, completions, filter });
      const now = clock();
      await audit.append({
        at: now.toISOString(),
        by: manager.id,
        action,
        detail: Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)])),
        subjects: [...new Set(rows.map((row) => row.learnerId))],
      });
      return { rows, summary: completionSummary(rows, now) };
    },
  };
}

async function allCompletions(statements: StatementStore, idBase: string): Promise<readonly Completion[]> {
  const completions: Completion[] = [];
  let cursor: string | undefined;
  do {
    const page = await statements.find({ verb: completed.id, limit: pageSize, cursor });
    completions.push(...completionsOf(page.statements, idBase));
    cursor = page.next ?? undefined;
  } while (cursor);
  return completions;
}
