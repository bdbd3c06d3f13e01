import type {
  DocumentAddress,
  DocumentContent,
  DocumentContext,
  DocumentFilter,
  DocumentStore,
  KeptDocument,
  ListedDocument,
  StoredDocument,
} from '../../lrs/documentPorts.ts';
import { type DocumentChange, formatChange, readChange } from './documentChanges.ts';
import { compactDocuments, type CompactionLimits } from './documentCompaction.ts';
import { agentOf, contextKey, DocumentIndex } from './documentIndex.ts';
import type { Clock } from './environment.ts';
import { DamagedFileError } from './errors.ts';
import { Journal } from './journal.ts';
import type { JournalOptions } from './journal.ts';
import { KeyedMutex } from './keyedMutex.ts';
import type { Tombstones } from './tombstones.ts';

export interface DocumentStoreOptions extends Omit<JournalOptions, 'replay'> {
  readonly clock: Clock;
  readonly tombstones: Pick<Tombstones, 'add' | 'holdsAgent'>;
  /** From when on the file is written anew at the opening. */
  readonly compaction?: CompactionLimits;
}

/**
 * Documents in memory, and every change of them in a journal of its own. A change shows once it is durable. What later
 * changes made useless is dropped at the opening, when it is most of the file.
 */
export class JournalDocumentStore implements DocumentStore {
  /** What was trimmed at the opening, in a sentence; null when nothing was. */
  readonly recovered: string | null;
  readonly #journal: Journal;
  readonly #index: DocumentIndex;
  readonly #clock: Clock;
  readonly #tombstones: DocumentStoreOptions['tombstones'];
  readonly #mutex = new KeyedMutex();
  /** Changes on their way to the disk; each resolves, and never rejects, once it is there or refused. */
  readonly #inFlight = new Set<Promise<void>>();
  #lastUpdated: number;

  private constructor(opened: Opened, { clock, tombstones }: DocumentStoreOptions, recovered: string | null) {
    this.#journal = opened.journal;
    this.#index = opened.index;
    this.#lastUpdated = opened.lastUpdated;
    this.#clock = clock;
    this.#tombstones = tombstones;
    this.recovered = recovered;
  }

  /** @throws DamagedFileError when the journal holds what the store did not write. */
  static async open(options: DocumentStoreOptions): Promise<JournalDocumentStore> {
    const opened = await openJournal(options);
    const { journal } = opened;
    try {
      const isClosed = await compactDocuments(options, opened, options.compaction);
      return new JournalDocumentStore(isClosed ? await openJournal(options) : opened, options, journal.recovered);
    } catch (error) {
      await journal.close().catch(() => {});
      throw error;
    }
  }

  exclusively<T>(context: DocumentContext, work: () => Promise<T>): Promise<T> {
    return this.#mutex.run([contextKey(context)], work);
  }

  get(address: DocumentAddress): Promise<StoredDocument | null> {
    return Promise.resolve(this.#index.get(address));
  }

  list(context: DocumentContext, filter: DocumentFilter): Promise<readonly ListedDocument[]> {
    return Promise.resolve(this.#index.list(context, filter));
  }

  ofAgent(agent: string): Promise<readonly KeptDocument[]> {
    return Promise.resolve(this.#index.ofAgent(agent));
  }

  async put(address: DocumentAddress, { contentType, body }: DocumentContent): Promise<'stored' | 'erased'> {
    const agent = agentOf(address.context);
    if (agent !== null && this.#tombstones.holdsAgent(agent)) return 'erased';
    this.#lastUpdated = Math.max(this.#clock().getTime(), this.#lastUpdated);
    const updated = new Date(this.#lastUpdated).toISOString();
    await this.#append({ kind: 'put', address, document: { contentType, body: body.slice(), updated } });
    return 'stored';
  }

  async remove(address: DocumentAddress): Promise<void> {
    if (this.#index.get(address) !== null) await this.#append({ kind: 'remove', address });
  }

  async removeAll(context: DocumentContext, registration?: string): Promise<void> {
    const concerned = this.#index.list(context, registration === undefined ? {} : { registration });
    if (concerned.length > 0) await this.#append({ kind: 'removeAll', context, registration: registration ?? null });
  }

  /** Blanks every line about the agent, and looks again until none is left: one of them may be removed meanwhile. */
  async eraseAgent(agent: string): Promise<void> {
    if (!this.#tombstones.holdsAgent(agent)) await this.#tombstones.add({ agents: [agent] });
    for (let lines = await this.#linesOf(agent); lines.length > 0; lines = await this.#linesOf(agent)) {
      await this.#journal.rewrite(new Map(lines.map((line) => [line, 'null'])));
      this.#index.eraseAgent(agent);
    }
  }

  /** Every agent that has documents and was erased: a backup older than the erasure brought them back. */
  refusedAgents(): readonly string[] {
    return this.#index.agents().filter((agent) => this.#tombstones.holdsAgent(agent));
  }

  /** @throws StoreUnavailableError when nothing can be stored any more. */
  checkOpen(): void {
    this.#journal.checkOpen();
  }

  close(): Promise<void> {
    return this.#journal.close();
  }

  #append(change: DocumentChange): Promise<void> {
    const written = this.#journal.append(formatChange(change), ({ length }) => this.#index.apply(change, length));
    const settled = written.catch(() => {}).finally(() => this.#inFlight.delete(settled));
    this.#inFlight.add(settled);
    return written;
  }

  /** Where the lines about an agent start, those included that were on their way. */
  async #linesOf(agent: string): Promise<readonly number[]> {
    await Promise.all(this.#inFlight);
    const records = await this.#journal.records();
    return records.filter(({ record }) => isAbout(record, agent)).map(({ place }) => place.line);
  }
}

/** A journal and what its replay made. */
interface Opened {
  readonly journal: Journal;
  readonly index: DocumentIndex;
  /** How many bytes its records take, those that count and those that do not. */
  readonly bytes: number;
  /** When the newest change was, in milliseconds; 0 where there is none. */
  readonly lastUpdated: number;
}

async function openJournal(options: DocumentStoreOptions): Promise<Opened> {
  const index = new DocumentIndex();
  let bytes = 0;
  let lastUpdated = 0;
  const journal = await Journal.open({
    ...options,
    replay: (record, { line, length }) => {
      const change = readChange(record);
      if (change === null)
        throw new DamagedFileError(options.path, 'a line holds no change of a document', { offset: line });
      bytes += length;
      if (change.kind === 'put') lastUpdated = Math.max(lastUpdated, Date.parse(change.document.updated));
      index.apply(change, length);
    },
  });
  return { journal, index, bytes, lastUpdated };
}

function isAbout(record: unknown, agent: string): boolean {
  const change = readChange(record);
  if (change === null) return false;
  return agentOf(change.kind === 'removeAll' ? change.context : change.address.context) === agent;
}
