import { rolesOf } from '../access.ts';
import type { PeopleStore, Person, Role, Unit } from '../ports.ts';

/** An entry of the audit log, as far as it is read here. */
export interface AuditLine {
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, string>>;
  readonly subjects: readonly string[];
}

/** That somebody looked at, or took along, what is recorded of a person. */
export interface Look {
  /** ISO 8601 UTC. */
  readonly at: string;
  /** `view-report` or `export`, as the audit log names it. */
  readonly action: string;
  /** What was asked: format and filters. */
  readonly detail: Readonly<Record<string, string>>;
  readonly by: Looker;
}

/**
 * Who looked, as far as the person looked at is told: the role and the unit, not the name. Who used the employer's authority
 * is known to the employer's log; the person is owed that, why and when it was used, not by whom (CJEU C-579/21, Pankki S).
 */
export type Looker =
  | { readonly kind: 'self' }
  /** The roles and the names of the units they have now: the own one, or those they manage. */
  | { readonly kind: 'person'; readonly roles: readonly Role[]; readonly units: readonly string[] }
  /** Somebody at the command line, or an erased or forgotten person. */
  | { readonly kind: 'maintainer' | 'unknown' };

/** Who looked at a person's record, the newest first. */
export async function whoLooked(
  parts: {
    readonly people: Pick<PeopleStore, 'byId' | 'units'>;
    readonly audit: { entries(): Promise<readonly AuditLine[]> };
  },
  person: Person,
): Promise<readonly Look[]> {
  const lines = (await parts.audit.entries()).filter(({ subjects }) => subjects.includes(person.reportId));
  const units = new Map((await parts.people.units()).map((unit) => [unit.id, unit]));
  const looks: Look[] = [];
  for (const { at, action, detail, by } of lines)
    looks.push({ at, action, detail, by: await lookerOf(by, person, parts.people, units) });
  return looks.reverse();
}

async function lookerOf(
  by: string,
  person: Person,
  people: Pick<PeopleStore, 'byId'>,
  units: ReadonlyMap<string, Unit>,
): Promise<Looker> {
  if (by === person.id) return { kind: 'self' };
  if (by === 'maintainer') return { kind: 'maintainer' };
  const looker = await people.byId(by);
  if (looker === null) return { kind: 'unknown' };
  const ids = looker.manages.length > 0 ? looker.manages : [looker.unit ?? ''];
  const names = ids.map((id) => units.get(id)?.name).filter((name) => name !== undefined);
  return { kind: 'person', roles: rolesOf(looker), units: names };
}
