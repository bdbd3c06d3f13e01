import { beforeAll, describe, expect, it } from 'vitest';
import { CompletionIndex } from '../../../src/reports/completionIndex.ts';
import { createCompletionReports } from '../../../src/reports/completionReports.ts';
import type { AuditEntry } from '../../../src/reports/ports.ts';
import type { ReportView } from '../../../src/reports/reportView.ts';
import { cityRecords } from '../../support/cityRecords.ts';
import { smallModule } from '../../support/course.ts';
import { idBase } from '../../support/statements.ts';

const modules = Array.from({ length: 6 }, (_, number) => ({ ...smallModule, id: `module-${number}` }));
/** A tenth of a city: `npm run bench` measures the whole one, on the product. */
const city = cityRecords(3800, modules, idBase);
const [manager] = city.people;
const entries: AuditEntry[] = [];
const completions = new CompletionIndex(idBase);
const reports = createCompletionReports({
  completions,
  people: { units: () => Promise.resolve(city.units), people: () => Promise.resolve(city.people) },
  audit: { append: (entry) => Promise.resolve(void entries.push(entry)), entries: () => Promise.resolve([]) },
  course: () => ({ id: 'course', title: '', summary: '', modules }),
  clock: () => new Date('2026-11-21T10:00:00.000Z'),
});

beforeAll(() => completions.take({ added: [...city.completions()], removed: [] }));

async function overview(query = '') {
  const view = (await reports.view(manager!, new URLSearchParams(query))) as Extract<ReportView, { kind: 'overview' }>;
  expect(view.kind).toBe('overview');
  return view.overview;
}

describe('the report of a city', () => {
  it('counts everybody once, however it is cut', async () => {
    const { summary, units, time } = await overview();
    expect(summary.total).toEqual({ completed: completions.size, all: 3801 * 6 });
    expect(summary.people).toBe(3801);
    const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
    expect(sumOf(units.map(({ people }) => people))).toBe(3801);
    expect(sumOf(units.map(({ tally }) => tally.completed))).toBe(completions.size);
    expect(sumOf(summary.byModule.map(({ tally }) => tally.completed))).toBe(completions.size);
    expect(time.periods.at(-1)?.soFar).toBe(completions.size);
  });

  it('has every row on one page of all, and no row twice, in any order', async () => {
    const [division] = (await overview()).units.filter(({ unit }) => unit.id === 'division-0');
    for (const sort of ['', 'name', '-completed', '-state']) {
      const seen = new Set<string>();
      const { pages } = await overview(`unit=division-0&sort=${sort}`);
      for (let page = 1; page <= pages; page += 1) {
        const { rows } = await overview(`unit=division-0&sort=${sort}&page=${page}`);
        for (const { learnerId, module } of rows) seen.add(`${learnerId} ${module.id}`);
      }
      expect(seen.size).toBe(division!.tally.all);
    }
  });

  it('answers with its last page where the address asks for one behind it', async () => {
    const { page, pages, rows } = await overview('page=9999999');
    expect([page, rows.length > 0]).toEqual([pages, true]);
  });

  it('notes who was shown by name, not everybody who was counted', async () => {
    const { rows } = await overview('page=2');
    const shown = [...new Set(rows.map(({ learnerId }) => learnerId))];
    expect(entries.at(-1)).toMatchObject({ action: 'view-report', detail: { page: '2' }, subjects: shown });
    expect(shown.length).toBeLessThanOrEqual(100);
  });

  it('takes about the time of its rows: ten times the people, not a hundred times the time', async () => {
    const time = async (query: string) => {
      const start = process.cpuUsage();
      await overview(query);
      return process.cpuUsage(start).user;
    };
    for (let warmUp = 0; warmUp < 3; warmUp += 1) await overview();
    const best = async (query: string) => Math.min(await time(query), await time(query), await time(query));
    // A service is a two-hundredth of the city: between them lies room for whatever the machine does meanwhile.
    const [whole, part] = [await best(''), await best('unit=division-0')];
    expect(whole).toBeLessThan(Math.max(part, 1000) * 100);
  });
});

describe('one person’s page', () => {
  it('shows each module once, and stands in the log as a look at that person', async () => {
    const person = city.people[7]!;
    const view = await reports.view(manager!, new URLSearchParams({ person: person.reportId, unit: 'division-3' }));
    expect(view?.kind === 'person' && view.rows.map(({ module }) => module.id)).toEqual(modules.map(({ id }) => id));
    expect(entries.at(-1)).toMatchObject({ action: 'view-person', subjects: [person.reportId] });
  });

  it('of nobody in the own branch is nobody’s, and leaves no entry', async () => {
    const before = entries.length;
    const view = await reports.view(manager!, new URLSearchParams({ person: 'somebody-else' }));
    expect([view?.kind, entries.length]).toEqual(['nobody', before]);
  });
});

describe('a filter that cannot be followed', () => {
  it.each([
    ['unit=nowhere', 'unit'],
    ['module=nothing', 'module'],
    ['from=x', 'from'],
  ])('%s shows nobody, leaves no entry and keeps the others', async (query, parameter) => {
    const before = entries.length;
    const view = await reports.view(manager!, new URLSearchParams(`${query}&version=3`));
    expect(view).toMatchObject({ kind: 'wrong', wrong: [{ parameter }] });
    expect(view?.form.parameters).toEqual({ version: '3' });
    expect(entries.length).toBe(before);
  });
});
