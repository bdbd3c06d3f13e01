import type { ContentId } from './contentIds.ts';
import type { LedgerEntry } from './ledger.ts';
import { nearest } from './nearest.ts';
import { aroundOf, type Successors } from './replaced.ts';

/**
 * The new id that an author most likely gave to what is gone, or null: of the same kind and in the same place, with
 * nearly the same name, or else the only new one where only one is gone. What is gone cannot be read, so that names decide.
 *
 * @param gone all that is gone, `entry` among them
 * @param fresh ids of the published content that the ledger does not hold
 */
export function likelySuccessor(
  entry: LedgerEntry,
  gone: readonly LedgerEntry[],
  fresh: readonly ContentId[],
  successors: Successors,
): string | null {
  const place = placeOf(entry, successors);
  const here = fresh.filter((candidate) => candidate.kind === entry.kind && placeOf(candidate, successors) === place);
  const name = nearest(
    nameOf(entry.id),
    here.map(({ id }) => nameOf(id)),
  );
  const namedAlike = here.find(({ id }) => nameOf(id) === name);
  if (namedAlike) return namedAlike.id;
  const goneHere = gone.filter((other) => other.kind === entry.kind && placeOf(other, successors) === place);
  if (here.length === 1 && goneHere.length === 1) return here[0]!.id;
  return movedQuestion(entry, fresh);
}

/** Where something stands today: the question of a choice, the module of a section, the quiz of a question. */
function placeOf({ kind, id }: Pick<LedgerEntry, 'kind' | 'id'>, successors: Successors): string {
  const outer = aroundOf({ kind, id });
  if (outer) return successors.finalOf(outer.kind, outer.id) ?? outer.id;
  return id.slice(0, Math.max(0, id.lastIndexOf('/')));
}

/** A question of the same name in a new quiz: the quiz's file was renamed. */
function movedQuestion({ kind, id }: LedgerEntry, fresh: readonly ContentId[]): string | null {
  if (kind !== 'question') return null;
  const found = fresh.filter((candidate) => candidate.kind === kind && nameOf(candidate.id) === nameOf(id));
  return found.length === 1 ? found[0]!.id : null;
}

function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
