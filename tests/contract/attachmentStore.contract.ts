import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttachmentStore } from '../../src/lrs/attachmentPorts.ts';
import type { StoreInstallation } from '../support/stores.ts';

function contentOf(text: string, algorithm = 'sha256') {
  const bytes = Buffer.from(text);
  return { sha2: createHash(algorithm).update(bytes).digest('hex'), bytes };
}

/** What every store of attachments has to do. */
export function describeAttachmentStore(install: () => Promise<StoreInstallation>): void {
  describe('attachments', () => {
    let installation: StoreInstallation;
    let store: AttachmentStore;

    beforeEach(async () => {
      installation = await install();
      store = installation.ports.attachments;
    });
    afterEach(() => installation.remove());

    async function restart(): Promise<void> {
      await installation.restart();
      store = installation.ports.attachments;
    }
    const textOf = async (sha2: string) => {
      const bytes = await store.read(sha2);
      return bytes === null ? null : Buffer.from(bytes).toString();
    };

    it('are read again octet for octet, also after a restart', async () => {
      const all = [contentOf('one'), contentOf(''), contentOf('x'.repeat(1_000_000)), contentOf('one', 'sha512')];
      await store.keep(all);
      for (const check of [async () => {}, restart]) {
        await check();
        for (const { sha2, bytes } of all) expect(await textOf(sha2)).toBe(bytes.toString());
      }
    });

    it('that are not kept are null', async () => {
      expect(await store.read(contentOf('one').sha2)).toBeNull();
    });

    it('are kept once, however often and at once they come', async () => {
      const one = contentOf('one');
      await Promise.all(Array.from({ length: 20 }, () => store.keep([one, contentOf('two')])));
      await store.keep([one]);
      expect(await textOf(one.sha2)).toBe('one');
    });

    it('are gone once they are removed, and may be kept again', async () => {
      const [one, two] = [contentOf('one'), contentOf('two')];
      await store.keep([one, two]);
      await store.remove([one.sha2, contentOf('never there').sha2]);
      await restart();
      expect([await textOf(one.sha2), await textOf(two.sha2)]).toEqual([null, 'two']);
      await store.keep([one]);
      expect(await textOf(one.sha2)).toBe('one');
    });

    it.each(['../lock', '', 'A'.repeat(64), 'g'.repeat(64), 'a'.repeat(63)])('under %j are none', async (name) => {
      await expect(store.read(name)).rejects.toThrow(RangeError);
      await expect(store.keep([{ sha2: name, bytes: Buffer.from('x') }])).rejects.toThrow();
    });
  });
}
