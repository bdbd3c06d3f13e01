import type { LedgerEntry } from '../../../src/course/ledger.ts';
import type { EditedKind } from '../addresses.ts';
import { textOf, valueAt } from './formValue.ts';
import type { FormValue } from './formValue.ts';
import type { Path } from './posted.ts';

/**
 * Tells the places of ids in a quiz that learners' records name, by the ledger: they stay as they are.
 * @param file what the file says, not what the form does
 */
export function lockedIn(ledger: readonly LedgerEntry[], kind: EditedKind, quiz: string, file: FormValue) {
  const published = new Set(ledger.map((entry) => `${entry.kind} ${entry.id}`));
  /** @param path of a thing that has an id, as the file counts */
  return (path: Path): boolean => {
    if (kind !== 'quiz' || path[0] !== 'questions') return false;
    const question = textOf(valueAt(file, path.slice(0, 2)), 'id');
    const id = textOf(valueAt(file, path), 'id');
    if (question === undefined || id === undefined) return false;
    return published.has(path.length === 2 ? `question ${quiz}/${id}` : `choice ${quiz}/${question}/${id}`);
  };
}

/** Published ids that a quiz's form no longer has. */
export function lostIds(
  ledger: readonly LedgerEntry[],
  before: readonly string[],
  after: readonly string[],
): readonly string[] {
  const published = new Set(ledger.filter(({ retired }) => !retired).map(({ kind, id }) => `${kind} ${id}`));
  return before.filter((id) => published.has(id) && !after.includes(id));
}
