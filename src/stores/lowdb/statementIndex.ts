import type { StatementQuery } from '../../lrs/ports.ts';
import type { References } from '../../xapi/references.ts';
import type { Span } from './statementGroup.ts';
import { inAll, lowerBound, Postings } from './postings.ts';
import { merged, StatementTargets } from './statementTargets.ts';

type Names = Map<string, Postings>;

/** What the index keeps of a statement. */
export interface IndexEntry {
  readonly id: string;
  /** When it was stored, ISO 8601 UTC. */
  readonly stored: string;
  readonly references: References;
  /** The SHA-2 of every attachment. */
  readonly attachments: readonly string[];
  readonly span: Span;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly ascending: boolean;
}

export interface NumberPage {
  readonly numbers: readonly number[];
  /** The cursor of the next page, or null when there is no more. */
  readonly next: string | null;
}

/**
 * Where the durable statements stand in the journal, and where the filters find them: in memory, the statements themselves not.
 * A statement's number is its place in the order of storing: it never changes, not by an erasure either, so a cursor stays right.
 */
export class StatementIndex {
  /** By number. */
  readonly #spans: Span[] = [];
  readonly #storedAt: number[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #voidingNumbers = new Set<number>();
  readonly #voidedIds = new Set<string>();
  /** Statements that no query shows: voided ones and erased ones. */
  readonly #hidden = new Set<number>();
  readonly #erased = new Set<number>();
  readonly #directAgents: Names = new Map();
  readonly #relatedAgents: Names = new Map();
  readonly #directActivities: Names = new Map();
  readonly #relatedActivities: Names = new Map();
  readonly #verbs: Names = new Map();
  readonly #registrations: Names = new Map();
  readonly #attachments: Names = new Map();
  readonly #targets = new StatementTargets();

  /** How many statements were ever stored, erased ones included. */
  get size(): number {
    return this.#spans.length;
  }

  /** When the newest statement was stored, in milliseconds; 0 when there is none. */
  get lastStored(): number {
    return this.#storedAt.at(-1) ?? 0;
  }

  /** @param entry of a statement whose id is not here, stored no earlier than the last one added. */
  add({ id, stored, references, attachments, span }: IndexEntry): void {
    const number = this.#spans.push(span) - 1;
    this.#storedAt.push(Date.parse(stored));
    const key = keyOf(id);
    this.#numbers.set(key, number);
    if (references.voids !== null) this.#voidingNumbers.add(number);
    else if (this.#voidedIds.has(key)) this.#hidden.add(number);
    if (references.voids !== null) this.#void(references.voids);
    post(this.#directAgents, references.agents.direct, number);
    post(this.#relatedAgents, references.agents.related, number);
    post(this.#directActivities, references.activities.direct, number);
    post(this.#relatedActivities, references.activities.related, number);
    post(this.#verbs, [references.verb], number);
    if (references.registration !== null) post(this.#registrations, [references.registration], number);
    post(this.#attachments, attachments, number);
    if (references.targets !== null) this.#targets.add(number, references.targets);
  }

  /** Takes up the number of a statement that was erased before. @param voids the id it voided, or null. */
  addErased(span: Span, voids: string | null): void {
    this.#hidden.add(this.#spans.push(span) - 1);
    this.#storedAt.push(this.lastStored);
    if (voids !== null) this.#void(voids);
  }

  /** Forgets a statement's id and hides it for ever; what it voided stays voided. */
  erase(id: string): void {
    const number = this.numberOf(id);
    if (number === null) return;
    this.#hidden.add(number);
    this.#erased.add(number);
    this.#numbers.delete(keyOf(id));
  }

  numberOf(id: string): number | null {
    return this.#numbers.get(keyOf(id)) ?? null;
  }

  spanOf(number: number): Span {
    return this.#spans[number]!;
  }

  /** A voiding statement cannot be voided (xAPI 1.0.3, Data 2.3.2). Which of the two came first makes no difference. */
  isVoided(id: string): boolean {
    const number = this.numberOf(id);
    return number !== null && this.#hidden.has(number);
  }

  /** @throws RangeError when the query's cursor is none. */
  find(query: StatementQuery): NumberPage {
    const numbers: number[] = [];
    for (const number of this.#matching(query)) {
      if (this.#hidden.has(number)) continue;
      if (numbers.length === query.limit) return { numbers, next: numbers.at(-1)!.toString(36) };
      numbers.push(number);
    }
    return { numbers, next: null };
  }

  /** The statements of a registration that are not hidden, in the order they were stored. */
  ofRegistration(registration: string): readonly number[] {
    const numbers = this.#registrations.get(registration.toLowerCase())?.between(0, this.size, true) ?? [];
    return [...numbers].filter((number) => !this.#hidden.has(number));
  }

  registrations(): readonly string[] {
    return [...this.#registrations.keys()];
  }

  /** The key of every agent that a statement names anywhere. */
  agents(): readonly string[] {
    return [...this.#relatedAgents.keys()];
  }

  /** Every statement that names one of these agents anywhere, voided ones too, in the order they were stored. */
  naming(agents: readonly string[]): readonly number[] {
    const lists = agents.map((agent) => this.#relatedAgents.get(agent)).filter((list) => list !== undefined);
    const numbers = new Set(lists.flatMap((list) => [...list.between(0, this.size, true)]));
    return [...numbers].sort((one, other) => one - other);
  }

  /** Whether a statement that is not erased has this attachment. */
  isAttached(sha2: string): boolean {
    const attached = this.#attachments.get(sha2)?.between(0, this.size, true) ?? [];
    return [...attached].some((number) => !this.#erased.has(number));
  }

  /** What every filter of the query leaves by itself or by what it targets, hidden statements included. */
  #matching(query: StatementQuery): Iterable<number> {
    const range = this.#range(query);
    const lists = this.#listsOf(query);
    if (lists.length === 0) return numbersIn(range);
    const known = lists.filter((list) => list !== undefined);
    if (known.length < lists.length) return [];
    const { from, to, ascending } = range;
    const reach = {
      numberOf: (id: string) => this.#numbers.get(id),
      matches: (number: number) => known.every((list) => list.has(number)),
    };
    const targeting = this.#targets.leadingToMatch(from, to, ascending, reach);
    return merged(inAll(known, range), targeting, ascending);
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
  #range({ since, until, cursor, ascending = false }: StatementQuery): Range {
    let from = since === undefined ? 0 : this.#firstStoredAfter(since);
    let to = until === undefined ? this.size : this.#firstStoredAfter(until);
    if (cursor !== undefined) {
      const last = numberIn(cursor);
      if (ascending) from = Math.max(from, last + 1);
      else to = Math.min(to, last);
    }
    return { from, to, ascending };
  }

  #firstStoredAfter(instant: string): number {
    const limit = Date.parse(instant);
    return lowerBound(this.size, (number) => this.#storedAt[number]! <= limit);
  }

  #void(id: string): void {
    this.#voidedIds.add(id);
    const number = this.numberOf(id);
    if (number !== null && !this.#voidingNumbers.has(number)) this.#hidden.add(number);
  }
}

/** UUIDs mean the same in either case (RFC 9562, 4). */
export function keyOf(id: string): string {
  return id.toLowerCase();
}

function post(names: Names, wanted: readonly string[], number: number): void {
  for (const name of wanted) {
    let list = names.get(name);
    if (list === undefined) names.set(name, (list = new Postings()));
    list.add(number);
  }
}

function* numbersIn({
  from,
  to,
  ascending,
}: {
  readonly from: number;
  readonly to: number;
  readonly ascending: boolean;
}) {
  if (ascending) for (let number = from; number < to; number += 1) yield number;
  else for (let number = to - 1; number >= from; number -= 1) yield number;
}

function numberIn(cursor: string): number {
  const number = /^[0-9a-z]{1,10}$/.test(cursor) ? Number.parseInt(cursor, 36) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new RangeError('not a cursor of this store');
  return number;
}
