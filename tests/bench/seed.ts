import { type BenchModule, BenchStatements } from '../support/benchStatements.ts';
import { openStore } from './openStore.ts';

/**
 * A process that fills a data folder through the store's own port. Arguments: the folder, how many statements, the run, the
 * module as JSON.
 */
const [dataDir = '', count = '', run = '', module = ''] = process.argv.slice(2);
const perGroup = 500;

const stores = await openStore(dataDir);
const source = new BenchStatements(JSON.parse(module) as BenchModule, run);
for (let left = Number(count); left > 0; left -= perGroup) {
  const group = Array.from({ length: Math.min(perGroup, left) }, () => source.next());
  await stores.statements.append(group);
}
await stores.close();
