import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../src/stores/lowdb/backupFolder.ts';
import { nodeFileOperations } from '../../src/stores/lowdb/fileOperations.ts';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import type { Stores } from '../../src/stores/lowdb/openStores.ts';
import { restore } from '../../src/stores/lowdb/restoreFolder.ts';
import { verifyBackup } from '../../src/stores/lowdb/verifyBackup.ts';
import { actorKey } from '../../src/xapi/actors.ts';
import { somePerson } from '../support/people.ts';
import { openOptions, temporaryFolder } from '../support/stores.ts';
import { agent, idBase, statement, uuid } from '../support/storesStatements.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let dataDir: string;
let target: string;
let stores: Stores;
const files = nodeFileOperations;

beforeEach(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder.path, 'data');
  target = join(folder.path, 'backup');
  stores = await openLowdbStores(openOptions(dataDir));
});
afterEach(async () => {
  await stores.close();
  await folder.remove();
});

const backUpHere = () => backUp({ files, dataDir, target, clock: () => new Date('2026-03-02T07:00:00.000Z') });
const restoreHere = (replace = false) => restore({ ...openOptions(dataDir), files, backup: target, replace });

async function reopen(): Promise<void> {
  await stores.close();
  stores = await openLowdbStores(openOptions(dataDir));
}
async function idsFound(): Promise<string[]> {
  return (await stores.statements.find({ limit: 10_000, ascending: true })).statements.map(({ id }) => id);
}

describe('a backup', () => {
  it('taken while statements arrive holds all that were acknowledged before it, and whole groups only', async () => {
    let next = 1;
    let isTaken = false;
    const acknowledged: number[] = [];
    const write = async () => {
      while (!isTaken) {
        const number = next;
        next += 2;
        const context = { registration: uuid(number) };
        await stores.statements.append([statement(number, { context }), statement(number + 1, { context })]);
        acknowledged.push(number);
      }
    };
    const writers = Array.from({ length: 8 }, write);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = [...acknowledged];
    await backUpHere();
    isTaken = true;
    await Promise.all(writers);
    await stores.close();
    await rm(dataDir, { recursive: true });
    await restoreHere();
    stores = await openLowdbStores(openOptions(dataDir));
    expect(stores.recovered).toEqual([]);
    const found = new Set(await idsFound());
    expect(before.filter((number) => !found.has(uuid(number)))).toEqual([]);
    const groups = await Promise.all(
      (await stores.statements.registrations()).map((one) => stores.statements.ofRegistration(one)),
    );
    expect(groups.filter(({ length }) => length !== 2)).toEqual([]);
  });

  it('holds everything the folder keeps, and is open to its owner only', async () => {
    await stores.settings.keepIdBase(idBase);
    await stores.statements.append([statement(1)]);
    await stores.people.save({ units: [{ id: 'u', name: 'Työllisyys', parent: null }] });
    await mkdir(join(dataDir, 'keys'));
    await writeFile(join(dataDir, 'keys', 'signing.json'), '{}');
    await backUpHere();
    await reopen();
    await stores.statements.append([statement(2)]);
    await stores.close();
    const { aside } = await restoreHere(true);
    stores = await openLowdbStores(openOptions(dataDir));
    expect(await stores.settings.idBase()).toBe(idBase);
    expect(await stores.people.units()).toHaveLength(1);
    expect(await idsFound()).toEqual([uuid(1)]);
    expect(await readFile(join(dataDir, 'keys', 'signing.json'), 'utf8')).toBe('{}');
    expect(await readdir(aside!)).toContain('statements.journal');
    expect(await readdir(aside!)).not.toContain('lock');
  });

  it('is refused into a folder that holds something, and into the data folder', async () => {
    await mkdir(target);
    await writeFile(join(target, 'note'), '');
    await expect(backUpHere()).rejects.toMatchObject({ code: 'maintenance' });
    expect(await readdir(target)).toEqual(['note']);
    target = join(dataDir, 'backup');
    await expect(backUpHere()).rejects.toMatchObject({ code: 'maintenance' });
  });

  it('of a damaged journal is refused, and leaves no backup', async () => {
    for (const number of [1, 2, 3]) await stores.statements.append([statement(number)]);
    await stores.close();
    const journal = join(dataDir, 'statements.journal');
    const bytes = await readFile(journal);
    await writeFile(journal, bytes.fill('x', 30, 40));
    await expect(backUpHere()).rejects.toMatchObject({ code: 'store_damaged' });
    expect(await readdir(folder.path)).not.toContain('backup');
    await rm(dataDir, { recursive: true });
    stores = await openLowdbStores(openOptions(dataDir));
  });
});

describe('a restore', () => {
  beforeEach(async () => {
    await stores.statements.append([statement(1)]);
    await backUpHere();
  });

  it('is refused while the folder is in use, and where --replace is missing', async () => {
    await expect(restoreHere()).rejects.toMatchObject({ code: 'maintenance' });
    await expect(restoreHere(true)).rejects.toMatchObject({ code: 'store_locked' });
    expect(await idsFound()).toEqual([uuid(1)]);
  });

  it.each(['statements.journal', 'settings.json'])('is refused when the backup is damaged: %s', async (name) => {
    await stores.settings.keepIdBase(idBase);
    await rm(target, { recursive: true });
    await backUpHere();
    expect((await verifyBackup(files, target)).problems).toEqual([]);
    const path = join(target, name);
    const bytes = await readFile(path);
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(path, bytes);
    expect((await verifyBackup(files, target)).problems).toEqual([expect.stringContaining(name)]);
    await stores.close();
    await expect(restoreHere(true)).rejects.toMatchObject({ code: 'maintenance' });
    await rm(path);
    expect((await verifyBackup(files, target)).problems).toEqual([`${name}: the file is missing`]);
    stores = await openLowdbStores(openOptions(dataDir));
  });

  it('refuses a backup that was cut short or names files outside of it', async () => {
    await appendFile(join(target, 'backup.json'), '}');
    await expect(verifyBackup(files, target)).rejects.toMatchObject({ code: 'maintenance' });
    await writeFile(join(target, 'backup.json'), '{"format":1,"files":[{"name":"../x","sha256":""}]}');
    await expect(verifyBackup(files, target)).rejects.toMatchObject({ code: 'maintenance' });
    await rm(join(target, 'backup.json'));
    await expect(verifyBackup(files, target)).rejects.toMatchObject({ code: 'maintenance' });
  });

  it('brings nobody back who was erased since the backup', async () => {
    const name = 'eero-7f3a';
    await stores.settings.keepIdBase(idBase);
    await stores.people.save({ people: [somePerson(name, { reportId: 'r', name: 'Eero' })] });
    await stores.statements.append([statement(2, { actor: agent(name) })]);
    await rm(target, { recursive: true });
    await backUpHere();
    await stores.erasure.erase({ personId: name, reportId: 'r', agents: [actorKey(agent(name))!], by: 'maintainer' });
    await stores.close();
    await restoreHere(true);
    stores = await openLowdbStores(openOptions(dataDir));
    expect(await idsFound()).toEqual([uuid(1)]);
    expect(await stores.people.byId(name)).toBeNull();
    expect(await stores.statements.append([statement(2, { actor: agent(name) })])).toMatchObject({ kind: 'erased' });
    await stores.close();
    expect(await readFile(join(dataDir, 'statements.journal'), 'utf8')).not.toContain(name);
    stores = await openLowdbStores(openOptions(dataDir));
  });

  it('brings back no documents of somebody who had nothing else', async () => {
    const agents = [actorKey(agent('eero-7f3a'))!];
    const address = {
      context: { resource: 'agentProfile', agent: agents[0]! },
      registration: null,
      id: 'one',
    } as const;
    await stores.documents.put(address, { contentType: 'text/plain', body: Buffer.from('notes') });
    await rm(target, { recursive: true });
    await backUpHere();
    await stores.erasure.erase({ personId: 'eero-7f3a', reportId: null, agents, by: 'maintainer' });
    await stores.close();
    await restoreHere(true);
    expect(await readFile(join(dataDir, 'documents.journal'), 'utf8')).not.toContain('eero-7f3a');
    stores = await openLowdbStores(openOptions(dataDir));
    expect(await stores.documents.get(address)).toBeNull();
  });

  it('that was cut short between the old folder and the new one keeps a store from starting empty', async () => {
    await stores.close();
    await rename(dataDir, `${dataDir}.restoring`);
    await expect(openLowdbStores(openOptions(dataDir))).rejects.toMatchObject({ code: 'maintenance' });
    await restoreHere();
    stores = await openLowdbStores(openOptions(dataDir));
    expect(await idsFound()).toEqual([uuid(1)]);
  });
});
