import { parseLedger } from '../course/ledger.ts';
import { formerIdsOf } from '../course/replaced.ts';

/** The ledger as it stands; empty where there is none. */
const texts: Readonly<Record<string, string>> = import.meta.glob('../content/published-ids.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const { entries } = parseLedger(Object.values(texts).join('\n'));

/** The ids a module had before, the newest first: what its learners keep in their browsers lies under the one of its day. */
export function formerIds(module: string): readonly string[] {
  return formerIdsOf(module, entries);
}
