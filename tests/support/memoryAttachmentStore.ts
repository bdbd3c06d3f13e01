import type { AttachmentContent, AttachmentStore } from '../../src/lrs/attachmentPorts.ts';

/** A store of attachments for unit tests of the use cases: keeps everything in memory. */
export class MemoryAttachmentStore implements AttachmentStore {
  readonly kept = new Map<string, Uint8Array>();

  exclusively<T>(_hashes: readonly string[], work: () => Promise<T>): Promise<T> {
    return work();
  }

  keep(contents: readonly AttachmentContent[]): Promise<void> {
    for (const { sha2, bytes } of contents) this.kept.set(sha2, bytes);
    return Promise.resolve();
  }

  read(sha2: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.kept.get(sha2) ?? null);
  }

  removeUnattached(isAttached: (sha2: string) => boolean): Promise<void> {
    for (const sha2 of this.kept.keys()) if (!isAttached(sha2)) this.kept.delete(sha2);
    return Promise.resolve();
  }
}
