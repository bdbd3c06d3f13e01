import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import { statement, uuid } from './storesStatements.ts';

/**
 * A process that appends without end and tells each acknowledged number on its standard output, for a test to kill.
 * Arguments: the data folder, the first number to use, how many writers.
 */
const [dataDir, first, writers] = process.argv.slice(2);
const stores = await openLowdbStores({
  dataDir: dataDir!,
  clock: () => new Date(),
  logger: { info: () => {}, warn: () => {}, error: () => {} },
  onFatal: () => process.exit(2),
});

// A killed process leaves no cache behind by itself: with one the next starts in half the time.
flushCompileCache();

let next = Number(first);
async function appendForever(): Promise<never> {
  for (;;) {
    const number = next;
    next += 2;
    const registration = uuid(number);
    // A trigger and what follows from it: both come back, or neither.
    const group = [
      statement(number, { context: { registration } }),
      statement(number + 1, { context: { registration } }),
    ];
    const outcome = await stores.statements.append(group);
    if (outcome.kind === 'stored') writeSync(1, `${number}\n`);
  }
}

writeSync(1, 'open\n');
await Promise.all(Array.from({ length: Number(writers) }, appendForever));
