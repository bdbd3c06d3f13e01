import type { StatementPage, StatementQuery } from '../../lrs/ports.ts';
import type { References } from '../../xapi/references.ts';
import type { StoredStatement } from '../../xapi/types.ts';
import { lowerBound, Postings } from './postings.ts';

type Names = Map<string, Postings>;

/**
 * The durable statements in memory, in the order they were stored, and where the filters find them.
 * A statement's number is its place in that order: it never changes, so a cursor stays right while statements arrive.
 */
export class StatementIndex {
  readonly #statements: StoredStatement[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #voidingNumbers = new Set<number>();
  readonly #voidedIds = new Set<string>();
  readonly #directAgents: Names = new Map();
  readonly #relatedAgents: Names = new Map();
  readonly #directActivities: Names = new Map();
  readonly #relatedActivities: Names = new Map();
  readonly #verbs: Names = new Map();
  readonly #registrations: Names = new Map();

  get size(): number {
    return this.#statements.length;
  }

  /** When the newest statement was stored, or null when there is none. */
  get lastStored(): string | null {
    return this.#statements.at(-1)?.stored ?? null;
  }

  /** @param statement one whose id is not here, stored no earlier than the last one added. */
  add(statement: StoredStatement, references: References): void {
    const number = this.#statements.push(statement) - 1;
    this.#numbers.set(keyOf(statement.id), number);
    if (references.voids !== null) {
      this.#voidingNumbers.add(number);
      this.#voidedIds.add(references.voids);
    }
    post(this.#directAgents, references.agents.direct, number);
    post(this.#relatedAgents, references.agents.related, number);
    post(this.#directActivities, references.activities.direct, number);
    post(this.#relatedActivities, references.activities.related, number);
    post(this.#verbs, [references.verb], number);
    if (references.registration !== null) post(this.#registrations, [references.registration], number);
  }

  get(id: string): StoredStatement | null {
    const number = this.#numbers.get(keyOf(id));
    return number === undefined ? null : this.#statements[number]!;
  }

  /** A voiding statement cannot be voided (xAPI 1.0.3, Data 2.3.2). Which of the two came first makes no difference. */
  isVoided(id: string): boolean {
    const number = this.#numbers.get(keyOf(id));
    return number !== undefined && this.#isHidden(number);
  }

  find(query: StatementQuery): StatementPage {
    const { from, to } = this.#range(query);
    const ascending = query.ascending ?? false;
    const statements: StoredStatement[] = [];
    let last = 0;
    for (const number of this.#matching(query, from, to, ascending)) {
      if (statements.length === query.limit) return { statements, next: cursorAt(last) };
      statements.push(this.#statements[number]!);
      last = number;
    }
    return { statements, next: null };
  }

  ofRegistration(registration: string): readonly StoredStatement[] {
    const numbers = this.#matching({ registration, limit: Infinity }, 0, this.size, true);
    return [...numbers].map((number) => this.#statements[number]!);
  }

  registrations(): readonly string[] {
    return [...this.#registrations.keys()];
  }

  /** Numbers of the statements that match, out of the shortest list that holds them all. */
  *#matching(query: StatementQuery, from: number, to: number, ascending: boolean): Generator<number> {
    const lists = this.#listsOf(query);
    if (lists.includes(undefined)) return;
    const [shortest, ...others] = (lists as Postings[]).toSorted((one, other) => one.length - other.length);
    const candidates = shortest?.between(from, to, ascending) ?? numbersBetween(from, to, ascending);
    for (const number of candidates) {
      if (!this.#isHidden(number) && others.every((list) => list.has(number))) yield number;
    }
  }

  /** One list for each filter the query has; undefined where no statement holds what it asks for. */
  #listsOf(query: StatementQuery): (Postings | undefined)[] {
    const agents = query.relatedAgents ? this.#relatedAgents : this.#directAgents;
    const activities = query.relatedActivities ? this.#relatedActivities : this.#directActivities;
    const filters: readonly (readonly [Names, string | undefined])[] = [
      [agents, query.agent],
      [activities, query.activity],
      [this.#verbs, query.verb],
      [this.#registrations, query.registration?.toLowerCase()],
    ];
    return filters.flatMap(([names, name]) => (name === undefined ? [] : [names.get(name)]));
  }

  /** Which numbers, from `from` to before `to`, the cursor and the instants leave. */
  #range({ since, until, cursor, ascending }: StatementQuery): { readonly from: number; readonly to: number } {
    let from = since === undefined ? 0 : this.#firstStoredAfter(since);
    let to = until === undefined ? this.size : this.#firstStoredAfter(until);
    if (cursor !== undefined) {
      const last = numberOf(cursor);
      if (ascending) from = Math.max(from, last + 1);
      else to = Math.min(to, last);
    }
    return { from, to };
  }

  #firstStoredAfter(instant: string): number {
    const limit = Date.parse(instant);
    return lowerBound(this.size, (number) => Date.parse(this.#statements[number]!.stored) <= limit);
  }

  #isHidden(number: number): boolean {
    if (this.#voidedIds.size === 0 || this.#voidingNumbers.has(number)) return false;
    return this.#voidedIds.has(keyOf(this.#statements[number]!.id));
  }
}

/** UUIDs mean the same in either case (RFC 9562, 4). */
function keyOf(id: string): string {
  return id.toLowerCase();
}

function post(names: Names, wanted: readonly string[], number: number): void {
  for (const name of wanted) {
    let list = names.get(name);
    if (list === undefined) names.set(name, (list = new Postings()));
    list.add(number);
  }
}

function* numbersBetween(from: number, to: number, ascending: boolean): Generator<number> {
  if (ascending) for (let number = from; number < to; number += 1) yield number;
  else for (let number = to - 1; number >= from; number -= 1) yield number;
}

function cursorAt(number: number): string {
  return number.toString(36);
}

function numberOf(cursor: string): number {
  const number = /^[0-9a-z]{1,10}$/.test(cursor) ? Number.parseInt(cursor, 36) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new RangeError('not a cursor of this store');
  return number;
}
