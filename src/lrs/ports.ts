import type { DraftStatement, StoredStatement } from '../xapi/types.ts';

/** What a filter asks for. Absent members do not filter. xAPI 1.0.3, Communication 2.1.3. */
export interface StatementQuery {
  /** Canonical key of an agent or identified group, from `xapi/actors.ts` `actorKey`. */
  readonly agent?: string;
  readonly verb?: string;
  readonly activity?: string;
  readonly registration?: string;
  readonly relatedActivities?: boolean;
  readonly relatedAgents?: boolean;
  /** Stored after this instant (exclusive), ISO 8601 UTC. */
  readonly since?: string;
  /** Stored at or before this instant (inclusive), ISO 8601 UTC. */
  readonly until?: string;
  readonly ascending?: boolean;
  /** At most this many statements; a positive integer. */
  readonly limit: number;
  /** Where the last page ended: the `next` of the page before. */
  readonly cursor?: string;
}

export interface StatementPage {
  readonly statements: readonly StoredStatement[];
  /** The cursor of the next page, or null when there is no more. */
  readonly next: string | null;
}

/** What became of a group: all of it is durable, or none of it was stored. */
export type AppendOutcome =
  /** In the group's order, each as it is stored; `created` counts those that were not there before. */
  | { readonly kind: 'stored'; readonly statements: readonly StoredStatement[]; readonly created: number }
  /** This id is stored already with another content. Nothing of the group was stored. */
  | { readonly kind: 'conflict'; readonly id: string }
  /** This id was erased, or the statement names somebody who was. Nothing of the group was stored, and never will be. */
  | { readonly kind: 'erased'; readonly id: string };

/**
 * What the use cases need of a store of statements. One contract suite judges every implementation.
 * Reads show durable statements only. Absent is null; every other failure travels up.
 */
export interface StatementStore {
  /**
   * Runs `work` alone among all work that shares one of `keys`, so that what is decided from reads still holds at the append.
   * Keys are taken in a fixed order: two callers cannot wait for each other.
   */
  exclusively<T>(keys: readonly string[], work: () => Promise<T>): Promise<T>;
  /**
   * Stores a group all or nothing and resolves once it is durable. The store stamps `stored`, which never runs backwards,
   * and gives a statement without `timestamp` the same time (xAPI 1.0.3, Data 2.4.7; 2.0.0, 4.2.4.2).
   * A statement whose id is stored with the same content (xAPI 1.0.3, Data 2.3.1) is answered as it stands and not stored again.
   * What is given becomes the store's, which may freeze it: a change made to it afterwards changes nothing that is stored.
   * Rejects with StoreUnavailableError when nothing of it could be written.
   */
  append(group: readonly DraftStatement[]): Promise<AppendOutcome>;
  /** A statement by id, voided or not. */
  get(id: string): Promise<StoredStatement | null>;
  isVoided(id: string): Promise<boolean>;
  /** Statements that are not voided and match, newest first unless `ascending`. */
  find(query: StatementQuery): Promise<StatementPage>;
  /** All statements of a registration that are not voided, in the order they were stored. */
  ofRegistration(registration: string): Promise<readonly StoredStatement[]>;
  /** Every registration that has a statement. */
  registrations(): Promise<readonly string[]>;
  /** The instant through which every stored statement can be read: X-Experience-API-Consistent-Through. */
  consistentThrough(): Promise<string>;
}

/** What changed in what a store's queries show. */
export interface StatementChange {
  /** Stored and durable, and not voided, in the order of storing. */
  readonly added: readonly StoredStatement[];
  /** Ids, in lower case, that no query shows any more: voided or erased. Some may never have been added. */
  readonly removed: readonly string[];
}

/**
 * Told of every change a store makes durable, one after another and each once, from the first statement that was ever stored:
 * what is kept from it always agrees with what the queries show. It must not throw, and takes no time to speak of.
 */
export type WatchStatements = (change: StatementChange) => void;

/** A store of statements that can forget a person for good. */
export interface ErasableStatementStore extends StatementStore {
  /**
   * Erases every statement that names one of these agents anywhere: as actor, object, member of a group, instructor, team,
   * authority, in the context or in a sub-statement; voided ones too. From the call on, no append that names one of them or
   * repeats one of the erased ids is taken: it is answered `erased`. What an erased statement voided stays voided.
   * A statement cannot be changed (xAPI 1.0.3, Data 2.3.1), so one that another person made about this one goes as a whole.
   * Resolves once it is durable; a call that was cut short is to be made again.
   *
   * @param agents canonical keys, see `actorKey`.
   * @returns how many statements went.
   */
  erase(agents: readonly string[]): Promise<{ readonly statements: number }>;
}

/** Facts the installation keeps for ever. */
export interface SettingsStore {
  /** The IRI base of ids and actors; null before the first start. */
  idBase(): Promise<string | null>;
  /** Keeps the base; resolves once durable. Rejects when another one is kept already. */
  keepIdBase(idBase: string): Promise<void>;
}
