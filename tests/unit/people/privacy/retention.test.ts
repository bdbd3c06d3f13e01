import { describe, expect, it } from 'vitest';
import type { PeopleState, Person } from '../../../../src/people/ports.ts';
import { isForgotten, withoutNames } from '../../../../src/people/privacy/forget.ts';
import { monthsBefore, planRetention, retentionProblems } from '../../../../src/people/privacy/retention.ts';
import { somePerson } from '../../../support/people.ts';

const now = new Date('2026-11-25T08:00:00.000Z');
const times = { namesOfLeavers: 6, namesOfUnlisted: 12, recordsOfLeavers: 24, auditLog: 24, rosterUndo: 1 };

function leaver(id: string, leftAt: string | null, changes: Partial<Person> = {}): Person {
  const key = { issuer: 'https://id.example', subject: id };
  return somePerson(id, { key, name: 'Aino', email: 'a@b.fi', rosterId: `r-${id}`, leftAt, ...changes });
}

function stateOf(people: readonly Person[], undo: PeopleState['undo'] = null): PeopleState {
  return { units: [], people, undo };
}

describe('forgetting a name', () => {
  const person = leaver('p', null, { unit: 'care', roles: ['manager'], manages: ['care'], language: 'fi' });

  it('takes everything that tells who it was, and leaves the random ids and the unit', () => {
    const [left] = withoutNames(stateOf([person]), new Set(['p']), now.toISOString()).people;
    expect(left).toEqual(somePerson('p', { reportId: person.reportId, unit: 'care', leftAt: now.toISOString() }));
    expect(isForgotten(left!)).toBe(true);
  });

  it('takes it out of what undoes the last import too', () => {
    const row = { name: 'Aino', email: null, language: null, unit: null, manages: [], leftAt: null };
    const undo = {
      at: now.toISOString(),
      units: [],
      people: [
        { id: 'p', rosterId: null, row },
        { id: 'elsewhere', rosterId: 'r-p', row },
        { id: 'other', rosterId: 'r-other', row },
      ],
    };
    const left = withoutNames(stateOf([person], undo), new Set(['p']), now.toISOString());
    expect(left.undo?.people.map(({ id }) => id)).toEqual(['other']);
  });

  it('changes nothing where there is nothing to forget', () => {
    const once = withoutNames(stateOf([person]), new Set(['p']), now.toISOString());
    expect(withoutNames(once, new Set(['p', 'nobody']), '2027-01-01T00:00:00.000Z')).toBe(once);
  });
});

describe('what is past its time', () => {
  it('are the names of those who left long enough ago, and the records of those who left still longer ago', () => {
    const people = [
      leaver('here', null),
      leaver('lately', '2026-05-26T08:00:00.000Z'),
      leaver('half a year', '2026-05-25T07:59:59.999Z'),
      leaver('long', '2024-11-25T07:59:59.999Z'),
    ];
    const plan = planRetention(stateOf(people), times, now, new Map());
    expect(plan.names.map(({ id }) => id)).toEqual(['half a year']);
    expect(plan.records.map(({ id }) => id)).toEqual(['long']);
  });

  it('are the names of those whom the roster never had, and who did nothing for long enough', () => {
    const unlisted = (id: string) => leaver(id, null, { rosterId: null });
    const people = [unlisted('active'), unlisted('silent'), unlisted('never did anything'), leaver('listed', null)];
    const lastActive = new Map([
      ['active', '2025-11-25T08:00:00.000Z'],
      ['silent', '2025-11-25T07:59:59.999Z'],
      ['listed', '2000-01-01T00:00:00.000Z'],
    ]);
    const plan = planRetention(stateOf(people), times, now, lastActive);
    expect(plan.names.map(({ id }) => id)).toEqual(['silent', 'never did anything']);
    expect(plan.records).toEqual([]);
  });

  it('is a forgotten person’s record, but not a name a second time', () => {
    const forgotten = (leftAt: string) => somePerson(leftAt, { leftAt });
    const plan = planRetention(stateOf([forgotten('2026-01-01'), forgotten('2024-01-01')]), times, now, new Map());
    expect([plan.names, plan.records.map(({ id }) => id)]).toEqual([[], ['2024-01-01']]);
  });

  it('is no record where records are kept, and then the name alone', () => {
    const plan = planRetention(
      stateOf([leaver('long', '2020-01-01')]),
      { ...times, recordsOfLeavers: null },
      now,
      new Map(),
    );
    expect([plan.names.length, plan.records.length]).toEqual([1, 0]);
  });

  it('is what undoes an import, and the audit log, by their own times', () => {
    const undo = (at: string) => ({ at, units: [], people: [] });
    const plan = (at: string) => planRetention(stateOf([], undo(at)), times, now, new Map());
    expect(plan('2026-10-25T07:59:59.999Z').dropsUndo).toBe(true);
    expect(plan('2026-10-25T08:00:00.000Z').dropsUndo).toBe(false);
    expect(plan('2026-10-25T08:00:00.000Z').auditBefore).toBe('2024-11-25T08:00:00.000Z');
  });

  it('is counted in months of the calendar: the last day where a month is too short', () => {
    expect(monthsBefore(new Date('2026-03-31T12:00:00.000Z'), 1)).toBe('2026-02-28T12:00:00.000Z');
    expect(monthsBefore(new Date('2024-03-31T12:00:00.000Z'), 1)).toBe('2024-02-29T12:00:00.000Z');
    expect(monthsBefore(new Date('2026-01-15T12:00:00.000Z'), 13)).toBe('2024-12-15T12:00:00.000Z');
  });
});

describe('times of retention', () => {
  it('that make no sense are told in plain sentences', () => {
    expect(retentionProblems(times)).toEqual([]);
    expect(retentionProblems({ ...times, recordsOfLeavers: null })).toEqual([]);
    expect(retentionProblems({ ...times, auditLog: 0.5, namesOfLeavers: 30 })).toEqual([
      'retention.auditLog is 0.5: give whole months, from 1 to 1200.',
      'retention.recordsOfLeavers is shorter than namesOfLeavers: records go with or after the name.',
    ]);
  });
});
