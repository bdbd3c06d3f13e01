/** The octets of an attachment, known by their SHA-2 in lower-case hexadecimal. */
export interface AttachmentContent {
  readonly sha2: string;
  readonly bytes: Uint8Array;
}

/**
 * What the use cases need of a store of attachments: octets under their SHA-2 hash, each kept once however many statements
 * attach it. What is kept and then never attached does no harm.
 */
export interface AttachmentStore {
  /** Keeps octets and resolves once they are durable. Rejects with StoreUnavailableError when they could not be written. */
  keep(contents: readonly AttachmentContent[]): Promise<void>;
  /** The octets, or null where none are kept under this hash. Octets that no longer have their hash are an error. */
  read(sha2: string): Promise<Uint8Array | null>;
  /** Forgets octets, those that are not there too; resolves once they are gone for good. */
  remove(hashes: readonly string[]): Promise<void>;
}
