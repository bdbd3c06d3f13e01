import { openLowdbStores, type Stores } from '../../src/stores/lowdb/openStores.ts';

/** The embedded store of a data folder, without the product around it. */
export function openStore(dataDir: string): Promise<Stores> {
  return openLowdbStores({
    dataDir,
    clock: () => new Date(),
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    onFatal: (error) => {
      throw error;
    },
  });
}
