import { readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileAttachmentStore } from '../../src/stores/lowdb/attachmentStore.ts';
import { nodeFileOperations } from '../../src/stores/lowdb/fileOperations.ts';
import { temporaryFolder } from '../support/stores.ts';
import { faultAt, faultyFiles } from '../support/storesFaults.ts';
import type { FaultOf } from '../support/storesFaults.ts';
import { sha2Of } from '../support/xapiCalls.ts';

const bytes = Buffer.from('octets');
const sha2 = sha2Of(bytes);
const unavailable = { code: 'store_unavailable' };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let faultOf: FaultOf;
let fatal: Error[];

beforeEach(async () => {
  folder = await temporaryFolder();
  faultOf = () => null;
  fatal = [];
});
afterEach(() => folder.remove());

function openFaulty(): Promise<FileAttachmentStore> {
  const files = faultyFiles(nodeFileOperations, (operation) => faultOf(operation));
  return FileAttachmentStore.open({
    files,
    path: join(folder.path, 'attachments'),
    onFatal: (error) => fatal.push(error),
  });
}

it('an attachment is acknowledged after its file is flushed, put in place, and the folder flushed', async () => {
  const store = await openFaulty();
  const asked: string[] = [];
  faultOf = ({ name, path }) => {
    asked.push(`${name} ${basename(path).replace(sha2, 'file')}`);
    return null;
  };
  await store.keep([{ sha2, bytes }]);
  const steps = ['open file.tmp', 'write file.tmp', 'datasync file.tmp', 'rename file', 'syncFolder attachments'];
  expect(asked).toEqual(['open file', ...steps]);
  asked.length = 0;
  await store.keep([{ sha2, bytes }]);
  expect(asked).toEqual(['open file', 'syncFolder attachments']);
});

describe('an attachment that cannot be written', () => {
  it.each([
    ['open', `${sha2}.tmp`],
    ['write', `${sha2}.tmp`],
    ['rename', sha2],
  ] as const)('is not there when %s fails, and may be kept again', async (name, file) => {
    const store = await openFaulty();
    faultOf = faultAt(name, file, 1, 'ENOSPC');
    await expect(store.keep([{ sha2, bytes }])).rejects.toMatchObject(unavailable);
    expect(await store.read(sha2)).toBeNull();
    await store.keep([{ sha2, bytes }]);
    expect(await store.read(sha2)).toEqual(bytes);
    expect(fatal).toEqual([]);
  });

  it('is written whole by a disk that takes few bytes at a time', async () => {
    const store = await openFaulty();
    faultOf = ({ name }) => (name === 'write' ? { shortWrite: 1 } : null);
    await store.keep([{ sha2, bytes }]);
    expect(await store.read(sha2)).toEqual(bytes);
  });

  it.each([
    ['datasync', `${sha2}.tmp`],
    ['syncFolder', 'attachments'],
  ] as const)('ends the process when %s fails: what is on the disk is not known', async (name, file) => {
    const store = await openFaulty();
    faultOf = faultAt(name, file, 1, 'EIO');
    await expect(store.keep([{ sha2, bytes }])).rejects.toMatchObject(unavailable);
    expect(fatal).toHaveLength(1);
    await expect(store.keep([{ sha2, bytes }])).rejects.toMatchObject(unavailable);
  });
});

it('what a crash left half written is cleared away at the next opening, and nothing else', async () => {
  const store = await openFaulty();
  await store.keep([{ sha2, bytes }]);
  await writeFile(join(folder.path, 'attachments', `${'a'.repeat(64)}.tmp`), 'half');
  const opened = await openFaulty();
  expect(await readdir(join(folder.path, 'attachments'))).toEqual([sha2]);
  expect(await opened.read(sha2)).toEqual(bytes);
});

it('an attachment that cannot be read is an error, not an absent one', async () => {
  const store = await openFaulty();
  await store.keep([{ sha2, bytes }]);
  faultOf = faultAt('read', sha2, 1, 'EIO');
  await expect(store.read(sha2)).rejects.toMatchObject(unavailable);
});

it('an attachment whose octets have changed on the disk is not given out', async () => {
  const store = await openFaulty();
  await store.keep([{ sha2, bytes }]);
  await writeFile(join(folder.path, 'attachments', sha2), 'OCTETS');
  await expect(store.read(sha2)).rejects.toMatchObject({ code: 'store_damaged' });
});

it('a name that is no hash never becomes a path', async () => {
  const store = await openFaulty();
  await expect(store.keep([{ sha2: '../lock', bytes }])).rejects.toMatchObject(unavailable);
  await store.removeUnattached(() => false);
});
