import { describe, expect, it } from 'vitest';
import { hasRole, ownBranch, rolesOf } from '../../../src/people/access.ts';
import type { Person, Unit } from '../../../src/people/ports.ts';
import { somePerson } from '../../support/people.ts';

const manager = (unit: string | null): Person => somePerson('id', { unit, roles: ['manager'] });
const unit = (id: string, parent: string | null): Unit => ({ id, name: id, parent });
const tree = [
  unit('city', null),
  unit('care', 'city'),
  unit('clinic', 'care'),
  unit('ward', 'clinic'),
  unit('school', 'city'),
];
const branchOf = (own: string | null, units: readonly Unit[]) => [...ownBranch(manager(own), units)].sort();

describe('a manager’s own branch', () => {
  it('is the own unit and all below it, not those beside or above', () => {
    expect(branchOf('care', tree)).toEqual(['care', 'clinic', 'ward']);
    expect(branchOf('ward', tree)).toEqual(['ward']);
    expect(branchOf('city', tree)).toHaveLength(5);
  });

  it('is empty for somebody without a unit', () => {
    expect(branchOf(null, tree)).toEqual([]);
  });

  it('ends where units were made to stand in a circle', () => {
    const circle = [unit('a', 'c'), unit('b', 'a'), unit('c', 'b'), unit('self', 'self')];
    expect(branchOf('a', circle)).toEqual(['a', 'b', 'c']);
    expect(branchOf('self', circle)).toEqual(['self']);
  });

  it('is the branches of the units that the roster gives to manage, instead of the own unit', () => {
    const person = somePerson('id', { unit: 'school', manages: ['clinic', 'ward'] });
    expect([...ownBranch(person, tree)].sort()).toEqual(['clinic', 'ward']);
  });

  it('takes in nobody else’s where the own unit is not among the units', () => {
    expect(branchOf('closed', tree)).toEqual(['closed']);
  });
});

describe('a role', () => {
  it('is had only where it was given: another one does not bring it', () => {
    expect(hasRole(manager('care'), 'manager')).toBe(true);
    expect(hasRole(manager('care'), 'coordinator')).toBe(false);
  });

  it('of manager comes with units to manage, and goes with them', () => {
    expect(hasRole(somePerson('id', { manages: ['care'] }), 'manager')).toBe(true);
    expect(hasRole(somePerson('id'), 'manager')).toBe(false);
    expect(rolesOf(somePerson('id', { roles: ['coordinator'], manages: ['care'] }))).toEqual([
      'coordinator',
      'manager',
    ]);
    expect(rolesOf(manager('care'))).toEqual(['manager']);
  });
});
