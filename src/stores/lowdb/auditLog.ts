import type { AuditEntry, PrunableAuditLog } from '../../reports/ports.ts';
import { Journal } from './journal.ts';
import type { JournalOptions } from './journal.ts';

/** Stands where an erased person's account name or report id stood. */
const erasedName = 'erased';

/** The audit log, in a journal of its own. Entries are read from the disk: they are many and seldom looked at. */
export class JournalAuditLog implements PrunableAuditLog {
  readonly #journal: Journal;

  private constructor(journal: Journal) {
    this.#journal = journal;
  }

  static async open(options: Omit<JournalOptions, 'replay'>): Promise<JournalAuditLog> {
    return new JournalAuditLog(await Journal.open({ ...options, replay: () => {} }));
  }

  /** What was trimmed at the opening, in a sentence; null when nothing was. */
  get recovered(): string | null {
    return this.#journal.recovered;
  }

  append(entry: AuditEntry): Promise<void> {
    return this.#journal.append(JSON.stringify(entry));
  }

  async entries(): Promise<readonly AuditEntry[]> {
    return (await this.#journal.records()).map(({ record }) => record as AuditEntry);
  }

  /** Takes a person's names out of every entry; the entries stay. Resolves once it is durable. */
  async forget(names: readonly string[]): Promise<void> {
    const isName = new Set(names);
    const changed = (await this.#journal.records()).flatMap(({ record, place }) => {
      const entry = record as AuditEntry;
      if (!isName.has(entry.by) && !entry.subjects.some((subject) => isName.has(subject))) return [];
      const by = isName.has(entry.by) ? erasedName : entry.by;
      const subjects = entry.subjects.map((subject) => (isName.has(subject) ? erasedName : subject));
      const json = JSON.stringify({ ...entry, by, subjects });
      return [[place.line, json] as const];
    });
    if (changed.length > 0) await this.#journal.rewrite(new Map(changed));
  }

  async removeBefore(instant: string): Promise<number> {
    const limit = Date.parse(instant);
    const old = (await this.#journal.records()).filter(({ record }) => Date.parse((record as AuditEntry).at) < limit);
    if (old.length > 0) await this.#journal.rewrite(new Map(old.map(({ place }) => [place.line, 'null'])));
    return old.length;
  }

  /** @throws StoreUnavailableError when nothing can be appended any more. */
  checkOpen(): void {
    this.#journal.checkOpen();
  }

  close(): Promise<void> {
    return this.#journal.close();
  }
}
