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
  /** The id that a module took back, by each that it went by meanwhile. */
  readonly #takenBack: ReadonlyMap<string, string>;

  constructor(ledger: readonly LedgerEntry[]) {
    this.#entries = new Map(ledger.map((entry) => [keyOf(entry), entry]));
    this.#takenBack = new Map(ledger.flatMap(({ id, formerly = [] }) => formerly.map((former) => [former, id])));
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
    const takenBack = kind === 'module' ? this.#takenBack.get(id) : undefined;
    if (takenBack !== undefined) return takenBack;
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
      publishedIds(kind, ledger).flatMap((id) => {
        const final = successors.finalOf(kind, id);
        return final === null || final === id ? [] : [[id, final]];
      }),
    );
  return Object.fromEntries(ledgerKinds.map((kind) => [kind, ofKind(kind)])) as Record<
    LedgerKind,
    Record<string, string>
  >;
}

/** The ids of a kind that records may name. A module's sections went along to the ids that it went by meanwhile. */
function publishedIds(kind: LedgerKind, ledger: readonly LedgerEntry[]): readonly string[] {
  const own = ledger.flatMap((entry) => (entry.kind === kind ? [entry.id] : []));
  const meanwhile = ledger.flatMap(({ id, formerly = [] }) => formerly.map((former) => ({ id, former })));
  if (kind === 'module') return [...own, ...meanwhile.map(({ former }) => former)];
  if (kind !== 'section') return own;
  const along = meanwhile.flatMap(({ id, former }) =>
    own.filter((section) => section.startsWith(`${id}/`)).map((section) => `${former}${section.slice(id.length)}`),
  );
  return [...own, ...along];
}

/**
 * The ids a module had before, the newest first. No two modules became one, so that each had one before it at most.
 *
 * @param ledger one without mistakes; lines that lead round in a circle are followed once
 */
export function formerIdsOf(module: string, ledger: readonly LedgerEntry[]): readonly string[] {
  const meanwhile = new Map(ledger.map((entry) => [keyOf(entry), entry.formerly ?? []]));
  const all = lineage(module, ledger).flatMap((id) => [id, ...(meanwhile.get(keyOf({ kind: 'module', id })) ?? [])]);
  return [...new Set(all)].slice(1);
}

/**
 * The id a module had when the first registration was issued in it: registrations are derived from that for ever
 * (docs/decisions/0003), under whatever id the module goes later.
 */
export function firstIdOf(module: string, ledger: readonly LedgerEntry[]): string {
  return lineage(module, ledger).at(-1) ?? module;
}

/** A module's id and those whose place it took, the newest first; without those it went by before it took one back. */
function lineage(module: string, ledger: readonly LedgerEntry[]): readonly string[] {
  const takenBack = new Set(ledger.flatMap(({ formerly = [] }) => formerly));
  const predecessors = new Map(
    ledger.flatMap(({ kind, id, replacedBy }) =>
      kind === 'module' && replacedBy && !takenBack.has(id) ? [[replacedBy, id]] : [],
    ),
  );
  const ids = new Set([module]);
  for (let before = predecessors.get(module); before !== undefined && !ids.has(before);) {
    ids.add(before);
    before = predecessors.get(before);
  }
  return [...ids];
}
