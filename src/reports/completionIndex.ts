import { type Completion, completionsOf } from '../completion/completions.ts';
import type { StatementChange, StatementStore } from '../lrs/ports.ts';
import { completed } from '../xapi/verbs.ts';

const pageSize = 500;

/**
 * Who has completed what, in memory, kept as statements are stored, voided and erased: a report reads no statement. It is
 * never ahead of the disk, for the store tells of what is durable only. Nothing of it is stored: each start makes it again.
 */
export class CompletionIndex {
  readonly #idBase: string;
  readonly #moduleToday: (module: string) => string;
  readonly #byAccount = new Map<string, readonly Completion[]>();
  /** Whose completion a statement proves, by the statement's id in lower case. */
  readonly #accounts = new Map<string, string>();
  /** Each module's id once: a city has hundreds of thousands of completions. */
  readonly #modules = new Map<string, string>();
  readonly #versions = new Set<number>();

  /** @param moduleToday the id that a module goes by today, by any it had */
  constructor(idBase: string, moduleToday: (module: string) => string = (module) => module) {
    this.#idBase = idBase;
    this.#moduleToday = moduleToday;
  }

  get size(): number {
    return this.#accounts.size;
  }

  /** A person's completions in the order they were stored, by account name. */
  of(account: string): readonly Completion[] {
    return this.#byAccount.get(account) ?? [];
  }

  /** Everybody's, each person's in the order they were stored. */
  *all(): Generator<Completion> {
    for (const completions of this.#byAccount.values()) yield* completions;
  }

  /** Every content version that somebody has completed of some module, or had before an erasure. */
  versions(): Iterable<number> {
    return this.#versions;
  }

  /** Takes up what a store made durable: see `WatchStatements`. One that is known already changes nothing. */
  take({ added, removed }: StatementChange): void {
    for (const completion of completionsOf(added, this.#idBase)) this.#add(completion);
    for (const id of removed) this.#remove(id);
  }

  #add(completion: Completion): void {
    const id = completion.statementId.toLowerCase();
    if (this.#accounts.has(id)) return;
    const known = this.of(completion.account);
    const account = known[0]?.account ?? completion.account;
    const named = this.#moduleToday(completion.module);
    const module = this.#modules.get(named) ?? named;
    this.#modules.set(module, module);
    this.#versions.add(completion.moduleVersion);
    this.#accounts.set(id, account);
    this.#byAccount.set(account, [...known, { ...completion, account, module }]);
  }

  #remove(id: string): void {
    const account = this.#accounts.get(id);
    if (account === undefined) return;
    this.#accounts.delete(id);
    const left = this.of(account).filter(({ statementId }) => statementId.toLowerCase() !== id);
    if (left.length === 0) this.#byAccount.delete(account);
    else this.#byAccount.set(account, left);
  }
}

/** The same made anew from what a store's queries show, and from nothing else. */
export async function rebuiltIndex(statements: StatementStore, idBase: string): Promise<CompletionIndex> {
  const index = new CompletionIndex(idBase);
  let cursor: string | undefined;
  do {
    const page = await statements.find({ verb: completed.id, ascending: true, limit: pageSize, cursor });
    index.take({ added: page.statements, removed: [] });
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return index;
}

/** Every completion that only one of two indexes has, or has otherwise, as a line each; none where they are equal. */
export function differences(kept: CompletionIndex, rebuilt: CompletionIndex): readonly string[] {
  const linesOf = (index: CompletionIndex) => new Set([...index.all()].map(lineOf));
  const [inKept, inRebuilt] = [linesOf(kept), linesOf(rebuilt)];
  return [
    ...[...inKept].filter((line) => !inRebuilt.has(line)).map((line) => `only kept: ${line}`),
    ...[...inRebuilt].filter((line) => !inKept.has(line)).map((line) => `only rebuilt: ${line}`),
  ];
}

function lineOf({ statementId, account, module, moduleVersion, completedAt }: Completion): string {
  return [statementId, account, module, moduleVersion, completedAt].join(' ');
}
