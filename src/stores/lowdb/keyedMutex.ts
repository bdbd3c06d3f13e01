/**
 * Runs work alone among all work that shares a key, in the order it came. All keys of a piece of work are taken in one step,
 * so no two pieces can wait for each other; only work that asks for a key it holds already would wait for ever.
 */
export class KeyedMutex {
  /** The end of the last piece of work that asked for the key. */
  readonly #last = new Map<string, Promise<void>>();

  async run<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const wanted = [...new Set(keys)];
    const before = wanted.map((key) => this.#last.get(key)).filter((end) => end !== undefined);
    const { promise: end, resolve: finish } = Promise.withResolvers<void>();
    for (const key of wanted) this.#last.set(key, end);
    if (before.length > 0) await Promise.all(before);
    try {
      return await work();
    } finally {
      finish();
      for (const key of wanted) if (this.#last.get(key) === end) this.#last.delete(key);
    }
  }

  /** How many keys are held or waited for. */
  get size(): number {
    return this.#last.size;
  }
}
