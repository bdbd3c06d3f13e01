import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from './openStore.ts';

/**
 * A process that tells what an opened store holds in memory: on the heap and in buffers, in use after a garbage collection,
 * once every registration was read, so that what it keeps of what it read is there too. Run with `--expose-gc`. Argument:
 * the data folder. Writes `{journalBytes, heldBytes}` to standard output.
 */
const [dataDir = ''] = process.argv.slice(2);

function usedBytes(): number {
  globalThis.gc!();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const before = usedBytes();
const stores = await openStore(dataDir);
for (const registration of await stores.statements.registrations()) {
  await stores.statements.ofRegistration(registration);
}
const heldBytes = usedBytes() - before;
await stores.close();
const { size: journalBytes } = await stat(join(dataDir, 'statements.journal'));
process.stdout.write(`${JSON.stringify({ journalBytes, heldBytes })}\n`);
