import type {
  DocumentAddress,
  DocumentContext,
  DocumentFilter,
  KeptDocument,
  ListedDocument,
  StoredDocument,
} from '../../lrs/documentPorts.ts';
import type { DocumentChange } from './documentChanges.ts';

interface Entry extends KeptDocument {
  /** How many bytes its record takes in the journal. */
  readonly bytes: number;
}

/** The durable documents in memory: by context, and within it by registration and id. */
export class DocumentIndex {
  readonly #contexts = new Map<string, Map<string, Entry>>();
  #bytes = 0;

  /** How many bytes of the journal's records still count. */
  get bytes(): number {
    return this.#bytes;
  }

  get(address: DocumentAddress): StoredDocument | null {
    return this.#contexts.get(contextKey(address.context))?.get(documentKey(address))?.document ?? null;
  }

  list(context: DocumentContext, { registration, since }: DocumentFilter): readonly ListedDocument[] {
    const after = since === undefined ? -Infinity : Date.parse(since);
    return [...(this.#contexts.get(contextKey(context))?.values() ?? [])]
      .map(({ address, document }) => ({
        id: address.id,
        registration: address.registration,
        updated: document.updated,
      }))
      .filter((listed) => registration === undefined || listed.registration === registration)
      .filter(({ updated }) => Date.parse(updated) > after);
  }

  ofAgent(agent: string): readonly KeptDocument[] {
    return [...this.#contexts.values()]
      .flatMap((documents) => [...documents.values()])
      .filter(({ address }) => agentOf(address.context) === agent)
      .map(({ address, document }) => ({ address, document }));
  }

  /** @param bytes of the change's record */
  apply(change: DocumentChange, bytes: number): void {
    switch (change.kind) {
      case 'put':
        return this.#put({ address: change.address, document: change.document, bytes });
      case 'remove':
        return this.#remove(change.address);
      case 'removeAll':
        return this.#removeWhere(
          change.context,
          ({ address }) => change.registration === null || address.registration === change.registration,
        );
    }
  }

  eraseAgent(agent: string): void {
    for (const documents of [...this.#contexts.values()]) {
      const [first] = documents.values();
      if (first && agentOf(first.address.context) === agent) this.#removeWhere(first.address.context, () => true);
    }
  }

  /** The key of every agent that has documents. */
  agents(): readonly string[] {
    const firsts = [...this.#contexts.values()].map((documents) => [...documents.values()][0]!);
    const agents = firsts.map(({ address }) => agentOf(address.context)).filter((agent) => agent !== null);
    return [...new Set(agents)];
  }

  /** A change for each document: replayed in this order they make the same documents again. */
  *changes(): Generator<DocumentChange> {
    for (const documents of this.#contexts.values()) {
      for (const { address, document } of documents.values()) yield { kind: 'put', address, document };
    }
  }

  #put(entry: Entry): void {
    const context = contextKey(entry.address.context);
    let documents = this.#contexts.get(context);
    if (documents === undefined) this.#contexts.set(context, (documents = new Map<string, Entry>()));
    const key = documentKey(entry.address);
    this.#bytes += entry.bytes - (documents.get(key)?.bytes ?? 0);
    documents.set(key, entry);
  }

  #remove(address: DocumentAddress): void {
    const key = documentKey(address);
    this.#removeWhere(address.context, (entry) => documentKey(entry.address) === key);
  }

  #removeWhere(context: DocumentContext, matches: (entry: Entry) => boolean): void {
    const documents = this.#contexts.get(contextKey(context));
    if (documents === undefined) return;
    for (const [key, entry] of documents) {
      if (!matches(entry)) continue;
      documents.delete(key);
      this.#bytes -= entry.bytes;
    }
    if (documents.size === 0) this.#contexts.delete(contextKey(context));
  }
}

/** The agent whose documents a context holds, or null. */
export function agentOf(context: DocumentContext): string | null {
  return context.resource === 'activityProfile' ? null : context.agent;
}

/** One text for one context: what exclusive work is keyed by, too. */
export function contextKey(context: DocumentContext): string {
  const { resource, activity = null, agent = null } = { activity: undefined, agent: undefined, ...context };
  return JSON.stringify([resource, activity, agent]);
}

function documentKey({ registration, id }: DocumentAddress): string {
  return JSON.stringify([registration, id]);
}
