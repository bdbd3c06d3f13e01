import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttachmentContent, AttachmentStore } from '../../src/lrs/attachmentPorts.ts';
import type { SubStatement } from '../../src/xapi/types.ts';
import type { StoreInstallation } from '../support/stores.ts';
import { activity, statement } from '../support/storesStatements.ts';
import { attachmentOf, sha2Of } from '../support/xapiCalls.ts';

function contentOf(text: string, algorithm = 'sha256') {
  const bytes = Buffer.from(text);
  return { sha2: sha2Of(bytes, algorithm), bytes };
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
    async function attach(number: number, contents: readonly AttachmentContent[]): Promise<void> {
      const attachments = contents.map(({ sha2, bytes }) => attachmentOf(bytes, { sha2: sha2.toUpperCase() }));
      await installation.ports.statements.append([statement(number, { attachments })]);
    }
    const textOf = async (sha2: string) => {
      const bytes = await store.read(sha2);
      return bytes === null ? null : Buffer.from(bytes).toString();
    };

    it('are read again octet for octet, also after a restart', async () => {
      const all = [contentOf('one'), contentOf(''), contentOf('x'.repeat(1_000_000)), contentOf('one', 'sha512')];
      await store.keep(all);
      await attach(1, all);
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

    it('that no statement attaches are gone once they are removed, and may be kept again', async () => {
      const [one, two] = [contentOf('one'), contentOf('two')];
      await store.keep([one, two]);
      await store.removeUnattached((sha2) => sha2 === two.sha2);
      expect([await textOf(one.sha2), await textOf(two.sha2)]).toEqual([null, 'two']);
      await store.keep([one]);
      expect(await textOf(one.sha2)).toBe('one');
    });

    it('that no statement attaches are gone after a restart; those of a sub-statement stay', async () => {
      const [one, two, three] = [contentOf('one'), contentOf('two'), contentOf('three')];
      await store.keep([one, two, three]);
      await attach(1, [one]);
      const { actor, verb } = statement(2);
      const attachments = [attachmentOf(two.bytes)];
      const inner: SubStatement = {
        objectType: 'SubStatement',
        actor,
        verb,
        object: activity('modules/intro'),
        attachments,
      };
      await installation.ports.statements.append([statement(2, { object: inner })]);
      await restart();
      expect(await Promise.all([one, two, three].map(({ sha2 }) => textOf(sha2)))).toEqual(['one', 'two', null]);
    });

    it('in exclusive use are not removed before it ends, and not at all when they are attached then', async () => {
      const [one, two] = [contentOf('one'), contentOf('two')];
      const attached = new Set<string>();
      let removing = Promise.resolve();
      await store.exclusively([one.sha2, two.sha2], async () => {
        await store.keep([one, two]);
        removing = store.removeUnattached((sha2) => attached.has(sha2));
        await new Promise((resolve) => setTimeout(resolve, 20));
        expect([await textOf(one.sha2), await textOf(two.sha2)]).toEqual(['one', 'two']);
        attached.add(two.sha2);
      });
      await removing;
      expect([await textOf(one.sha2), await textOf(two.sha2)]).toEqual([null, 'two']);
    });

    it.each(['../lock', '', 'A'.repeat(64), 'g'.repeat(64), 'a'.repeat(63)])('under %j are none', async (name) => {
      await expect(store.read(name)).rejects.toThrow(RangeError);
      await expect(store.keep([{ sha2: name, bytes: Buffer.from('x') }])).rejects.toThrow();
    });
  });
}
