import type { CourseTree, ModuleNode } from '../course/tree.ts';
import { hasRole, ownBranch } from '../people/access.ts';
import type { PeopleStore, Person, Unit } from '../people/ports.ts';
import type { CompletionFilter } from './completionFilter.ts';
import type { CompletionIndex } from './completionIndex.ts';
import { type CompletionRow, completionRows } from './completionRows.ts';
import { type CompletionSummary, completionSummary } from './completionSummary.ts';
import { type NameRanks, rememberedRanks } from './nameRanks.ts';
import type { AuditEntry, AuditLog } from './ports.ts';
import { readReportQuery, type WrongParameter } from './reportQuery.ts';
import { ofState, overviewOf, type ReportForm, type ReportView } from './reportView.ts';
import { UnitTree } from './unitTree.ts';

/** A report on the manager's own branch of units. */
export interface CompletionReport {
  /** Those of the filter's state. */
  readonly rows: readonly CompletionRow[];
  /** Of all states. */
  readonly summary: CompletionSummary;
}

export type ExportFormat = 'csv' | 'xlsx' | 'json' | 'statements';

export interface CompletionReports {
  /**
   * The manager's report, after its audit entry is durable.
   * Null when the person is not a manager. A unit or module outside the own branch gives no rows.
   *
   * @param format of the file it is for, to be told in the audit log
   */
  read(
    manager: Person,
    filter: CompletionFilter,
    action: AuditEntry['action'],
    format?: ExportFormat,
  ): Promise<CompletionReport | null>;
  /**
   * What the report page shows of the own branch, after its audit entry is durable; null when the person is not a manager.
   * In the log stand those whose rows are shown, not everybody who is counted.
   *
   * @param parameters of the page's address
   */
  view(manager: Person, parameters: URLSearchParams): Promise<ReportView | null>;
}

/** What a manager's report is made from. */
interface Branch {
  readonly people: readonly Person[];
  readonly ranks: NameRanks;
  readonly units: readonly Unit[];
  readonly modules: readonly ModuleNode[];
}

/** Completion reports of managers: own units only, two states only, each look in the audit log. */
export function createCompletionReports(parts: {
  readonly completions: CompletionIndex;
  readonly people: Pick<PeopleStore, 'units' | 'people'>;
  readonly audit: AuditLog;
  readonly course: () => CourseTree;
  /** The id that a module goes by today, by any it had: filters in saved addresses go on. */
  readonly moduleToday?: (module: string) => string;
  readonly clock: () => Date;
}): CompletionReports {
  const { completions, people, audit, course, moduleToday = (module) => module, clock } = parts;
  const todays = (filter: CompletionFilter): CompletionFilter =>
    filter.module === undefined ? filter : { ...filter, module: moduleToday(filter.module) };
  const ranksOf = rememberedRanks();
  const rowsOf = (branch: Branch, filter: CompletionFilter) =>
    completionRows({ ...branch, filter, completionsOf: (account) => completions.of(account) });

  return {
    async read(manager, asked, action, format) {
      const filter = todays(asked);
      const branch = await branchOf(manager);
      if (branch === null) return null;
      const now = clock();
      const rows = rowsOf(branch, filter);
      const shown = ofState(rows, filter.state);
      await note(manager, action, { ...(format && { format }), ...filter }, shown, now);
      return { rows: shown, summary: completionSummary(rows, now) };
    },

    async view(manager, parameters) {
      const branch = await branchOf(manager);
      if (branch === null) return null;
      const now = clock();
      const tree = new UnitTree(branch.units);
      const read = readReportQuery(parameters);
      const query = { ...read.query, filter: todays(read.query.filter) };
      const { filter, person } = query;
      const { module } = filter;
      const form = { ...formOf(branch, tree), parameters: { ...read.parameters, ...(module && { module }) } };
      const wrong = [...read.wrong, ...notFound(filter, branch, tree)];
      if (wrong.length > 0) return { kind: 'wrong', form: without(form, wrong), wrong };
      if (person !== null) {
        const rows = rowsOf({ ...branch, people: branch.people.filter(({ reportId }) => reportId === person) }, {});
        if (rows.length === 0) return { kind: 'nobody', form };
        await note(manager, 'view-person', {}, rows, now);
        return { kind: 'person', form, rows };
      }
      const rows = rowsOf(branch, filter);
      const overview = overviewOf({ rows, tree, query, ranks: branch.ranks, now });
      await note(
        manager,
        'view-report',
        { ...filter, ...(overview.page > 1 && { page: overview.page }) },
        overview.rows,
        now,
      );
      return { kind: 'overview', form, overview };
    },
  };

  async function branchOf(manager: Person): Promise<Branch | null> {
    if (!hasRole(manager, 'manager')) return null;
    const allUnits = await people.units();
    const branch = ownBranch(manager, allUnits);
    const everybody = await people.people();
    return {
      people: everybody,
      ranks: ranksOf(everybody),
      units: allUnits.filter((unit) => branch.has(unit.id)),
      modules: course().modules.filter((module) => !module.announced && !module.draft),
    };
  }

  function formOf({ modules }: Branch, tree: UnitTree): Omit<ReportForm, 'parameters'> {
    const versions = new Set([...completions.versions(), ...modules.map(({ version }) => version)]);
    return { units: tree.inOrder(), modules, versions: [...versions].sort((a, b) => a - b) };
  }

  async function note(
    manager: Person,
    action: AuditEntry['action'],
    asked: object,
    shown: readonly CompletionRow[],
    now: Date,
  ): Promise<void> {
    await audit.append({
      at: now.toISOString(),
      by: manager.id,
      action,
      detail: Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)])),
      subjects: [...new Set(shown.map((row) => row.learnerId))],
    });
  }
}

/** Units and modules that there are not, for this manager: which of the two it is stays untold. */
function notFound({ unit, module }: CompletionFilter, branch: Branch, tree: UnitTree): readonly WrongParameter[] {
  const wrong: WrongParameter[] = [];
  if (unit !== undefined && !tree.get(unit)) wrong.push({ parameter: 'unit', value: unit, reason: 'wrong' });
  if (module !== undefined && !branch.modules.some(({ id }) => id === module))
    wrong.push({ parameter: 'module', value: module, reason: 'wrong' });
  return wrong;
}

function without(form: ReportForm, wrong: readonly WrongParameter[]): ReportForm {
  const isWrong = new Set(wrong.map(({ parameter }) => parameter));
  const parameters = Object.entries(form.parameters).filter(([name]) => !isWrong.has(name));
  return { ...form, parameters: Object.fromEntries(parameters) };
}
