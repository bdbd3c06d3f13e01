import { demoPersonas, ensureDemoPeople } from '../../src/people/demoPersonas.ts';
import type { StoredStatement } from '../../src/xapi/types.ts';
import { benchIdBase } from '../support/benchStatements.ts';
import { cityRecords } from '../support/cityRecords.ts';
import { openStore } from './openStore.ts';

/**
 * A process that fills a data folder with a city: people below the demo manager's unit, and completions alone. Arguments: the
 * folder, how many people, the modules as JSON.
 */
const [dataDir = '', count = '', modules = ''] = process.argv.slice(2);
const perGroup = 500;

const stores = await openStore(dataDir);
const city = cityRecords(Number(count), JSON.parse(modules) as { id: string; version: number }[], benchIdBase);
await stores.settings.keepIdBase(benchIdBase);
await ensureDemoPeople(stores.people);
const top = demoPersonas['manager']!.unit;
const units = city.units.map((unit) => ({ ...unit, parent: unit.parent ?? top }));
await stores.people.save({ units, people: city.people });
const group: StoredStatement[] = [];
for (const statement of city.completions()) {
  group.push(statement);
  if (group.length === perGroup) await stores.statements.append(group.splice(0));
}
if (group.length > 0) await stores.statements.append(group);
await stores.close();
