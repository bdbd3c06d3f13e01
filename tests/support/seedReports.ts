import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person, Unit } from '../../src/people/ports.ts';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import { completionStatement } from './cityRecords.ts';
import { somePerson } from './people.ts';
import { openOptions, settableClock } from './stores.ts';

/** The unit of the demo manager. */
const top = 'aikuissosiaalityo-lansi';
const units: readonly Unit[] = [
  { id: 'kuntouttava', name: 'Kuntouttava työtoiminta', parent: top },
  { id: 'tyokykyselvitys', name: 'Työkykyselvitys', parent: top },
  { id: 'nuoret', name: 'Nuorten palvelut', parent: 'kuntouttava' },
  { id: 'muualla', name: 'Muualla', parent: null },
];

/** What a report is to be tried on. */
export interface SeededReports {
  readonly dataDir: string;
  readonly people: readonly Person[];
}

/**
 * A data folder in which the demo manager has so many people in three units below the own one, with completions in the
 * year 2026: of person `n`, the first `n mod (modules + 1)` modules. The fifth person has no name any more, and one person is
 * somebody else's.
 */
export async function seedReports(
  idBase: string,
  modules: readonly { readonly id: string; readonly version: number }[],
  count: number,
): Promise<SeededReports> {
  const dataDir = await mkdtemp(join(tmpdir(), 'oppihetki-'));
  const clock = settableClock('2026-01-01T00:00:00.000Z');
  const stores = await openLowdbStores(openOptions(dataDir, clock.now));
  const people = Array.from({ length: count }, (_, number) =>
    somePerson(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, {
      reportId: `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      name: number === 4 ? null : `Henkilö ${String(number + 1).padStart(3, '0')}`,
      unit: units[number % 3]!.id,
    }),
  );
  const stranger = somePerson('20000000-0000-4000-8000-000000000000', {
    reportId: '30000000-0000-4000-8000-000000000000',
    name: 'Vieras',
    unit: 'muualla',
  });
  await stores.settings.keepIdBase(idBase);
  await stores.people.save({ units, people: [...people, stranger] });
  let day = Date.parse('2026-01-05T08:00:00.000Z');
  for (const [number, { id: account }] of [...people.entries(), [modules.length, stranger] as const]) {
    for (const module of modules.slice(0, number % (modules.length + 1))) {
      const timestamp = new Date(day).toISOString();
      clock.set(timestamp);
      await stores.statements.append([completionStatement({ idBase, account, module, timestamp })]);
      day += (1 + (number % 3)) * 20 * 60 * 60 * 1000;
    }
  }
  await stores.close();
  return { dataDir, people };
}
