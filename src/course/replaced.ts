import { keyOf, type LedgerEntry, type LedgerKind, ledgerKinds } from './ledger.ts';

/** Ids that were replaced, by kind: each with the one that counts for it today (docs/decisions/0023). */
export type Replaced = Readonly<Record<LedgerKind, Readonly<Record<string, string>>>>;

/** What a thing lies in: replaced, that takes it along. */
const around: Partial<Record<LedgerKind, LedgerKind>> = { choice: 'question', section: 'module' };

/** The thing around another: the question of a choice, the module of a section; null where there is none. */
export function aroundOf({ kind, id }: Pick<LedgerEntry, 'kind' | 'id'>): Pick<LedgerEntry, 'kind' | 'id'> | null {
  const outer = around[kind];
  return outer ? { kind: outer, id: id.slice(0, id.lastIndexOf('/')) } : null;
}

/** Finds where ids lead to. */
export class Successors {
  readonly #entries: ReadonlyMap<string, LedgerEntry>;

  constructor(ledger: readonly LedgerEntry[]) {
    this.#entries = new Map(ledger.map((entry) => [keyOf(entry), entry]));
  }

  /** The id that counts for another one today, which may be itself; null where the lines lead round in a circle. */
  finalOf(kind: LedgerKind, id: string): string | null {
    const seen = new Set<string>();
    let current = id;
    for (let next: string | null = id; next !== null; next = this.#next(kind, current)) {
      current = next;
      if (seen.has(current)) return null;
      seen.add(current);
    }
    return current;
  }

  #next(kind: LedgerKind, id: string): string | null {
    const replacedBy = this.#entries.get(keyOf({ kind, id }))?.replacedBy;
    if (replacedBy !== undefined) return replacedBy;
    const outer = aroundOf({ kind, id });
    const moved = outer && this.#next(outer.kind, outer.id);
    return moved === null ? null : `${moved}/${id.slice(id.lastIndexOf('/') + 1)}`;
  }
}

/** Every published id that another counts for today. Of a ledger without mistakes. */
export function replacedIds(ledger: readonly LedgerEntry[]): Replaced {
  const successors = new Successors(ledger);
  const ofKind = (kind: LedgerKind) =>
    Object.fromEntries(
      ledger.flatMap((entry) => {
        const final = entry.kind === kind ? successors.finalOf(kind, entry.id) : null;
        return final === null || final === entry.id ? [] : [[entry.id, final]];
      }),
    );
  return Object.fromEntries(ledgerKinds.map((kind) => [kind, ofKind(kind)])) as Record<
    LedgerKind,
    Record<string, string>
  >;
}

/**
 * The ids a module had before, the newest first. No two modules became one, so that each had one before it at most.
 *
 * @param ledger one without mistakes; lines that lead round in a circle are followed once
 */
export function formerIdsOf(module: string, ledger: readonly LedgerEntry[]): readonly string[] {
  const predecessors = new Map(
    ledger.flatMap(({ kind, id, replacedBy }) => (kind === 'module' && replacedBy ? [[replacedBy, id]] : [])),
  );
  const former = new Set([module]);
  for (let before = predecessors.get(module); before !== undefined && !former.has(before);) {
    former.add(before);
    before = predecessors.get(before);
  }
  return [...former].slice(1);
}

/**
 * The id a module had when the first registration was issued in it: registrations are derived from that for ever
 * (docs/decisions/0003), under whatever id the module goes later.
 */
export function firstIdOf(module: string, ledger: readonly LedgerEntry[]): string {
  return formerIdsOf(module, ledger).at(-1) ?? module;
}
