import type { AuditEntry, AuditLog } from '../../reports/ports.ts';
import { Journal } from './journal.ts';
import type { JournalOptions } from './journal.ts';

/** The audit log, in a journal of its own. Entries are read from the disk: they are many and seldom looked at. */
export class JournalAuditLog implements AuditLog {
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
    return (await this.#journal.records()) as readonly AuditEntry[];
  }

  /** @throws StoreUnavailableError when nothing can be appended any more. */
  checkOpen(): void {
    this.#journal.checkOpen();
  }

  close(): Promise<void> {
    return this.#journal.close();
  }
}
