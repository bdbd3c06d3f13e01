import { Low } from 'lowdb';
import type { Adapter } from 'lowdb';
import { unavailable } from './errors.ts';

interface Waiting<T> {
  readonly change: (data: T) => T;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A small document in memory and on the disk, on lowdb. `data` is always what the disk holds: a change shows once it is
 * durable, and one that fails leaves nothing behind. Changes that come during a write go together in the next.
 */
export class JsonDocument<T extends object> {
  readonly #low: Low<T>;
  #queue: Waiting<T>[] = [];
  #writing: Promise<void> | null = null;
  #data: T;
  #isClosed = false;

  private constructor(low: Low<T>) {
    this.#low = low;
    this.#data = low.data;
  }

  /**
   * @param empty the document where there is no file yet.
   * @param upgrade makes today's document of one that an earlier version wrote.
   */
  static async open<T extends object>(
    adapter: Adapter<T>,
    empty: T,
    upgrade: (data: T) => T = (data) => data,
  ): Promise<JsonDocument<T>> {
    const low = new Low(adapter, empty);
    await low.read();
    low.data = upgrade(low.data);
    return new JsonDocument(low);
  }

  get data(): T {
    return this.#data;
  }

  /**
   * Changes the document; resolves once the change is durable.
   *
   * @param change makes the next document of the present one, without touching it. What it throws rejects this caller only.
   * @throws StoreUnavailableError when the write failed; the document is as it was.
   */
  update(change: (data: T) => T): Promise<void> {
    if (this.#isClosed) return Promise.reject(unavailable('The store is closed'));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#queue.push({ change, resolve, reject });
    this.#writing ??= this.#writeQueue();
    return promise;
  }

  /** Writes what is queued. Later changes are rejected. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#writing;
  }

  async #writeQueue(): Promise<void> {
    // Callers of the same moment share the first write; and the promise of this run is kept before it can end.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const { next, changed } = this.#takeQueue();
      try {
        if (next !== this.#data) await this.#write(next);
        for (const { resolve } of changed) resolve();
      } catch (error) {
        for (const { reject } of changed) reject(error);
      }
    }
    this.#writing = null;
  }

  /** Makes the next document of every change that waits. */
  #takeQueue(): { readonly next: T; readonly changed: readonly Waiting<T>[] } {
    const queue = this.#queue;
    this.#queue = [];
    const changed: Waiting<T>[] = [];
    let next = this.#data;
    for (const waiting of queue) {
      try {
        next = waiting.change(next);
        changed.push(waiting);
      } catch (error) {
        waiting.reject(error);
      }
    }
    return { next, changed };
  }

  async #write(next: T): Promise<void> {
    this.#low.data = next;
    try {
      await this.#low.write();
      this.#data = next;
    } catch (error) {
      this.#low.data = this.#data;
      throw error;
    }
  }
}
