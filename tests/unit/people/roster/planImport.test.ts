import { describe, expect, it } from 'vitest';
import { noRosterRow, type PeopleState, type Person } from '../../../../src/people/ports.ts';
import { reasonsToAsk } from '../../../../src/people/roster/importGuard.ts';
import { type ImportPlan, planImport } from '../../../../src/people/roster/planImport.ts';
import type { RosterEntry } from '../../../../src/people/roster/readPeople.ts';
import type { Roster } from '../../../../src/people/roster/readRoster.ts';
import { undoImport } from '../../../../src/people/roster/undoImport.ts';
import { somePerson } from '../../../support/people.ts';

const care = { id: 'care', name: 'Care', parent: null };
const clinic = { id: 'clinic', name: 'Clinic', parent: 'care' };
const now = new Date('2026-11-25T08:00:00.000Z');
const nothing: PeopleState = { units: [], people: [], undo: null };

function entry(id: string, changes: Partial<RosterEntry> = {}): RosterEntry {
  return { row: 2, id, name: `Name ${id}`, unit: 'care', ...changes };
}

function planOf(
  present: PeopleState,
  people: readonly RosterEntry[],
  units: Roster['units'] = [care, clinic],
): ImportPlan {
  let made = 0;
  return planImport(present, { people, units }, { now, newId: () => `new-${++made}-${present.people.length}` });
}

function undone(state: PeopleState): PeopleState {
  const outcome = undoImport(state);
  if (!outcome.ok) throw new Error(outcome.text);
  return outcome.next;
}

function byRosterId({ people }: PeopleState, rosterId: string): Person {
  return people.find((person) => person.rosterId === rosterId)!;
}

/** What somebody who signs in gets. */
function signedIn(state: PeopleState, rosterId: string): PeopleState {
  const key = { issuer: 'https://id.example', subject: rosterId };
  return {
    ...state,
    people: state.people.map((person) => (person.rosterId === rosterId ? { ...person, key } : person)),
  };
}

describe('an import of a roster', () => {
  it('adds people under random ids, with what the file says of them', () => {
    const plan = planOf(nothing, [entry('1', { email: 'a@b.fi', language: 'sv', manages: ['clinic'] })]);
    const [person] = plan.added;
    expect(person).toMatchObject({
      rosterId: '1',
      name: 'Name 1',
      unit: 'care',
      email: 'a@b.fi',
      manages: ['clinic'],
      key: null,
    });
    expect(person!.id).not.toBe(person!.reportId);
    expect([person!.id, person!.reportId]).not.toContain('1');
  });

  it('changes nothing where everything stands as the file says, and leaves the last undo as it is', () => {
    const first = planOf(nothing, [entry('1'), entry('2')]).next;
    const again = planOf(first, [entry('2'), entry('1')]);
    expect(again.next).toBe(first);
    expect(again.same).toBe(2);
  });

  it('tells what changes field by field, and keeps ids, key and record with the person', () => {
    const first = signedIn(planOf(nothing, [entry('1', { manages: ['care'] })]).next, '1');
    const plan = planOf(first, [entry('1', { name: 'New Name', unit: 'clinic', manages: ['clinic'] })]);
    expect(plan.changed[0]?.fields).toEqual([
      { field: 'name', from: 'Name 1', to: 'New Name' },
      { field: 'unit', from: 'care', to: 'clinic' },
      { field: 'manages', from: 'care', to: null },
      { field: 'manages', from: null, to: 'clinic' },
    ]);
    const [before, after] = [byRosterId(first, '1'), byRosterId(plan.next, '1')];
    expect([after.id, after.reportId, after.key]).toEqual([before.id, before.reportId, before.key]);
  });

  it('leaves what the file has no column for', () => {
    const first = planOf(nothing, [entry('1', { email: 'a@b.fi', language: 'sv', manages: ['care'] })]).next;
    expect(planOf(first, [entry('1')]).next).toBe(first);
    expect(byRosterId(planOf(first, [entry('1', { email: null, manages: [] })]).next, '1')).toMatchObject({
      email: null,
      language: 'sv',
      manages: [],
    });
  });

  it('notes the leaving of whoever is not in the file: no unit, nothing to manage, the day; name and key stay', () => {
    const first = signedIn(planOf(nothing, [entry('1'), entry('2', { manages: ['care'] })]).next, '2');
    const plan = planOf(first, [entry('1')]);
    expect(plan.left).toHaveLength(1);
    expect(byRosterId(plan.next, '2')).toEqual({
      ...byRosterId(first, '2'),
      unit: null,
      manages: [],
      leftAt: now.toISOString(),
    });
    expect(planOf(plan.next, [entry('1')]).next).toBe(plan.next);
  });

  it('gives somebody who comes back the same person again', () => {
    const first = planOf(nothing, [entry('1'), entry('2')]).next;
    const left = planOf(first, [entry('1')]).next;
    const plan = planOf(left, [entry('1'), entry('2', { unit: 'clinic' })]);
    expect(plan.returned).toHaveLength(1);
    expect(plan.added).toEqual([]);
    expect(byRosterId(plan.next, '2')).toMatchObject({ id: byRosterId(first, '2').id, unit: 'clinic', leftAt: null });
  });

  it('never touches whoever signed in without a row, but for a unit that goes', () => {
    const guest = somePerson('guest', { key: { issuer: 'demo', subject: 'x' }, unit: 'old', roles: ['manager'] });
    const stranger = somePerson('stranger', { unit: 'care' });
    const old = { id: 'old', name: 'Old', parent: null };
    const present = { units: [old, care], people: [guest, stranger], undo: null };
    const plan = planOf(present, [entry('1')]);
    expect(plan.left).toEqual([]);
    expect(plan.withoutUnit.map(({ next }) => next)).toEqual([{ ...guest, unit: null }]);
    expect(plan.next.people[1]).toBe(stranger);
    expect(reasonsToAsk(plan)).toHaveLength(2);
  });

  it('asks before anybody leaves, a unit goes, or more than a fifth changes; not for the first one', () => {
    const ids = Array.from({ length: 10 }, (_, index) => String(index));
    const first = planOf(
      nothing,
      ids.map((id) => entry(id)),
    );
    expect(reasonsToAsk(first)).toEqual([]);
    const renamed = (count: number) => ids.map((id, index) => entry(id, index < count ? { name: 'Other' } : {}));
    expect(reasonsToAsk(planOf(first.next, renamed(2)))).toEqual([]);
    expect(reasonsToAsk(planOf(first.next, renamed(3)))).toEqual(['30 % of the roster would change.']);
    expect(reasonsToAsk(planOf(first.next, renamed(0).slice(1)))).toEqual([
      '1 of the 10 people on the roster are not in the file, and would leave.',
    ]);
    expect(reasonsToAsk(planOf(first.next, renamed(0), [care]))).toEqual([
      '1 of the units are not in the file, and would go.',
    ]);
  });

  it('takes 50,000 people into 40,000 in well under five seconds', () => {
    const people = (count: number) => Array.from({ length: count }, (_, index) => entry(`p${index}`, { manages: [] }));
    const first = planOf(nothing, people(40_000)).next;
    const start = performance.now();
    expect(planOf(first, people(50_000)).added).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('undoing an import', () => {
  it('brings back exactly the units and people that were before', () => {
    const first = planOf(nothing, [entry('1', { manages: ['care'] }), entry('2'), entry('3')], [care]).next;
    const second = planOf(first, [
      entry('1', { name: 'Other', unit: 'clinic', manages: [] }),
      entry('3'),
      entry('4'),
    ]).next;
    expect(undone(second)).toEqual({ ...first, undo: null });
  });

  it('is refused a second time', () => {
    const once = undone(planOf(nothing, [entry('1')]).next);
    expect(undoImport(once)).toMatchObject({ ok: false, text: expect.stringContaining('no import to undo') as string });
  });

  it('keeps whoever it had added and who signed in since, for a corrected import to find', () => {
    const first = signedIn(planOf(nothing, [entry('1', { manages: ['care'] }), entry('2')]).next, '1');
    const back = undone(first);
    const kept = { ...byRosterId(first, '1'), ...noRosterRow, rosterId: '1', unit: null };
    expect(back).toEqual({ units: [], people: [kept], undo: null });
    const plan = planOf(back, [entry('1')]);
    expect(plan.added).toEqual([]);
    expect(byRosterId(plan.next, '1')).toMatchObject({ id: kept.id, key: kept.key, unit: 'care' });
  });

  it('finds whoever learned before the roster had the row and has taken it over since', () => {
    const first = planOf(nothing, [entry('1', { manages: ['care'] })]).next;
    const known = somePerson('known', { key: { issuer: 'https://id.example', subject: 'k' } });
    const linked = { ...first.people[0]!, id: known.id, reportId: known.reportId, key: known.key };
    expect(undone({ ...first, people: [linked] }).people).toEqual([{ ...known, name: 'Name 1', rosterId: '1' }]);
    const second = planOf({ ...first, people: first.people }, [entry('1', { name: 'Other' })]).next;
    const later = { ...second.people[0]!, id: known.id, reportId: known.reportId, key: known.key };
    expect(undone({ ...second, people: [later] }).people).toEqual([linked]);
  });

  it('keeps what signing in changed of those who were there before', () => {
    const first = planOf(nothing, [entry('1')], [care]).next;
    const second = signedIn(planOf(first, [entry('1', { name: 'Other' })]).next, '1');
    const roles = ['coordinator'] as const;
    const back = undone({ ...second, people: second.people.map((person) => ({ ...person, roles })) });
    expect(byRosterId(back, '1')).toMatchObject({ name: 'Name 1', roles, key: { subject: '1' } });
  });

  it('is refused where somebody has come to a unit that it would take away', () => {
    const state = planOf(nothing, [entry('1')]).next;
    const guest = somePerson('guest', { unit: 'clinic' });
    expect(undoImport({ ...state, people: [...state.people, guest] })).toMatchObject({
      ok: false,
      text: expect.stringContaining('"Clinic"') as string,
    });
  });
});
