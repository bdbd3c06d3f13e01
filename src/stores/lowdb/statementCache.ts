import type { StoredStatement } from '../../xapi/types.ts';

/**
 * The statements last read or written, as many as `limit` bytes of their JSON hold: a learner's next statement is judged by
 * the ones before it. An object in memory takes about twice its JSON.
 */
export class StatementCache {
  readonly #limit: number;
  /** By number; the one that was not asked for longest stands first. */
  readonly #kept = new Map<number, { readonly statement: StoredStatement; readonly bytes: number }>();
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(number: number): StoredStatement | null {
    const found = this.#kept.get(number);
    if (found === undefined) return null;
    this.#kept.delete(number);
    this.#kept.set(number, found);
    return found.statement;
  }

  /** @param bytes how long its JSON is. */
  keep(number: number, statement: StoredStatement, bytes: number): void {
    this.drop(number);
    this.#kept.set(number, { statement, bytes });
    this.#bytes += bytes;
    while (this.#bytes > this.#limit) this.drop(this.#kept.keys().next().value!);
  }

  drop(number: number): void {
    this.#bytes -= this.#kept.get(number)?.bytes ?? 0;
    this.#kept.delete(number);
  }
}
