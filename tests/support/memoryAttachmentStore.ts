import type { AttachmentContent, AttachmentStore } from '../../src/lrs/attachmentPorts.ts';

/** A store of attachments for unit tests of the use cases: keeps everything in memory. */
export class MemoryAttachmentStore implements AttachmentStore {
  readonly kept = new Map<string, Uint8Array>();

  keep(contents: readonly AttachmentContent[]): Promise<void> {
    for (const { sha2, bytes } of contents) this.kept.set(sha2, bytes);
    return Promise.resolve();
  }

  read(sha2: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.kept.get(sha2) ?? null);
  }

  remove(hashes: readonly string[]): Promise<void> {
    for (const sha2 of hashes) this.kept.delete(sha2);
    return Promise.resolve();
  }
}
