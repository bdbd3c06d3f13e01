import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFileOperations } from '../../src/stores/lowdb/fileOperations.ts';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import { openOptions, temporaryFolder } from '../support/stores.ts';
import { faultAt, faultyFiles } from '../support/storesFaults.ts';
import type { FaultOf } from '../support/storesFaults.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let dataDir: string;
let faultOf: FaultOf;

beforeEach(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder.path, 'data');
  faultOf = () => null;
});
afterEach(() => folder.remove());

async function openFaulty() {
  const options = openOptions(dataDir);
  const files = faultyFiles(nodeFileOperations, (operation) => faultOf(operation));
  return { ...(await openLowdbStores({ ...options, files })), told: options.told };
}

const unavailable = { code: 'store_unavailable' };

describe('a JSON file', () => {
  it('is acknowledged after the new file is flushed, put in place, and its folder flushed', async () => {
    const { settings, close } = await openFaulty();
    const asked: string[] = [];
    faultOf = ({ name, path }) => {
      asked.push(`${name} ${basename(path)}`);
      return null;
    };
    await settings.keepIdBase('https://a.example');
    const file = 'settings.json';
    expect(asked).toEqual([
      `open ${file}.tmp`,
      `write ${file}.tmp`,
      `datasync ${file}.tmp`,
      `rename ${file}`,
      'syncFolder data',
    ]);
    await close();
  });
});

describe('a JSON file that cannot be written', () => {
  it.each([
    ['open', 'settings.json.tmp'],
    ['write', 'settings.json.tmp'],
    ['rename', 'settings.json'],
  ] as const)('is as it was, in memory and on the disk, when %s fails', async (name, file) => {
    const { settings, close, told } = await openFaulty();
    faultOf = faultAt(name, file, 1, 'ENOSPC');
    await expect(settings.keepIdBase('https://a.example')).rejects.toMatchObject(unavailable);
    expect(await settings.idBase()).toBeNull();
    await settings.keepIdBase('https://b.example');
    expect(told.fatal).toEqual([]);
    await close();
    const again = await openFaulty();
    expect(await again.settings.idBase()).toBe('https://b.example');
    await again.close();
  });

  it.each([
    ['datasync', 'settings.json.tmp'],
    ['syncFolder', 'data'],
  ] as const)('is fatal when %s fails: what the disk holds is not known then', async (name, file) => {
    const { settings, close, told } = await openFaulty();
    faultOf = faultAt(name, file, 1, 'EIO');
    await expect(settings.keepIdBase('https://a.example')).rejects.toMatchObject(unavailable);
    await expect(settings.keepIdBase('https://a.example')).rejects.toMatchObject(unavailable);
    expect(await settings.idBase()).toBeNull();
    expect(told.fatal).toHaveLength(1);
    await close();
  });

  it('writes many changes at once in few writes, each durable before it is acknowledged', async () => {
    const { sessions, close } = await openFaulty();
    let writes = 0;
    faultOf = ({ name, path }) => {
      if (name === 'rename' && basename(path) === 'sessions.json') writes += 1;
      return null;
    };
    const time = '2026-03-02T07:00:00.000Z';
    const hashes = Array.from({ length: 200 }, (_, index) => `h${index}`);
    await Promise.all(hashes.map((hash) => sessions.save({ hash, personId: 'p', createdAt: time, lastSeenAt: time })));
    expect(writes).toBeLessThan(10);
    await close();
    const again = await openFaulty();
    for (const hash of hashes) expect(await again.sessions.find(hash)).not.toBeNull();
    await again.close();
  });
});

describe('the health check', () => {
  it.each(['open', 'write', 'datasync', 'read', 'unlink'] as const)(
    'fails while %s does, and only then',
    async (name) => {
      const { checkHealth, close } = await openFaulty();
      faultOf = faultAt(name, 'probe', 1, 'EIO');
      await expect(checkHealth()).rejects.toMatchObject(unavailable);
      await checkHealth();
      await close();
    },
  );
});

describe('an opening that fails', () => {
  it('at any operation gives the folder free again', async () => {
    await (await openFaulty()).close();
    for (let nth = 1, failed = true; failed; nth += 1) {
      let count = 0;
      faultOf = () => (++count === nth ? 'EMFILE' : null);
      const opened = await openFaulty().catch(() => null);
      faultOf = () => null;
      failed = opened === null;
      await (opened ?? (await openFaulty())).close();
    }
  });
});
