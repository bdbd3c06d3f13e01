import type { Person, Role, Unit } from './ports.ts';

/** True where the person has the role. Everybody signed in is a learner, so that is no role to ask for. */
export function hasRole(person: Person, role: Role): boolean {
  return person.roles.includes(role);
}

/** The ids of the units a manager sees: the own unit and all below it. Empty for somebody without a unit. */
export function ownBranch(manager: Person, units: readonly Unit[]): ReadonlySet<string> {
  const branch = new Set<string>();
  const waiting = manager.unit === null ? [] : [manager.unit];
  for (let unit = waiting.pop(); unit !== undefined; unit = waiting.pop()) {
    if (branch.has(unit)) continue;
    branch.add(unit);
    waiting.push(...units.filter((candidate) => candidate.parent === unit).map((child) => child.id));
  }
  return branch;
}
