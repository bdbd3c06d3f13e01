import { randomUUID } from 'node:crypto';
import { noRosterRow, type Person, type Unit } from '../../src/people/ports.ts';
import type { Maintenance } from '../../src/server/maintenance.ts';

const units: readonly Unit[] = [
  { id: 'aikuissosiaalityo-lansi', name: 'Aikuissosiaalityö, länsi', parent: null },
  { id: 'terveysasema-ita', name: 'Terveysasema, itä', parent: null },
];

/** The rows of the local provider's people, by the id that their claims name. `outsider` has none. */
const rows: readonly (Pick<Person, 'name' | 'unit' | 'manages'> & { readonly rosterId: string })[] = [
  { rosterId: 'demo-1', name: 'Oppija', unit: 'aikuissosiaalityo-lansi', manages: [] },
  { rosterId: 'demo-2', name: 'Oppija 2', unit: 'terveysasema-ita', manages: [] },
  { rosterId: 'demo-3', name: 'Esihenkilö', unit: 'aikuissosiaalityo-lansi', manages: ['aikuissosiaalityo-lansi'] },
  { rosterId: 'demo-4', name: 'Koordinaattori', unit: 'terveysasema-ita', manages: [] },
];

/** Puts the units and the rows into a data folder that has nobody yet. */
export async function ensureDemoRoster(maintenance: Maintenance): Promise<void> {
  const stores = await maintenance.open();
  try {
    if ((await stores.people.people()).length > 0) return;
    const people = rows.map((row) => ({
      ...noRosterRow,
      id: randomUUID(),
      reportId: randomUUID(),
      key: null,
      roles: [],
      ...row,
    }));
    await stores.people.save({ units, people });
  } finally {
    await stores.close();
  }
}
