import type { StoredStatement } from '../../xapi/types.ts';
import { unavailable } from './errors.ts';
import type { Journal } from './journal.ts';
import { isErased } from './statementGroup.ts';
import type { Erased, Span } from './statementGroup.ts';
import { StatementCache } from './statementCache.ts';
import type { StatementIndex } from './statementIndex.ts';

/** Statements in memory, in bytes of their JSON. */
const cacheLimit = 16 * 1024 * 1024;
/** Statements this near to each other, in bytes, are read at once, up to so many bytes. */
const nearBy = 4 * 1024;
const longestRead = 1024 * 1024;

interface Wanted {
  readonly number: number;
  readonly span: Span;
}

/** Reads statements by number: from the memory where they were used lately, else from the journal. */
export class StatementReader {
  readonly #journal: Journal;
  readonly #index: StatementIndex;
  readonly #cache = new StatementCache(cacheLimit);

  constructor(journal: Journal, index: StatementIndex) {
    this.#journal = journal;
    this.#index = index;
  }

  /** Keeps a statement at hand that was just written. */
  keep(number: number, statement: StoredStatement): void {
    this.#cache.keep(number, statement, this.#index.spanOf(number).length);
  }

  forget(number: number): void {
    this.#cache.drop(number);
  }

  /**
   * The statements of these numbers in the order asked for, without those erased meanwhile.
   *
   * @throws StoreUnavailableError when the disk does not give them.
   */
  async read(numbers: readonly number[]): Promise<readonly StoredStatement[]> {
    const found = new Map<number, StoredStatement>();
    const missing: Wanted[] = [];
    for (const number of numbers) {
      const statement = this.#cache.get(number);
      if (statement === null) missing.push({ number, span: this.#index.spanOf(number) });
      else found.set(number, statement);
    }
    if (missing.length > 0) await Promise.all(runsOf(missing).map((run) => this.#readRun(run, found)));
    return numbers.map((number) => found.get(number)).filter((statement) => statement !== undefined);
  }

  async #readRun(run: readonly Wanted[], found: Map<number, StoredStatement>): Promise<void> {
    const first = run[0]!.span.start;
    const last = run.at(-1)!.span;
    const bytes = await this.#journal.read(first, last.start + last.length - first);
    for (const { number, span } of run) {
      const statement = parsed(bytes.toString('utf8', span.start - first, span.start - first + span.length));
      if (isErased(statement)) continue;
      found.set(number, frozen(statement));
      this.#cache.keep(number, statement, span.length);
    }
  }
}

/** Gathers what stands close together in the file. */
function runsOf(wanted: readonly Wanted[]): Wanted[][] {
  const runs: Wanted[][] = [];
  for (const one of wanted.toSorted((left, right) => left.span.start - right.span.start)) {
    const run = runs.at(-1);
    const end = run === undefined ? 0 : run.at(-1)!.span.start + run.at(-1)!.span.length;
    const begin = run?.[0]!.span.start ?? 0;
    if (run !== undefined && one.span.start - end < nearBy && end - begin < longestRead) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

function parsed(json: string): StoredStatement | Erased {
  try {
    return JSON.parse(json) as StoredStatement | Erased;
  } catch (cause) {
    throw unavailable('The journal has been damaged since the start', cause);
  }
}

/** Statements are shared by everybody who reads them: nobody may change them. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) frozen(member);
    Object.freeze(value);
  }
  return value;
}
