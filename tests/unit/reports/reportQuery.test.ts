import { describe, expect, it } from 'vitest';
import { readReportQuery } from '../../../src/reports/reportQuery.ts';

const read = (query: string) => readReportQuery(new URLSearchParams(query));

describe('a report’s address', () => {
  it('asks for filters, an order, a page and a person', () => {
    const { query, wrong } = read('page=3&sort=-completed&unit=care&from=2026-01-01&unitSort=share&person=r-1&module=');
    expect(wrong).toEqual([]);
    expect(query).toEqual({
      filter: { unit: 'care', from: '2026-01-01' },
      sort: { by: 'completed', descending: true },
      unitSort: { by: 'share', descending: false },
      page: 3,
      person: 'r-1',
    });
  });

  it('is kept in one order, without what is empty', () => {
    expect(Object.entries(read('version=2&module=&unit=care').parameters)).toEqual([
      ['unit', 'care'],
      ['version', '2'],
    ]);
  });

  it.each([
    ['from=yesterday', 'from', 'wrong'],
    ['from=2026-02-30', 'from', 'wrong'],
    ['version=-1', 'version', 'wrong'],
    ['state=in-progress', 'state', 'wrong'],
    ['sort=score', 'sort', 'wrong'],
    ['sort=--name', 'sort', 'wrong'],
    ['sort=constructor', 'sort', 'wrong'],
    ['page=0', 'page', 'wrong'],
    ['page=1e9', 'page', 'wrong'],
    ['person=%3Cscript%3E', 'person', 'wrong'],
    [`unit=${'x'.repeat(101)}`, 'unit', 'wrong'],
    ['module=a&module=b', 'module', 'twice'],
    ['__proto__=x', '__proto__', 'unknown'],
    ['score=1', 'score', 'unknown'],
    ['from=2026-02-02&to=2026-02-01', 'to', 'order'],
  ])('%s is refused by name, and the rest is kept', (query, parameter, reason) => {
    const { wrong, parameters } = read(`${query}&unitSort=people`);
    expect(wrong).toMatchObject([{ parameter, reason }]);
    expect(parameters).toMatchObject({ unitSort: 'people' });
    expect(parameters).not.toHaveProperty([parameter]);
  });

  it('is never repeated at length', () => {
    const { wrong } = read(`${'p'.repeat(5000)}=${'v'.repeat(5000)}`);
    expect([wrong[0]!.parameter.length, wrong[0]!.value.length]).toEqual([80, 80]);
  });
});
