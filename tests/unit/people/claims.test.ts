import { describe, expect, it } from 'vitest';
import { type ClaimsMap, readClaims } from '../../../src/people/claims.ts';

const map: ClaimsMap = {
  name: 'name',
  roles: { claim: 'roles', coordinator: ['coordinator'], manager: ['manager', 'head'] },
  unit: 'unit',
  rosterId: 'employee',
};
const key = { iss: 'https://login.example.org', sub: '1' };
const read = (claims: Record<string, unknown>, change: Partial<ClaimsMap> = {}) =>
  readClaims({ ...key, ...claims }, { ...map, ...change });

describe('the claims of a sign-in', () => {
  it('make a person of issuer and subject alone', () => {
    expect(read({ email: 'somebody@example.org' })).toEqual({
      key: { issuer: 'https://login.example.org', subject: '1' },
      name: null,
      roles: [],
      unit: null,
      rosterId: null,
    });
  });

  it.each([
    [['manager', 'other'], ['manager']],
    ['head', ['manager']],
    [
      ['head', 'coordinator'],
      ['coordinator', 'manager'],
    ],
    [['Manager'], []],
    [[['manager']], []],
    [{ manager: true }, []],
    [true, []],
    [null, []],
  ])('with the roles %j give the roles %j', (roles, expected) => {
    expect(read({ roles }).roles).toEqual(expected);
  });

  it('are found by a way of names, where they lie deeper or their names hold a dot', () => {
    const claims = { realm_access: { roles: ['manager'] }, 'https://example.org/unit': 'north' };
    const change: Partial<ClaimsMap> = {
      roles: { ...map.roles, claim: ['realm_access', 'roles'] },
      unit: 'https://example.org/unit',
    };
    expect(read(claims, change)).toMatchObject({ roles: ['manager'], unit: 'north' });
    expect(read({ realm_access: 'roles' }, change).roles).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('are never what every object has: %s', (name) => {
    expect(read({}, { name, unit: [name, 'name'] })).toMatchObject({ name: null, unit: null });
  });

  it.each([
    [' Oppija ', 'Oppija'],
    ['One\nTwo\u202e\u0000Three', 'One Two Three'],
    ['', null],
    ['\n', null],
    [7, '7'],
    [{ first: 'x' }, null],
    ['ä'.repeat(300), 'ä'.repeat(200)],
  ])('give the name %j as %j', (name, expected) => {
    expect(read({ name }).name).toBe(expected);
  });

  it('give the id in the roster as text, a number too', () => {
    expect(read({ employee: 4711 }).rosterId).toBe('4711');
    expect(read({ employee: '' }).rosterId).toBeNull();
    expect(read({ employee: '4711' }, { rosterId: null }).rosterId).toBeNull();
  });

  it('tell apart a unit that is not claimed from one that no claim tells of', () => {
    expect(read({}).unit).toBeNull();
    expect(read({}, { unit: null }).unit).toBeUndefined();
  });
});
