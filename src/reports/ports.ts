/**
 * One line of the audit log: who looked at or exported whose records; what a maintainer did to names, roster and old
 * records; or that somebody was erased, not who.
 */
export interface AuditEntry {
  /** ISO 8601 UTC. */
  readonly at: string;
  /** The account name of who did it, or `maintainer`. */
  readonly by: string;
  readonly action: AuditAction;
  /** What was asked: format and filters, never names or answers; of what a maintainer did, how much of it. */
  readonly detail: Readonly<Record<string, string>>;
  /** Report ids of the people shown or forgotten; of an erasure or an import, nobody's. */
  readonly subjects: readonly string[];
}

export const auditActions = [
  'erase',
  'export',
  'forget',
  'import-roster',
  'retention',
  'undo-roster',
  'view-person',
  'view-report',
] as const;
export type AuditAction = (typeof auditActions)[number];

export interface AuditLog {
  /** Resolves once the entry is durable: only then may the answer go out. */
  append(entry: AuditEntry): Promise<void>;
  /** Every entry, oldest first. */
  entries(): Promise<readonly AuditEntry[]>;
}

/** An audit log that lets go of what is past its time. */
export interface PrunableAuditLog extends AuditLog {
  /** Takes out the entries made before an instant (ISO 8601 UTC); resolves with how many once it is durable. */
  removeBefore(instant: string): Promise<number>;
}

/** A key that certificates were or are signed with: the public part of an Ed25519 key (RFC 8037). */
export interface PublicCertificateKey {
  /** Names the key in a certificate. */
  readonly kid: string;
  /** The public key, base64url. */
  readonly x: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
}

export interface SigningKey extends PublicCertificateKey {
  /** The private key, base64url. */
  readonly d: string;
}

/** What an installation signs its certificates with, and verifies older ones by. */
export interface CertificateKeys {
  /** 256 bits, base64url; never changes. See `nameSalt`. */
  readonly saltSecret: string;
  readonly signing: SigningKey;
  /** Keys of earlier times, oldest first; `retiredAt` is ISO 8601 UTC. */
  readonly retired: readonly (PublicCertificateKey & { readonly retiredAt: string })[];
}

export interface CertificateKeyStore {
  /** The keys, or null before they were first needed. */
  read(): Promise<CertificateKeys | null>;
  /** Changes the keys, one change after another; resolves with what is kept once it is durable. */
  change(next: (present: CertificateKeys | null) => CertificateKeys): Promise<CertificateKeys>;
}
