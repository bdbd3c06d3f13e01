/** The octets of an attachment, known by their SHA-2 in lower-case hexadecimal. */
export interface AttachmentContent {
  readonly sha2: string;
  readonly bytes: Uint8Array;
}

/**
 * What the use cases need of a store of attachments: octets under their SHA-2 hash, each kept once however many statements
 * attach it.
 */
export interface AttachmentStore {
  /**
   * Runs `work` alone among all work on one of these hashes: what it keeps is not taken away before the statement that
   * attaches it is stored.
   */
  exclusively<T>(hashes: readonly string[], work: () => Promise<T>): Promise<T>;
  /** Keeps octets and resolves once they are durable. Rejects with StoreUnavailableError when they could not be written. */
  keep(contents: readonly AttachmentContent[]): Promise<void>;
  /** The octets, or null where none are kept under this hash. Octets that no longer have their hash are an error. */
  read(sha2: string): Promise<Uint8Array | null>;
  /**
   * Removes the octets that no statement attaches: those of erased statements, and of statements that were refused.
   * Resolves once they are gone for good. Octets in exclusive use are judged at its end.
   *
   * @param isAttached whether a stored statement attaches octets with this hash.
   */
  removeUnattached(isAttached: (sha2: string) => boolean): Promise<void>;
}
