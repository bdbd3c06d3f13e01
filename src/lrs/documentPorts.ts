/**
 * What documents belong to (xAPI 1.0.3, Communication 2.3, 2.6 and 2.7). `agent` is the canonical key of
 * `xapi/actors.ts` `actorKey`, `activity` an IRI.
 */
export type DocumentContext =
  | { readonly resource: 'state'; readonly activity: string; readonly agent: string }
  | { readonly resource: 'activityProfile'; readonly activity: string }
  | { readonly resource: 'agentProfile'; readonly agent: string };

export type DocumentResource = DocumentContext['resource'];

/** Where one document is kept. Two that differ in their registration, or in having one, are different documents. */
export interface DocumentAddress {
  readonly context: DocumentContext;
  /** A UUID in lower case; null for a state without one, and always for profiles. */
  readonly registration: string | null;
  /** The stateId or profileId. */
  readonly id: string;
}

/** Any octets, and the Content-Type they came with. */
export interface DocumentContent {
  readonly contentType: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface StoredDocument extends DocumentContent {
  /** When it was stored or changed last, ISO 8601 UTC. */
  readonly updated: string;
}

export interface ListedDocument {
  readonly id: string;
  readonly registration: string | null;
  readonly updated: string;
}

/** A document with where it is kept. */
export interface KeptDocument {
  readonly address: DocumentAddress;
  readonly document: StoredDocument;
}

export interface DocumentFilter {
  /** Only those of this registration; absent: of every registration, and of none. */
  readonly registration?: string;
  /** Only those stored or changed after this instant (exclusive), ISO 8601 UTC. */
  readonly since?: string;
}

/**
 * What the use cases need of a store of documents. One contract suite judges every implementation. Reads show durable
 * documents only, and every change resolves once it is durable; it rejects with StoreUnavailableError when it was not made.
 */
export interface DocumentStore {
  /** Runs `work` alone among all such work on this context, so that what was read still holds when it writes. */
  exclusively<T>(context: DocumentContext, work: () => Promise<T>): Promise<T>;
  get(address: DocumentAddress): Promise<StoredDocument | null>;
  /** The documents of a context, in the order they were first stored. */
  list(context: DocumentContext, filter: DocumentFilter): Promise<readonly ListedDocument[]>;
  /** Every state and profile document of an agent. */
  ofAgent(agent: string): Promise<readonly KeptDocument[]>;
  /** Stores a document or takes its place; `erased`: its agent was erased, and nothing of it is stored, now or later. */
  put(address: DocumentAddress, content: DocumentContent): Promise<'stored' | 'erased'>;
  /** Removes a document; where there is none, nothing happens. */
  remove(address: DocumentAddress): Promise<void>;
  /** Removes all documents of a context in one step; with `registration` only those of it. */
  removeAll(context: DocumentContext, registration?: string): Promise<void>;
  /**
   * Removes every state and profile document of an agent for good: once it resolves, nothing of them is left in the
   * store's files, and no `put` is taken for the agent any more. Doing it twice changes nothing.
   */
  eraseAgent(agent: string): Promise<void>;
}
