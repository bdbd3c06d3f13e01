import { describe, expect, it } from 'vitest';
import type { SignInClaims } from '../../../src/people/claims.ts';
import type { PeopleState, Person } from '../../../src/people/ports.ts';
import { takeIn } from '../../../src/people/signInPerson.ts';
import { somePerson } from '../../support/people.ts';

const key = { issuer: 'https://login.example.org', subject: '1' };
const other = { ...key, subject: '2' };
const units = ['north', 'south'].map((id) => ({ id, name: id, parent: null }));

const stateOf = (...people: Person[]): PeopleState => ({ units, people, undo: null });
const claimsOf = (change: Partial<SignInClaims> = {}): SignInClaims => ({
  key,
  name: 'Oppija',
  roles: [],
  unit: undefined,
  rosterId: null,
  ...change,
});
const signIn = (state: PeopleState, change: Partial<SignInClaims> = {}) => {
  let ids = 0;
  return takeIn(state, claimsOf(change), () => `new-${(ids += 1)}`);
};

const row = somePerson('row', {
  rosterId: '47',
  name: 'Rivi',
  unit: 'north',
  email: 'x@example.org',
  manages: ['north'],
});

describe('who signs in for the first time', () => {
  it('without a row in the roster becomes a new person, with random ids and no unit', () => {
    const { person, state, link } = signIn(stateOf(row), { rosterId: '48' });
    expect(person).toEqual(somePerson('new-1', { reportId: 'new-2', key, name: 'Oppija' }));
    expect(state.people).toEqual([row, person]);
    expect(link).toBe('unchanged');
  });

  it.each([
    ['north', 'north'],
    ['nowhere', null],
    [null, null],
  ])('gets the unit that a claim names, where there is such a one: %s', (unit, expected) => {
    expect(signIn(stateOf(), { unit }).person.unit).toBe(expected);
  });

  it('and has a row in the roster is that person from now on; name, unit and units to manage stay the row’s', () => {
    const { person, state, link } = signIn(stateOf(row), { rosterId: '47', unit: 'south', roles: ['coordinator'] });
    expect(person).toEqual({ ...row, key, roles: ['coordinator'] });
    expect(state.people).toEqual([person]);
    expect(link).toBe('linked');
  });

  it('never gets the row of somebody who has signed in to it', () => {
    const taken = { ...row, key: other };
    const { person, state, link } = signIn(stateOf(taken), { rosterId: '47' });
    expect(person).toMatchObject({ id: 'new-1', rosterId: null, unit: null, email: null, manages: [] });
    expect(state.people).toEqual([taken, person]);
    expect(link).toBe('refused');
  });

  it('is another person than one with the same name whose name was forgotten', () => {
    const forgotten = somePerson('old');
    expect(signIn(stateOf(forgotten)).state.people).toHaveLength(2);
  });
});

describe('who signs in again', () => {
  const known = somePerson('known', { key, name: 'Oppija', unit: 'north', roles: ['manager'] });

  it('with nothing new changes nothing', () => {
    const state = stateOf(known);
    expect(signIn(state, { roles: ['manager'] }).state).toBe(state);
  });

  it('has the name and the roles of now', () => {
    expect(signIn(stateOf(known), { name: 'Uusi', roles: ['coordinator'] }).person).toEqual({
      ...known,
      name: 'Uusi',
      roles: ['coordinator'],
    });
    expect(signIn(stateOf(known)).person.roles).toEqual([]);
  });

  it('keeps the name where none is told, and the unit where no claim tells of units', () => {
    expect(signIn(stateOf(known), { name: null }).person).toMatchObject({ name: 'Oppija', unit: 'north' });
  });

  it('follows the claim to another unit without a row in the roster, and not with one', () => {
    expect(signIn(stateOf(known), { unit: 'south' }).person.unit).toBe('south');
    expect(signIn(stateOf({ ...known, rosterId: '47' }), { unit: 'south', rosterId: '47' }).person.unit).toBe('north');
  });

  it('and has got a row meanwhile takes it over: what was learned stays under the same ids, the empty row goes', () => {
    const { person, state, link } = signIn(stateOf(known, row), { rosterId: '47' });
    expect(person).toEqual({ ...row, id: known.id, reportId: known.reportId, key, roles: [] });
    expect(state.people).toEqual([person]);
    expect(link).toBe('linked');
  });

  it('keeps the own row when another free one is claimed', () => {
    const own = { ...known, rosterId: '46' };
    const { person, state, link } = signIn(stateOf(own, row), { rosterId: '47', roles: ['manager'] });
    expect(person).toEqual(own);
    expect(state.people).toContain(row);
    expect(link).toBe('refused');
  });
});
