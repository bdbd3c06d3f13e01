import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { completionRows } from '../../../../src/reports/completionRows.ts';
import { completionsCsv } from '../../../../src/reports/exports/completionsCsv.ts';
import type { Completion } from '../../../../src/completion/completions.ts';
import { readCompletionFilter } from '../../../../src/reports/completionFilter.ts';
import { completionSummary } from '../../../../src/reports/completionSummary.ts';
import { nameRanks } from '../../../../src/reports/nameRanks.ts';
import { helsinkiDateTime } from '../../../../src/reports/helsinkiTime.ts';
import type { Person } from '../../../../src/people/ports.ts';
import { smallModule } from '../../../support/course.ts';
import { diceOf } from '../../../support/fuzzDice.ts';
import { somePerson } from '../../../support/people.ts';

const units = [
  { id: 'west', name: 'Länsi', parent: null },
  { id: 'east', name: 'Itä', parent: null },
];
const person = (id: string, name: string | null, unit: string | null = 'west'): Person =>
  somePerson(`account-${id}`, { reportId: `report-${id}`, name, unit });
const completion = (id: string, completedAt: string, moduleVersion = 3): Completion => ({
  account: `account-${id}`,
  module: 'module',
  moduleVersion,
  completedAt,
  statementId: `statement-${id}-${moduleVersion}`,
});

function rows(people: readonly Person[], completions: readonly Completion[] = [], query = '') {
  const read = readCompletionFilter(new URLSearchParams(query));
  if (!read.ok) throw new Error(read.parameter);
  const completionsOf = (account: string) => completions.filter((one) => one.account === account);
  return completionRows({
    people,
    ranks: nameRanks(people),
    units,
    modules: [smallModule],
    completionsOf,
    filter: read.filter,
  });
}

describe('the completion export', () => {
  it('has a byte-order mark, semicolons, Windows line ends and an unquoted header', () => {
    const csv = completionsCsv(rows([person('1', 'Åsa Öö')], [completion('1', '2026-11-21T10:05:09.123Z')]));
    expect(csv).toBe(
      '\ufefflearnerId;name;unit;module;moduleVersion;status;completedAt;statementId\r\n' +
        'report-1;Åsa Öö;Länsi;module;3;completed;2026-11-21T12:05:09+02:00;statement-1-3\r\n',
    );
  });

  it('is a header alone where there is nobody', () => {
    expect(completionsCsv([])).toMatch(/^\ufefflearnerId;.*statementId\r\n$/);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '  =1+1', '\t=1+1', '\r=1+1'])('neutralises the formula %j', (name) => {
    const [, line = ''] = completionsCsv(rows([person('1', name)])).split('\r\n');
    expect(line.split(';')[1]).toMatch(/^"?'[=+\-@]/);
  });

  it('quotes what would break a line', () => {
    expect(completionsCsv(rows([person('1', 'a;b"c\r\nd')]))).toContain('"a;b""c\r\nd"');
  });

  it('leaves the completion’s columns empty for somebody who has none, and the name for somebody forgotten', () => {
    expect(completionsCsv(rows([person('1', null)]))).toContain('report-1;;Länsi;module;;not-completed;;\r\n');
  });

  it('has the newest of several completions', () => {
    const both = [completion('1', '2026-01-01T00:00:00.000Z', 2), completion('1', '2026-02-01T00:00:00.000Z', 3)];
    expect(rows([person('1', 'A')], both)[0]?.completion?.moduleVersion).toBe(3);
    expect(rows([person('1', 'A')], both.toReversed())[0]?.completion?.moduleVersion).toBe(3);
  });

  it('leaves out people without one of the units', () => {
    expect(rows([person('1', 'A', null), person('2', 'B', 'north')])).toEqual([]);
  });

  it('goes by unit and name in the Finnish order', () => {
    const people = [person('1', 'Öö'), person('2', 'Aa'), person('3', 'Bb', 'east')];
    expect(rows(people).map(({ name }) => name)).toEqual(['Bb', 'Aa', 'Öö']);
  });
});

describe('filters', () => {
  const done = [completion('1', '2026-03-31T21:30:00.000Z')];

  it.each([
    ['from=2026-04-01', true],
    ['to=2026-03-31', false],
    ['from=2026-04-01&to=2026-04-01', true],
    ['version=3', true],
    ['version=2', false],
  ])('%s are about completions in Helsinki days and hide nobody', (query, shown) => {
    const [row] = rows([person('1', 'A')], done, query);
    expect(row?.completion !== null).toBe(shown);
  });

  it('narrow to a unit or a module', () => {
    const people = [person('1', 'A'), person('2', 'B', 'east')];
    expect(rows(people, [], 'unit=east').map(({ name }) => name)).toEqual(['B']);
    expect(rows(people, [], 'module=other')).toEqual([]);
  });

  it.each(['from=2026-02-30', 'from=yesterday', 'version=0', 'version=1.5', 'person=1', 'unit=a&unit=b'])(
    '%s are refused by name',
    (query) => {
      expect(readCompletionFilter(new URLSearchParams(query)).ok).toBe(false);
    },
  );
});

describe('the summary', () => {
  it('counts rows, people and the last 30 days', () => {
    const people = [person('1', 'A'), person('2', 'B'), person('3', 'C', 'east')];
    const done = [completion('1', '2026-11-20T10:00:00.000Z'), completion('3', '2026-01-01T10:00:00.000Z')];
    expect(completionSummary(rows(people, done), new Date('2026-11-21T10:00:00Z'))).toMatchObject({
      total: { completed: 2, all: 3 },
      recent: 1,
      byUnit: [
        { unit: { id: 'east' }, people: 1, tally: { completed: 1, all: 1 } },
        { unit: { id: 'west' }, people: 2, tally: { completed: 1, all: 2 } },
      ],
    });
  });
});

describe('Helsinki time', () => {
  it.each([
    ['2026-11-21T12:00:00.000Z', '2026-11-21T14:00:00+02:00'],
    ['2026-07-01T12:00:00.000Z', '2026-07-01T15:00:00+03:00'],
    ['2026-12-31T22:00:00.000Z', '2027-01-01T00:00:00+02:00'],
  ])('%s is %s', (instant, expected) => {
    expect(helsinkiDateTime(instant)).toBe(expected);
  });
});

describe('a CSV field', () => {
  it('is written as csv-stringify writes it', () => {
    const dice = diceOf(7);
    const alphabet = ['a', 'ä', ';', '"', '\r', '\n', '=', '+', '-', '@', '\t', ' ', '＝', '1', "'"];
    for (let time = 0; time < 2000; time += 1) {
      const name = Array.from({ length: dice.below(6) }, () => dice.pick(alphabet)).join('');
      const expected = stringify([[name.trim()]], {
        delimiter: ';',
        record_delimiter: 'windows',
        escape_formulas: true,
        quoted_match: /[\r\n]/,
      });
      const [, ...rest] = completionsCsv(rows([person('1', name)])).split('report-1;');
      expect(rest.join('report-1;').replace(/;Länsi;module;;not-completed;;\r\n$/, '\r\n'), name).toBe(expected);
    }
  });
});
