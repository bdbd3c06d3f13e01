import type { SettingsStore } from '../lrs/ports.ts';
import { CompletionIndex } from '../reports/completionIndex.ts';
import { openLowdbStores, type OpenOptions, type Stores } from '../stores/lowdb/openStores.ts';

export interface IndexedStores {
  readonly stores: Stores;
  readonly idBase: string;
  /** Who has completed what, from the first statement of the journal on. */
  readonly completions: CompletionIndex;
}

/**
 * Opens the stores together with the index of completions, which is made while the journal is read anyway.
 *
 * @param moduleToday the id that a module goes by today, by any it had
 * @param idBaseOf the base of ids, from the settings, before any statement is read
 */
export async function openIndexed(
  options: Omit<OpenOptions, 'watchFrom'>,
  idBaseOf: (settings: SettingsStore) => Promise<string>,
  moduleToday?: (module: string) => string,
): Promise<IndexedStores> {
  let indexed: { readonly idBase: string; readonly completions: CompletionIndex } | null = null;
  const stores = await openLowdbStores({
    ...options,
    watchFrom: async (settings) => {
      const idBase = await idBaseOf(settings);
      const completions = new CompletionIndex(idBase, moduleToday);
      indexed = { idBase, completions };
      return (change) => completions.take(change);
    },
  });
  return { stores, ...indexed! };
}
