import type { Person, Role, Unit } from './ports.ts';

/** Every role a person has: those of the last sign-in, and manager where the roster names units to manage. */
export function rolesOf({ roles, manages }: Pick<Person, 'roles' | 'manages'>): readonly Role[] {
  return manages.length === 0 || roles.includes('manager') ? roles : [...roles, 'manager'];
}

/** True where the person has the role. Everybody signed in is a learner, so that is no role to ask for. */
export function hasRole(person: Person, role: Role): boolean {
  return rolesOf(person).includes(role);
}

/**
 * The ids of the units a manager sees, with all below them: those the roster names, else the own unit.
 * Empty for somebody without either.
 */
export function ownBranch(manager: Person, units: readonly Unit[]): ReadonlySet<string> {
  const branch = new Set<string>();
  const waiting = [...rootsOf(manager)];
  for (let unit = waiting.pop(); unit !== undefined; unit = waiting.pop()) {
    if (branch.has(unit)) continue;
    branch.add(unit);
    waiting.push(...units.filter((candidate) => candidate.parent === unit).map((child) => child.id));
  }
  return branch;
}

function rootsOf({ manages, unit }: Person): readonly string[] {
  if (manages.length > 0) return manages;
  return unit === null ? [] : [unit];
}
