import type { AppendOutcome, StatementPage, StatementQuery, StatementStore } from '../../lrs/ports.ts';
import { sameStatement } from '../../xapi/equality.ts';
import { referencesOf } from '../../xapi/references.ts';
import type { NewStatement, StoredStatement } from '../../xapi/types.ts';
import type { Clock, Logger } from './environment.ts';
import { DamagedFileError } from './errors.ts';
import { Journal } from './journal.ts';
import type { JournalOptions } from './journal.ts';
import { KeyedMutex } from './keyedMutex.ts';
import { StatementIndex } from './statementIndex.ts';

export interface StatementStoreOptions extends Omit<JournalOptions, 'replay'> {
  readonly clock: Clock;
  readonly logger: Logger;
  /** From this many statements on the store warns that it is not meant for so many. */
  readonly adviseBelow: number;
}

/** A group between the decision to store it and its fate. */
interface InFlight {
  readonly stored: string;
  /** Resolves, and never rejects, once the group is durable or refused. */
  readonly settled: Promise<unknown>;
}

/**
 * Statements in a journal, each group of one append on one line, and an index of them in memory.
 * Only what is durable is in the index; what is on its way is known by id, so that a second append with the same id waits for
 * the first one's fate.
 */
export class JournalStatementStore implements StatementStore {
  readonly #journal: Journal;
  readonly #index: StatementIndex;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #adviseBelow: number;
  readonly #mutex = new KeyedMutex();
  readonly #inFlight = new Map<string, InFlight>();
  #lastStored: number;
  #hasWarned = false;

  private constructor(journal: Journal, index: StatementIndex, { clock, logger, adviseBelow }: StatementStoreOptions) {
    this.#journal = journal;
    this.#index = index;
    this.#clock = clock;
    this.#logger = logger;
    this.#adviseBelow = adviseBelow;
    this.#lastStored = index.lastStored === null ? 0 : Date.parse(index.lastStored);
    this.#warnWhenLarge();
    this.#warnWhenAhead();
  }

  /** @throws DamagedFileError when the journal holds what the store did not write. */
  static async open(options: StatementStoreOptions): Promise<JournalStatementStore> {
    const index = new StatementIndex();
    const journal = await Journal.open({ ...options, replay: (group) => replayGroup(index, group, options.path) });
    return new JournalStatementStore(journal, index, options);
  }

  /** What was trimmed at the opening, in a sentence; null when nothing was. */
  get recovered(): string | null {
    return this.#journal.recovered;
  }

  exclusively<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    return this.#mutex.run(keys, work);
  }

  async append(group: readonly NewStatement[]): Promise<AppendOutcome> {
    for (let other = this.#inFlightLike(group); other !== undefined; other = this.#inFlightLike(group))
      await other.settled;
    // From here to the entry in #inFlight nothing waits: what is decided still holds.
    const decision = decide(group, this.#index);
    if (decision.kind === 'conflict') return decision;
    if (decision.fresh.size > 0) await this.#write([...decision.fresh.values()]);
    const statements = group.map(({ id }) => this.#index.get(id)!);
    return { kind: 'stored', statements, created: decision.fresh.size };
  }

  get(id: string): Promise<StoredStatement | null> {
    return Promise.resolve(this.#index.get(id));
  }

  isVoided(id: string): Promise<boolean> {
    return Promise.resolve(this.#index.isVoided(id));
  }

  find(query: StatementQuery): Promise<StatementPage> {
    // The constructor turns a refused cursor, which is thrown, into a rejection.
    return new Promise((resolve) => resolve(this.#index.find(query)));
  }

  ofRegistration(registration: string): Promise<readonly StoredStatement[]> {
    return Promise.resolve(this.#index.ofRegistration(registration));
  }

  registrations(): Promise<readonly string[]> {
    return Promise.resolve(this.#index.registrations());
  }

  /** Everything stored before this instant can be read: what is on its way, or still to come, is stamped no earlier. */
  consistentThrough(): Promise<string> {
    const [oldest] = this.#inFlight.values();
    return Promise.resolve(oldest?.stored ?? new Date(this.#now()).toISOString());
  }

  /** @throws StoreUnavailableError when nothing can be appended any more. */
  checkOpen(): void {
    this.#journal.checkOpen();
  }

  close(): Promise<void> {
    return this.#journal.close();
  }

  /** A group on its way that shares an id with this one. */
  #inFlightLike(group: readonly NewStatement[]): InFlight | undefined {
    return group.map(({ id }) => this.#inFlight.get(keyOf(id))).find((other) => other !== undefined);
  }

  /** Stamps statements and makes them durable as one line of the journal. */
  async #write(fresh: readonly NewStatement[]): Promise<void> {
    this.#lastStored = this.#now();
    const stored = new Date(this.#lastStored).toISOString();
    const json = JSON.stringify(fresh.map((statement) => ({ ...statement, stored })));
    // The index gets what the disk gets: a caller that changes its statements afterwards changes nothing here.
    const entries = (JSON.parse(json) as StoredStatement[]).map(indexEntry);
    const written = this.#journal.append(json, () => {
      for (const { statement, references } of entries) this.#index.add(statement, references);
    });
    const inFlight: InFlight = { stored, settled: written.catch(() => {}) };
    for (const { id } of fresh) this.#inFlight.set(keyOf(id), inFlight);
    try {
      await written;
    } finally {
      for (const { id } of fresh) this.#inFlight.delete(keyOf(id));
    }
    this.#warnWhenLarge();
  }

  /** The clock, but never before the last statement stored: in milliseconds. */
  #now(): number {
    return Math.max(this.#clock().getTime(), this.#lastStored);
  }

  /** A clock that once ran ahead leaves its mark: `stored` stands still until the present has caught up. */
  #warnWhenAhead(): void {
    if (this.#lastStored <= this.#clock().getTime()) return;
    const fields = { lastStored: new Date(this.#lastStored).toISOString() };
    this.#logger.warn('The last statement was stored later than now. Check the clock of this machine.', fields);
  }

  #warnWhenLarge(): void {
    if (this.#hasWarned || this.#index.size < this.#adviseBelow) return;
    this.#hasWarned = true;
    const fields = { statements: this.#index.size, adviseBelow: this.#adviseBelow };
    this.#logger.warn(
      'The embedded store holds more statements than it is meant for. Plan the move to PostgreSQL.',
      fields,
    );
  }
}

type Decision =
  | { readonly kind: 'store'; readonly fresh: ReadonlyMap<string, NewStatement> }
  | { readonly kind: 'conflict'; readonly id: string };

/** Which statements of a group are new, by key of id: a repeat of one that is stored, or of one before it in the group, is not. */
function decide(group: readonly NewStatement[], index: StatementIndex): Decision {
  const fresh = new Map<string, NewStatement>();
  for (const statement of group) {
    const key = keyOf(statement.id);
    const known = index.get(key) ?? fresh.get(key);
    if (known === undefined) fresh.set(key, statement);
    else if (!sameStatement(known, statement)) return { kind: 'conflict', id: statement.id };
  }
  return { kind: 'store', fresh };
}

function replayGroup(index: StatementIndex, group: unknown, path: string): void {
  if (!Array.isArray(group)) throw new DamagedFileError(path, 'a line holds no group of statements');
  for (const { statement, references } of (group as StoredStatement[]).map(indexEntry))
    index.add(statement, references);
}

function indexEntry(statement: StoredStatement) {
  return { statement: frozen(statement), references: referencesOf(statement) };
}

/** Statements are shared by everybody who reads them: nobody may change them. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) frozen(member);
    Object.freeze(value);
  }
  return value;
}

/** UUIDs mean the same in either case (RFC 9562, 4). */
function keyOf(id: string): string {
  return id.toLowerCase();
}
