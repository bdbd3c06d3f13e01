import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentAddress, DocumentContext, DocumentStore } from '../../src/lrs/documentPorts.ts';
import type { SettableClock } from '../support/stores.ts';

/** One installation of a store of documents, empty at first, that a test can restart. */
export interface DocumentInstallation {
  readonly clock: SettableClock;
  readonly documents: DocumentStore;
  /** Closes the store and opens it again, over what was durable. */
  restart(): Promise<void>;
  remove(): Promise<void>;
  /** Everything that the store keeps on the disk, as text. */
  onDisk(): Promise<string>;
}

const agent = 'account:["https://oppihetki.example","x1"]';
const state: DocumentContext = { resource: 'state', activity: 'https://example.org/a', agent };
const others: readonly DocumentContext[] = [
  { ...state, activity: 'https://example.org/b' },
  { ...state, agent: 'mbox:mailto:x1@example.org' },
  { resource: 'activityProfile', activity: 'https://example.org/a' },
  { resource: 'agentProfile', agent },
];
const registration = '6d1f2c8a-3f5e-4b77-9d0a-2b1c3d4e5f60';

const at = (id: string, context: DocumentContext = state, ofRegistration: string | null = null): DocumentAddress => ({
  context,
  registration: ofRegistration,
  id,
});
const text = (body: string) => ({ contentType: 'text/plain; charset=utf-8', body: new TextEncoder().encode(body) });

/** What every store of documents does. */
export function describeDocumentStore(install: () => Promise<DocumentInstallation>): void {
  let installation: DocumentInstallation;
  const documents = () => installation.documents;
  const bodyOf = async (address: DocumentAddress) => {
    const document = await documents().get(address);
    return document === null ? null : new TextDecoder().decode(document.body);
  };
  const idsOf = async (context: DocumentContext = state, filter = {}) =>
    (await documents().list(context, filter)).map(({ id }) => id);

  beforeEach(async () => {
    installation = await install();
  });
  afterEach(() => installation.remove());

  it('gives all documents of one agent, of whatever activity, and nobody else’s', async () => {
    for (const context of [state, ...others]) await documents().put(at('one', context), text('1'));
    await documents().put(at('two', state, registration), text('2'));
    await installation.restart();
    const found = (await documents().ofAgent(agent)).map(({ address }) => [address.context, address.id]);
    expect(found).toHaveLength(4);
    for (const one of [
      [state, 'one'],
      [state, 'two'],
      [others[0], 'one'],
      [others[3], 'one'],
    ])
      expect(found).toContainEqual(one);
    expect(await documents().ofAgent('mbox:mailto:nobody@example.org')).toEqual([]);
  });

  describe('a document', () => {
    it('is absent before it is stored and after it was removed', async () => {
      expect(await documents().get(at('one'))).toBeNull();
      await documents().put(at('one'), text('1'));
      await documents().remove(at('one'));
      await documents().remove(at('one'));
      await documents().remove(at('never'));
      expect(await documents().get(at('one'))).toBeNull();
      expect(await idsOf()).toEqual([]);
    });

    it('comes back octet by octet with its type and its time, after a restart too', async () => {
      const bodies = [
        new Uint8Array([0, 255, 254, 10, 13, 34]),
        new Uint8Array(0),
        new TextEncoder().encode('\ufeffä\n"'),
      ];
      for (const [index, body] of bodies.entries()) {
        await documents().put(at(`d${index}`), { contentType: 'image/x; a="b"', body });
      }
      for (const restart of [false, true]) {
        if (restart) await installation.restart();
        for (const [index, body] of bodies.entries()) {
          const document = await documents().get(at(`d${index}`));
          expect(document).toEqual({ contentType: 'image/x; a="b"', body, updated: '2026-03-02T07:00:00.000Z' });
        }
      }
    });

    it('is the last one that was stored, and what a caller changes afterwards changes nothing', async () => {
      const content = text('first');
      await documents().put(at('one'), content);
      content.body.fill(0);
      expect(await bodyOf(at('one'))).toBe('first');
      await documents().put(at('one'), text('second'));
      await installation.restart();
      expect(await bodyOf(at('one'))).toBe('second');
      expect(await idsOf()).toEqual(['one']);
    });

    it('is one of its context, registration and id alone', async () => {
      const addresses = [...[state, ...others].map((context) => at('one', context)), at('one', state, registration)];
      for (const [index, address] of addresses.entries()) await documents().put(address, text(String(index)));
      await installation.restart();
      const found = await Promise.all(addresses.map(bodyOf));
      expect(found).toEqual(addresses.map((_, index) => String(index)));
    });

    it('may be called anything', async () => {
      const ids = ['__proto__', 'constructor', 'a/b', '"', '\n', '😀', ' '];
      for (const id of ids) await documents().put(at(id), text(id));
      await installation.restart();
      expect(await idsOf()).toEqual(ids);
      for (const id of ids) expect(await bodyOf(at(id))).toBe(id);
    });

    it('never seems older than the one stored before it', async () => {
      await documents().put(at('one'), text('1'));
      installation.clock.set('2026-03-02T06:00:00.000Z');
      await installation.restart();
      await documents().put(at('two'), text('2'));
      expect((await documents().get(at('two')))?.updated).toBe('2026-03-02T07:00:00.000Z');
    });
  });

  describe('a context', () => {
    it('lists its documents as they were first stored, and those of one registration where asked', async () => {
      await documents().put(at('b'), text(''));
      await documents().put(at('a', state, registration), text(''));
      await documents().put(at('b'), text('again'));
      expect(await documents().list(state, {})).toMatchObject([
        { id: 'b', registration: null },
        { id: 'a', registration },
      ]);
      expect(await idsOf(state, { registration })).toEqual(['a']);
      for (const other of others) expect(await idsOf(other)).toEqual([]);
    });

    it('lists what was changed after an instant, and not at it', async () => {
      for (const [minute, id] of ['old', 'at', 'new'].entries()) {
        installation.clock.set(`2026-03-02T07:0${minute}:00.000Z`);
        await documents().put(at(id), text(id));
      }
      expect(await idsOf(state, { since: '2026-03-02T07:01:00.000Z' })).toEqual(['new']);
      installation.clock.set('2026-03-02T07:05:00.000Z');
      await documents().put(at('old'), text('changed'));
      expect(await idsOf(state, { since: '2026-03-02T07:01:00.000Z' })).toEqual(['old', 'new']);
    });

    it('loses all its documents, or those of a registration, in one step', async () => {
      await documents().put(at('one'), text('1'));
      await documents().put(at('two', state, registration), text('2'));
      for (const other of others) await documents().put(at('one', other), text('other'));
      await documents().removeAll(state, registration);
      expect(await idsOf()).toEqual(['one']);
      await documents().removeAll(state);
      await documents().removeAll(state);
      await installation.restart();
      expect(await idsOf()).toEqual([]);
      for (const other of others) expect(await idsOf(other)).toEqual(['one']);
    });

    it('lets one piece of exclusive work in at a time', async () => {
      await documents().put(at('count'), text('0'));
      const add = () =>
        documents().exclusively(state, async () => {
          const before = Number(await bodyOf(at('count')));
          await documents().put(at('count'), text(String(before + 1)));
        });
      await Promise.all(Array.from({ length: 20 }, add));
      expect(await bodyOf(at('count'))).toBe('20');
    });

    it('goes on after exclusive work that failed', async () => {
      await expect(documents().exclusively(state, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await documents().exclusively(state, () => Promise.resolve('yes'))).toBe('yes');
    });
  });

  describe('an agent that is erased', () => {
    beforeEach(async () => {
      for (const context of [state, ...others]) {
        await documents().put(at('one', context), text('the secret before'));
        await documents().put(at('one', context), text(`kept for ${context.resource}`));
        await documents().put(at('gone', context), text('the secret removed'));
        await documents().removeAll(context, registration);
        await documents().remove(at('gone', context));
      }
    });

    it('leaves no state and no profile, and nothing of them on the disk; the others stay', async () => {
      await documents().eraseAgent(agent);
      const left = async () => Promise.all([state, ...others].map((context) => bodyOf(at('one', context))));
      const expected = [null, null, 'kept for state', 'kept for activityProfile', null];
      expect(await left()).toEqual(expected);
      expect(await installation.onDisk()).not.toContain('x1"]');
      await installation.restart();
      expect(await left()).toEqual(expected);
    });

    it('can be erased again, and so can one that is not known', async () => {
      await documents().eraseAgent(agent);
      await documents().eraseAgent(agent);
      await documents().eraseAgent('openid:https://nobody.example');
      expect(await idsOf()).toEqual([]);
    });

    it('gets no document any more, after a restart neither, and the others do', async () => {
      await documents().eraseAgent(agent);
      for (const restart of [false, true]) {
        if (restart) await installation.restart();
        const outcomes = [state, ...others].map((context) => documents().put(at('new', context), text('new')));
        expect(await Promise.all(outcomes)).toEqual(['erased', 'erased', 'stored', 'stored', 'erased']);
        expect(await documents().get(at('new'))).toBeNull();
      }
    });

    it('takes along what is stored and removed while it is erased', async () => {
      await Promise.all([
        documents().eraseAgent(agent),
        documents().put(at('late'), text('late')),
        documents().remove(at('one')),
      ]);
      expect(await idsOf()).toEqual([]);
      expect(await installation.onDisk()).not.toContain('x1"]');
    });
  });
}
