import type {
  AppendOutcome,
  ErasableStatementStore,
  StatementChange,
  StatementPage,
  StatementQuery,
  WatchStatements,
} from '../../lrs/ports.ts';
import { attachmentsOf } from '../../xapi/attachments.ts';
import { sameStatement } from '../../xapi/equality.ts';
import { referencesOf, voidedBy } from '../../xapi/references.ts';
import type { DraftStatement, StoredStatement } from '../../xapi/types.ts';
import type { Clock, Logger } from './environment.ts';
import { Journal } from './journal.ts';
import type { JournalOptions } from './journal.ts';
import { KeyedMutex } from './keyedMutex.ts';
import { eraseStatements } from './statementErasure.ts';
import { formatGroup, isErased, parseGroup, spansAt } from './statementGroup.ts';
import type { Erased, Span } from './statementGroup.ts';
import { keyOf, StatementIndex } from './statementIndex.ts';
import type { IndexEntry } from './statementIndex.ts';
import { frozen, StatementReader } from './statementReader.ts';
import type { Tombstones } from './tombstones.ts';

export interface StatementStoreOptions extends Omit<JournalOptions, 'replay'> {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly tombstones: Tombstones;
  /** From this many statements on the store warns that it is not meant for so many. */
  readonly adviseBelow: number;
  /** Told of everything that is in the journal while it is opened, then of what is stored, voided and erased. */
  readonly watch?: WatchStatements;
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
export class JournalStatementStore implements ErasableStatementStore {
  readonly #journal: Journal;
  readonly #index: StatementIndex;
  readonly #reader: StatementReader;
  readonly #options: StatementStoreOptions;
  readonly #mutex = new KeyedMutex();
  readonly #inFlight = new Map<string, InFlight>();
  #lastStored: number;
  #hasWarned = false;

  private constructor(journal: Journal, index: StatementIndex, options: StatementStoreOptions) {
    this.#journal = journal;
    this.#index = index;
    this.#reader = new StatementReader(journal, index);
    this.#options = options;
    this.#lastStored = index.lastStored;
    this.#warnWhenLarge();
    this.#warnWhenAhead();
  }

  /** @throws DamagedFileError when the journal holds what the store did not write. */
  static async open(options: StatementStoreOptions): Promise<JournalStatementStore> {
    const index = new StatementIndex();
    const journal = await Journal.open({
      ...options,
      replay: (record, place, json) => {
        const group = parseGroup(record, place, json, options.path);
        for (const { statement, span } of group) {
          if (isErased(statement)) index.addErased(span, statement?.voids ?? null);
          else index.add(entryOf(statement, span));
        }
        options.watch?.(
          changeOf(
            group.map(({ statement }) => statement),
            index,
          ),
        );
      },
    });
    return new JournalStatementStore(journal, index, options);
  }

  /** What was trimmed at the opening, in a sentence; null when nothing was. */
  get recovered(): string | null {
    return this.#journal.recovered;
  }

  exclusively<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    return this.#mutex.run(keys, work);
  }

  async append(group: readonly DraftStatement[]): Promise<AppendOutcome> {
    let known = new Map<string, StoredStatement>();
    while (!this.#isStillTrue(group, known)) known = await this.#knownOf(group);
    // From here to the entry in #inFlight nothing waits: what is decided still holds.
    const decision = decide(group, known, this.#options.tombstones);
    if (decision.kind !== 'store') return decision;
    const { fresh } = decision;
    const written = fresh.size === 0 ? [] : await this.#write([...fresh.values()]);
    for (const statement of written) known.set(keyOf(statement.id), statement);
    return { kind: 'stored', statements: group.map(({ id }) => known.get(keyOf(id))!), created: fresh.size };
  }

  async get(id: string): Promise<StoredStatement | null> {
    const number = this.#index.numberOf(id);
    return number === null ? null : ((await this.#reader.read([number]))[0] ?? null);
  }

  isVoided(id: string): Promise<boolean> {
    return Promise.resolve(this.#index.isVoided(id));
  }

  async find(query: StatementQuery): Promise<StatementPage> {
    const { numbers, next } = this.#index.find(query);
    return { statements: await this.#reader.read(numbers), next };
  }

  ofRegistration(registration: string): Promise<readonly StoredStatement[]> {
    return this.#reader.read(this.#index.ofRegistration(registration));
  }

  registrations(): Promise<readonly string[]> {
    return Promise.resolve(this.#index.registrations());
  }

  /** Everything stored before this instant can be read: what is on its way, or still to come, is stamped no earlier. */
  consistentThrough(): Promise<string> {
    const [oldest] = this.#inFlight.values();
    return Promise.resolve(oldest?.stored ?? new Date(this.#now()).toISOString());
  }

  async erase(agents: readonly string[]): Promise<{ readonly statements: number }> {
    const { tombstones } = this.#options;
    await tombstones.add({ agents });
    // What was decided before the tombstone is settled first; everything after it is refused.
    await Promise.all([...this.#inFlight.values()].map(({ settled }) => settled));
    const parts = { journal: this.#journal, index: this.#index, reader: this.#reader, tombstones };
    const removed = await eraseStatements(this.#index.naming(agents), parts);
    this.#options.watch?.({ added: [], removed });
    return { statements: removed.length };
  }

  /** Whether a statement has the attachment with this SHA-2, given in lower case. */
  isAttached(sha2: string): boolean {
    return this.#index.isAttached(sha2);
  }

  /** Every agent that a stored statement names and a tombstone refuses: a backup older than the erasure brought it back. */
  refusedAgents(): readonly string[] {
    return this.#index.agents().filter((agent) => this.#options.tombstones.holdsAgent(agent));
  }

  /** @throws StoreUnavailableError when nothing can be appended any more. */
  checkOpen(): void {
    this.#journal.checkOpen();
  }

  close(): Promise<void> {
    return this.#journal.close();
  }

  /** What is stored under a group's ids, by key of id, once what was on its way with one of them is settled. */
  async #knownOf(group: readonly DraftStatement[]): Promise<Map<string, StoredStatement>> {
    for (const { id } of group) await this.#inFlight.get(keyOf(id))?.settled;
    const numbers = group.map(({ id }) => this.#index.numberOf(id)).filter((number) => number !== null);
    return new Map((await this.#reader.read(numbers)).map((one) => [keyOf(one.id), one]));
  }

  /** Whether nothing came, and nothing was erased, while the known ones were read. */
  #isStillTrue(group: readonly DraftStatement[], known: ReadonlyMap<string, unknown>): boolean {
    return group.every(({ id }) => {
      const key = keyOf(id);
      return !this.#inFlight.has(key) && (this.#index.numberOf(key) !== null) === known.has(key);
    });
  }

  /** Stamps statements and makes them durable as one line of the journal. */
  async #write(fresh: readonly DraftStatement[]): Promise<readonly StoredStatement[]> {
    this.#lastStored = this.#now();
    const stored = new Date(this.#lastStored).toISOString();
    const statements = fresh.map((statement): StoredStatement => ({ timestamp: stored, ...statement, stored }));
    const { json, lengths } = formatGroup(statements);
    // The index and the memory get what the disk gets: nobody can change it meanwhile.
    frozen(statements);
    const written = this.#journal.append(json, (place) => {
      for (const [index, span] of spansAt(place, lengths).entries()) {
        const statement = statements[index]!;
        this.#index.add(entryOf(statement, span));
        this.#reader.keep(this.#index.size - 1, statement);
      }
      this.#options.watch?.(changeOf(statements, this.#index));
    });
    const inFlight: InFlight = { stored, settled: written.catch(() => {}) };
    for (const { id } of fresh) this.#inFlight.set(keyOf(id), inFlight);
    try {
      await written;
    } finally {
      for (const { id } of fresh) this.#inFlight.delete(keyOf(id));
    }
    this.#warnWhenLarge();
    return statements;
  }

  /** The clock, but never before the last statement stored: in milliseconds. */
  #now(): number {
    return Math.max(this.#options.clock().getTime(), this.#lastStored);
  }

  /** A clock that once ran ahead leaves its mark: `stored` stands still until the present has caught up. */
  #warnWhenAhead(): void {
    const { clock, logger } = this.#options;
    if (this.#lastStored <= clock().getTime()) return;
    const fields = { lastStored: new Date(this.#lastStored).toISOString() };
    logger.warn('The last statement was stored later than now. Check the clock of this machine.', fields);
  }

  #warnWhenLarge(): void {
    const { adviseBelow, logger } = this.#options;
    if (this.#hasWarned || this.#index.size < adviseBelow) return;
    this.#hasWarned = true;
    const fields = { statements: this.#index.size, adviseBelow };
    logger.warn('The embedded store holds more statements than it is meant for. Plan the move to PostgreSQL.', fields);
  }
}

function entryOf(statement: StoredStatement, span: Span): IndexEntry {
  const { id, stored } = statement;
  const attachments = attachmentsOf(statement).map(({ attachment }) => attachment.sha2.toLowerCase());
  return { id, stored, references: referencesOf(statement), attachments, span };
}

/** What a group changed in what the index shows, once it is in there. */
function changeOf(group: readonly (StoredStatement | Erased)[], index: StatementIndex): StatementChange {
  const added: StoredStatement[] = [];
  const removed: string[] = [];
  for (const statement of group) {
    const voids = isErased(statement) ? (statement?.voids ?? null) : voidedBy(statement);
    if (voids !== null && index.isVoided(voids)) removed.push(voids);
    if (!isErased(statement) && !index.isVoided(statement.id)) added.push(statement);
  }
  return { added, removed };
}

type Decision =
  | { readonly kind: 'store'; readonly fresh: ReadonlyMap<string, DraftStatement> }
  | { readonly kind: 'conflict' | 'erased'; readonly id: string };

/** Which statements of a group are new, by key of id: a repeat of one that is stored, or of one before it in the group, is not. */
function decide(
  group: readonly DraftStatement[],
  known: ReadonlyMap<string, StoredStatement>,
  tombstones: Tombstones,
): Decision {
  const fresh = new Map<string, DraftStatement>();
  for (const statement of group) {
    const key = keyOf(statement.id);
    const other = known.get(key) ?? fresh.get(key);
    if (other !== undefined && !sameStatement(other, statement)) return { kind: 'conflict', id: statement.id };
    if (other !== undefined) continue;
    if (tombstones.holds(statement)) return { kind: 'erased', id: statement.id };
    fresh.set(key, statement);
  }
  return { kind: 'store', fresh };
}
