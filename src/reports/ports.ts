/** One line of the audit log: who looked at or exported whose records; or that somebody was erased, not who. */
export interface AuditEntry {
  /** ISO 8601 UTC. */
  readonly at: string;
  /** The account name of who did it, or `maintainer`. */
  readonly by: string;
  readonly action: 'erase' | 'export' | 'view-report';
  /** What was asked: format and filters, never names or answers; of an erasure, how much went. */
  readonly detail: Readonly<Record<string, string>>;
  /** Report ids of the people shown; of an erasure, nobody's. */
  readonly subjects: readonly string[];
}

export interface AuditLog {
  /** Resolves once the entry is durable: only then may the answer go out. */
  append(entry: AuditEntry): Promise<void>;
  /** Every entry, oldest first. */
  entries(): Promise<readonly AuditEntry[]>;
}
