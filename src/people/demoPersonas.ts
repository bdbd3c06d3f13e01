import { randomUUID } from 'node:crypto';
import { noRosterRow, type PeopleStore, type Person, type Role, type Unit } from './ports.ts';

/** The identity provider's name in the keys of demo people. */
export const demoIssuer = 'demo';

const units = [
  { id: 'aikuissosiaalityo-lansi', name: 'Aikuissosiaalityö, länsi', parent: null },
  { id: 'terveysasema-ita', name: 'Terveysasema, itä', parent: null },
] as const satisfies readonly Unit[];

interface Persona {
  readonly name: string;
  readonly unit: (typeof units)[number]['id'];
  readonly roles: readonly Role[];
}

/** The personas of the demo sign-in. They are named by role: none of them is a real or invented person. */
export const demoPersonas: Readonly<Record<string, Persona>> = {
  learner: { name: 'Oppija', unit: 'aikuissosiaalityo-lansi', roles: [] },
  learner2: { name: 'Oppija 2', unit: 'terveysasema-ita', roles: [] },
  coordinator: { name: 'Koordinaattori', unit: 'terveysasema-ita', roles: ['coordinator'] },
  manager: { name: 'Esihenkilö', unit: 'aikuissosiaalityo-lansi', roles: ['manager'] },
};

/** Adds the demo people and units that the store lacks. What is there already stays as it is. */
export async function ensureDemoPeople(store: PeopleStore): Promise<void> {
  const missing: Person[] = [];
  for (const [persona, { name, unit, roles }] of Object.entries(demoPersonas)) {
    if (await store.byKey(demoIssuer, persona)) continue;
    const key = { issuer: demoIssuer, subject: persona };
    missing.push({ id: randomUUID(), reportId: randomUUID(), key, name, unit, roles, ...noRosterRow });
  }
  if (missing.length > 0) await store.save({ units, people: missing });
}
