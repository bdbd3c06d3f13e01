import { describe, expect, it } from 'vitest';
import type { Completion } from '../../../src/completion/completions.ts';
import { completionRows } from '../../../src/reports/completionRows.ts';
import { completionSummary } from '../../../src/reports/completionSummary.ts';
import { completionsOverTime } from '../../../src/reports/completionsOverTime.ts';
import { helsinkiDate, helsinkiDateTime, helsinkiDayStart } from '../../../src/reports/helsinkiTime.ts';
import { nameRanks, rememberedRanks } from '../../../src/reports/nameRanks.ts';
import type { RowColumn } from '../../../src/reports/reportQuery.ts';
import { sortRows, sortUnits } from '../../../src/reports/sortRows.ts';
import { unitLines } from '../../../src/reports/unitLines.ts';
import { UnitTree } from '../../../src/reports/unitTree.ts';
import { smallModule } from '../../support/course.ts';
import { somePerson } from '../../support/people.ts';

const units = [
  { id: 'care', name: 'Care', parent: 'city' },
  { id: 'youth', name: 'Youth', parent: 'care' },
  { id: 'adults', name: 'Adults', parent: 'care' },
  { id: 'school', name: 'School', parent: 'city' },
];
const people = [
  somePerson('1', { name: 'Öö', unit: 'care' }),
  somePerson('2', { name: 'Aa', unit: 'youth' }),
  somePerson('3', { name: null, unit: 'youth' }),
  somePerson('4', { name: 'Bb', unit: 'adults' }),
];
const module = { ...smallModule, id: 'module' };
const completion = (account: string, completedAt: string, moduleVersion = 3): Completion => ({
  account,
  module: 'module',
  moduleVersion,
  completedAt,
  statementId: `s-${account}-${moduleVersion}`,
});
const done = [
  completion('1', '2026-10-31T21:59:59.000Z'),
  completion('2', '2026-08-01T10:00:00.000Z', 2),
  completion('2', '2026-11-02T10:00:00.000Z'),
];
const rows = (completions = done, filter = {}) =>
  completionRows({
    people,
    ranks: nameRanks(people),
    units,
    modules: [module],
    completionsOf: (account) => completions.filter((one) => one.account === account),
    filter,
  });
const now = new Date('2026-11-21T10:00:00.000Z');

describe('the order of names', () => {
  it('is the same whether or not another one is known', () => {
    const before = nameRanks([somePerson('9', { name: 'Gone' }), ...people.slice(1).reverse()]);
    expect([...nameRanks(people, before)]).toEqual([...nameRanks(people)]);
  });

  it('is made anew when the people change, and only then', () => {
    const ranksOf = rememberedRanks();
    expect(ranksOf(people)).toBe(ranksOf(people));
    const renamed = people.map((person) => (person.id === '1' ? { ...person, name: 'Ab' } : person));
    expect([...ranksOf(renamed).keys()]).toEqual(['report-3', 'report-2', 'report-1', 'report-4']);
  });
});

describe('rows', () => {
  it('of a unit are those of all units below it too', () => {
    expect(rows(done, { unit: 'care' }).map(({ learnerId }) => learnerId)).toEqual([
      'report-4',
      'report-1',
      'report-3',
      'report-2',
    ]);
    expect(rows(done, { unit: 'youth' })).toHaveLength(2);
  });

  it('hold the newest completion, and the earlier ones as history', () => {
    const row = rows().find(({ learnerId }) => learnerId === 'report-2')!;
    expect(row.completion?.moduleVersion).toBe(3);
    expect(row.history.map(({ moduleVersion }) => moduleVersion)).toEqual([2]);
  });

  it('of two completions at the same time hold the one that was stored last', () => {
    const same = [completion('1', '2026-01-01T00:00:00.000Z', 1), completion('1', '2026-01-01T00:00:00.000Z', 2)];
    expect(rows(same).find(({ learnerId }) => learnerId === 'report-1')?.completion?.moduleVersion).toBe(2);
  });

  it.each<[RowColumn, boolean, string[]]>([
    ['name', false, ['3', '2', '4', '1']],
    ['name', true, ['1', '4', '2', '3']],
    ['unit', true, ['3', '2', '1', '4']],
    ['completed', false, ['1', '2', '4', '3']],
    ['completed', true, ['2', '1', '4', '3']],
    ['version', true, ['1', '2', '4', '3']],
    ['state', true, ['4', '3', '1', '2']],
  ])('by %s, downwards %s, stand in this order, and without a date at the end', (by, descending, order) => {
    const sorted = sortRows(rows(), { by, descending }, nameRanks(people));
    expect(sorted.map(({ learnerId }) => learnerId.slice(-1))).toEqual(order);
  });
});

describe('units', () => {
  const tree = new UnitTree(units);

  it('stand below their parents, and at the top without one that is seen', () => {
    expect(tree.inOrder().map(({ unit, depth }) => [unit.id, depth])).toEqual([
      ['care', 0],
      ['adults', 1],
      ['youth', 1],
      ['school', 0],
    ]);
    expect(tree.pathTo('youth').map(({ id }) => id)).toEqual(['care', 'youth']);
  });

  it('in a ring end the way all the same', () => {
    const ring = new UnitTree([
      { id: 'a', name: 'A', parent: 'b' },
      { id: 'b', name: 'B', parent: 'a' },
    ]);
    expect([...ring.branchOf('a')]).toEqual(['a', 'b']);
    expect(ring.pathTo('a')).toHaveLength(2);
  });

  it('are counted a level at a time, everybody once', () => {
    const { byUnit } = completionSummary(rows(), now);
    const linesOf = (unit?: string) =>
      unitLines(tree, byUnit, unit).map((line) => [line.unit.id, line.counted, line.people, line.tally.completed]);
    expect(linesOf()).toEqual([
      ['care', 'branch', 4, 2],
      ['school', 'branch', 0, 0],
    ]);
    expect(linesOf('care')).toEqual([
      ['care', 'own', 1, 1],
      ['adults', 'branch', 1, 0],
      ['youth', 'branch', 2, 1],
    ]);
    expect(linesOf('youth')).toEqual([['youth', 'branch', 2, 1]]);
  });

  it('can be put in order by what is counted', () => {
    const lines = unitLines(tree, completionSummary(rows(), now).byUnit, 'care');
    const ids = sortUnits(lines, { by: 'people', descending: true }).map(({ unit }) => unit.id);
    expect(ids).toEqual(['youth', 'care', 'adults']);
  });
});

describe('completions over time', () => {
  it('are counted by Helsinki month, without a gap, to this day', () => {
    const old = [...done, completion('4', '2026-06-30T21:00:00.000Z')];
    const { step, periods } = completionsOverTime(rows(old), {}, now);
    expect(step).toBe('month');
    expect(periods.map(({ start, completions, soFar }) => [start, completions, soFar])).toEqual([
      ['2026-07-01', 1, 1],
      ['2026-08-01', 0, 1],
      ['2026-09-01', 0, 1],
      ['2026-10-01', 1, 2],
      ['2026-11-01', 1, 3],
    ]);
  });

  it('are counted by week where the time is short, by year where it is long', () => {
    const weeks = completionsOverTime(rows(), { from: '2026-10-26', to: '2026-11-08' }, now);
    expect([weeks.step, weeks.periods.map(({ start }) => start)]).toEqual(['week', ['2026-10-26', '2026-11-02']]);
    const years = completionsOverTime(rows([completion('1', '2020-05-05T10:00:00.000Z')]), {}, now);
    expect([years.step, years.periods.length]).toEqual(['year', 7]);
  });

  it('take no time to speak of for an age without end', () => {
    const { periods } = completionsOverTime(rows(), { from: '0001-01-01', to: '9999-12-31' }, now);
    expect(periods.length).toBeLessThan(20);
    expect(completionsOverTime(rows([]), { from: '0001-01-01' }, now).periods).toEqual([]);
  });
});

describe('Helsinki’s clock', () => {
  it.each([
    ['2026-03-29T00:59:59Z', '2026-03-29T02:59:59+02:00'],
    ['2026-03-29T01:00:00Z', '2026-03-29T04:00:00+03:00'],
    ['2026-10-25T00:59:59Z', '2026-10-25T03:59:59+03:00'],
    ['2026-10-25T01:00:00Z', '2026-10-25T03:00:00+02:00'],
  ])('at %s shows %s', (instant, expected) => {
    expect(helsinkiDateTime(instant)).toBe(expected);
  });

  it.each(['2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26', '2026-01-01'])('%s begins at midnight', (day) => {
    const start = helsinkiDayStart(day);
    expect(helsinkiDateTime(new Date(start))).toContain(`${day}T00:00:00`);
    expect(helsinkiDate(new Date(start - 1))).not.toBe(day);
  });
});
