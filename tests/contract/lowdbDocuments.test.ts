import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentAddress } from '../../src/lrs/documentPorts.ts';
import { JournalDocumentStore } from '../../src/stores/lowdb/documentStore.ts';
import { type FileOperations, nodeFileOperations } from '../../src/stores/lowdb/fileOperations.ts';
import { Tombstones } from '../../src/stores/lowdb/tombstones.ts';
import { settableClock, temporaryFolder } from '../support/stores.ts';
import { describeDocumentStore, type DocumentInstallation } from './documentStore.contract.ts';

const name = 'documents.journal';

async function filesIn(folder: string): Promise<string> {
  const names = await readdir(folder);
  return (await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')))).join('\n');
}

function onFatal(error: Error): never {
  throw error;
}

async function lowdbDocuments(): Promise<DocumentInstallation> {
  const folder = await temporaryFolder();
  const clock = settableClock();
  const open = async () => {
    const at = (file: string) => ({ files: nodeFileOperations, path: join(folder.path, file), onFatal });
    const tombstones = await Tombstones.open(at('tombstones.json'));
    const documents = await JournalDocumentStore.open({ ...at(name), clock: clock.now, tombstones });
    const close = async () => {
      await documents.close();
      await tombstones.close();
    };
    return { documents, close };
  };
  let opened = await open();
  return {
    clock,
    get documents() {
      return opened.documents;
    },
    async restart() {
      await opened.close();
      opened = await open();
    },
    async remove() {
      await opened.close();
      await folder.remove();
    },
    onDisk: () => filesIn(folder.path),
  };
}

describe('documents in the embedded store', () => {
  describeDocumentStore(lowdbDocuments);
});

describe('the journal of documents', () => {
  const context = { resource: 'agentProfile', agent: 'mbox:mailto:a@example.org' } as const;
  const at = (id: string): DocumentAddress => ({ context, registration: null, id });
  const text = (body: string) => ({ contentType: 'text/plain', body: new TextEncoder().encode(body) });
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let path: string;
  const fatal: Error[] = [];

  const open = (files: FileOperations = nodeFileOperations, bytes = 100) =>
    JournalDocumentStore.open({
      files,
      path,
      clock: settableClock().now,
      tombstones: { add: () => Promise.resolve(), holdsAgent: () => false },
      onFatal: (error) => fatal.push(error),
      compaction: { bytes, share: 0.5 },
    });
  const fill = async () => {
    const store = await open();
    for (let count = 0; count < 20; count += 1) await store.put(at('one'), text(`version ${count}`));
    await store.put(at('two'), text('two'));
    await store.close();
  };
  const contents = async (store: JournalDocumentStore) =>
    Promise.all(
      (await store.list(context, {})).map(async ({ id }) => [
        id,
        Buffer.from((await store.get(at(id)))!.body).toString(),
      ]),
    );
  const expected = [
    ['one', 'version 19'],
    ['two', 'two'],
  ];

  beforeEach(async () => {
    fatal.length = 0;
    folder = await temporaryFolder();
    path = join(folder.path, name);
  });
  afterEach(() => folder.remove());

  it('is written anew at the opening when it is mostly stale, and loses no document', async () => {
    await fill();
    const before = (await readFile(path, 'utf8')).length;
    const store = await open();
    expect(await contents(store)).toEqual(expected);
    await store.put(at('three'), text('3'));
    await store.close();
    expect((await readFile(path, 'utf8')).length).toBeLessThan(before / 3);
    const again = await open();
    expect(await contents(again)).toEqual([...expected, ['three', '3']]);
    expect(again.recovered).toBeNull();
    await again.close();
  });

  it('stays as it is while it is small', async () => {
    await fill();
    const before = await readFile(path, 'utf8');
    await (await open(nodeFileOperations, 1_000_000)).close();
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  it('opens with every document wherever its renewal was cut short', async () => {
    for (let survives = 0; ; survives += 1) {
      await fill();
      let calls = 0;
      const isDead = () => (calls += 1) > survives;
      const dying = diesWhen(nodeFileOperations, isDead);
      const store = await open(dying).catch(() => null);
      await store?.close().catch(() => {});
      const again = await open(nodeFileOperations, 1_000_000);
      expect(await contents(again), `after ${survives} operations`).toEqual(expected);
      expect(await filesIn(folder.path)).not.toContain('.compact');
      await again.close();
      if (calls <= survives) break;
    }
  });

  it('removes a renewal that a kill left behind', async () => {
    await fill();
    await writeFile(`${path}.compact`, 'somebody erased since');
    await (await open(nodeFileOperations, 1_000_000)).close();
    expect(await filesIn(folder.path)).not.toContain('erased since');
  });

  it('with a line of something else does not open', async () => {
    await fill();
    const { Journal } = await import('../../src/stores/lowdb/journal.ts');
    const journal = await Journal.open({ files: nodeFileOperations, path, replay: () => {}, onFatal: () => {} });
    await journal.append('{"kind":"put"}');
    await journal.close();
    await expect(open()).rejects.toMatchObject({ code: 'store_damaged' });
  });

  it('acknowledges nothing that the disk did not take, and shows nothing of it', async () => {
    let isFull = false;
    const store = await open(failsWhen(nodeFileOperations, () => isFull));
    await store.put(at('one'), text('1'));
    isFull = true;
    await expect(store.put(at('one'), text('2'))).rejects.toMatchObject({ code: 'store_unavailable' });
    await expect(store.remove(at('one'))).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(await contents(store)).toEqual([['one', '1']]);
    isFull = false;
    await store.put(at('one'), text('3'));
    await store.close();
    const again = await open();
    expect(await contents(again)).toEqual([['one', '3']]);
    await again.close();
  });
});

/** A disk on which nothing changes any more from some operation on, as if the process had been killed there. */
function diesWhen(real: FileOperations, isDead: () => boolean): FileOperations {
  const unlessDead = <T>(work: () => Promise<T>): Promise<T> =>
    isDead() ? Promise.reject(new Error('killed')) : work();
  return {
    ...real,
    open: async (path, mode) => {
      const file = await unlessDead(() => real.open(path, mode));
      return {
        ...file,
        write: (...args) => unlessDead(() => file.write(...args)),
        truncate: (length) => unlessDead(() => file.truncate(length)),
        datasync: () => unlessDead(() => file.datasync()),
      };
    },
    rename: (from, to) => unlessDead(() => real.rename(from, to)),
    unlink: (path) => unlessDead(() => real.unlink(path)),
    syncFolder: (path) => unlessDead(() => real.syncFolder(path)),
  };
}

/** A disk that is full while `isFull`. */
function failsWhen(real: FileOperations, isFull: () => boolean): FileOperations {
  return {
    ...real,
    open: async (path, mode) => {
      const file = await real.open(path, mode);
      const write: typeof file.write = (...args) =>
        isFull() ? Promise.reject(new Error('ENOSPC')) : file.write(...args);
      return { ...file, write };
    },
  };
}
