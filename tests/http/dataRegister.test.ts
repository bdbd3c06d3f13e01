import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileOperations } from '../../src/stores/lowdb/fileOperations.ts';
import { scanJournal } from '../../src/stores/lowdb/journalScan.ts';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import { actorKey } from '../../src/xapi/actors.ts';
import { rotateKeys } from '../../src/reports/certificates/keys.ts';
import { completeModule } from '../support/completeModule.ts';
import { somePerson } from '../support/people.ts';
import { openOptions } from '../support/stores.ts';
import { faultAt, faultyFiles } from '../support/storesFaults.ts';
import { agent, statement, voiding } from '../support/storesStatements.ts';
import { testApp } from '../support/testApp.ts';
import { attachmentOf, sha2Of } from '../support/xapiCalls.ts';

const root = join(import.meta.dirname, '..', '..');
/** What is the standard's own to name: of these only the members at the top are registered. */
const opaque =
  /^statements\.journal: (?:actor|verb|object|result|context|authority|attachments)\b|^audit\.journal: detail\b/;

describe('the register of stored data', () => {
  it('names every field that the product keeps on the disk, and no other', async () => {
    const app = await testApp({ env: { XAPI_CLIENTS: 'tool:secret:all' } });
    const learner = await completeModule(app, 'learner');
    await app.fetch('/certificates/fi/modules/module.pdf', { headers: learner });
    await app.fetch('/exports/completions.csv', { headers: await app.signIn('manager') });
    let stored: ReadonlySet<string> = new Set();
    await app.restart({
      meanwhile: async (dataDir) => {
        await keepEveryKind(dataDir);
        stored = await fieldsIn(dataDir);
      },
    });
    expect([...stored].sort()).toEqual([...(await registered('Server'))].sort());
  });

  it('names every key that pages keep in a browser, and no other', async () => {
    expect([...(await browserKeys())].sort()).toEqual([...(await registered('Browser'))].sort());
  });

  it('gives every entry a purpose, a legal ground and a class of retention', async () => {
    for (const [row, cells] of (await rowsOf('Server')).concat(await rowsOf('Browser')))
      expect([row, cells.length, cells.every((cell) => cell !== '')]).toEqual([row, 4, true]);
  });
});

/** Makes the store keep one of everything that it can. */
async function keepEveryKind(dataDir: string): Promise<void> {
  const files = faultyFiles(nodeFileOperations, (operation) =>
    faultAt('open', 'statements.journal.tmp', 1, 'EIO', 99)(operation),
  );
  const stores = await openLowdbStores(openOptions(dataDir));
  const at = '2026-11-21T10:00:00.000Z';
  const row = { name: 'Aino', email: 'a@b.fi', language: 'fi', unit: null, manages: ['care'], leftAt: null } as const;
  const undo = { at, units: [{ id: 'care', name: 'Care', parent: null }], people: [{ id: 'p', rosterId: '1', row }] };
  const person = somePerson('p', { ...row, rosterId: '1', roles: ['coordinator'] });
  await stores.people.change(({ units, people }) => ({ units, people: [...people, person], undo }));
  await rotateKeys(stores.certificateKeys, () => new Date(at));
  const content = Buffer.from('a note');
  await stores.attachments.keep([{ sha2: sha2Of('a note'), bytes: content }]);
  await stores.statements.append([statement(1, { attachments: [attachmentOf('a note')] }), statement(2)]);
  await stores.statements.append([{ ...voiding(3, 2), actor: agent('eero') }, statement(4, { actor: agent('eero') })]);
  const context = { resource: 'state', activity: 'https://example.org/a', agent: actorKey(agent('aino'))! } as const;
  const address = { context, registration: null, id: 'one' };
  const body = (bytes: number[]) => ({ contentType: 'text/plain', body: new Uint8Array(bytes) });
  await stores.documents.put(address, body([0x61]));
  await stores.documents.put({ ...address, id: 'two' }, body([0xff]));
  await stores.documents.remove(address);
  await stores.documents.removeAll(context);
  await stores.erasure.erase({ personId: 'eero', reportId: 'r', agents: [actorKey(agent('eero'))!], by: 'maintainer' });
  await stores.close();
  const failing = await openLowdbStores({ ...openOptions(dataDir), files });
  const erasure = { personId: 'p', reportId: 'report-p', agents: [actorKey(agent('aino'))!], by: 'maintainer' };
  await expect(failing.erasure.erase(erasure)).rejects.toThrow();
  await failing.close();
}

/** Every field in the files of a data folder, as `file: path.of[].field`. */
async function fieldsIn(dataDir: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const entry of await readdir(dataDir, { withFileTypes: true })) {
    const name = entry.isDirectory() ? `${entry.name}/` : entry.name;
    if (name.endsWith('.mark')) found.add('*.mark: sequence');
    else if (name.endsWith('/')) found.add(`${name}: octets`);
    else for (const record of await recordsIn(dataDir, name)) addFields(found, `${name}: `, record);
  }
  const all = [...found].map((path) => opaque.exec(path)?.[0] ?? path);
  return new Set(
    all.filter((path) => !all.some((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[`))),
  );
}

async function recordsIn(dataDir: string, name: string): Promise<readonly unknown[]> {
  const path = join(dataDir, name);
  if (!name.endsWith('.journal')) return [JSON.parse(await readFile(path, 'utf8')) as unknown];
  const records: unknown[] = [];
  const file = await nodeFileOperations.open(path, 'read');
  await scanJournal(file, path, 0, ({ json }) =>
    records.push(...[JSON.parse(json.toString('utf8')) as unknown].flat()),
  );
  await file.close();
  return records;
}

function addFields(found: Set<string>, path: string, value: unknown): void {
  if (Array.isArray(value) && value.length > 0) for (const item of value) addFields(found, `${path}[]`, item);
  else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const start = path.endsWith(': ') ? path : `${path}.`;
    for (const [name, item] of Object.entries(value)) addFields(found, `${start}${name}`, item);
  } else if (!path.endsWith(': ')) found.add(Array.isArray(value) ? `${path}[]` : path);
}

/** Cookies, keys and stores of the browser, as the source names them. */
async function browserKeys(): Promise<ReadonlySet<string>> {
  const sources = await Promise.all(
    ['src/components', 'src/layouts', 'src/server/http', 'public'].map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
      const texts = entries.filter(({ name }) => /\.(?:ts|js|astro)$/.test(name));
      return Promise.all(texts.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')));
    }),
  );
  const quoted = sources.flat().flatMap((text) => text.match(/['"`](?:__Host-)?oppihetki(?:-[a-z-]+:?)?['"`$]/g) ?? []);
  return new Set(quoted.map((literal) => literal.slice(1, -1)).filter((key) => !notStored.has(key)));
}

/** Names that are no storage: a header, and the channel and the lock that tabs share. */
const notStored = new Set(['oppihetki-account', 'oppihetki-queue']);

/** The rows of a part of the register: what it is about, and its cells. */
async function rowsOf(part: string): Promise<(readonly [string, readonly string[]])[]> {
  const text = await readFile(join(root, 'docs', 'data-register.md'), 'utf8');
  const section = text.split(/^## /m).find((one) => one.startsWith(`${part}\n`)) ?? '';
  let file = '';
  return section.split('\n').flatMap((line) => {
    file = /^### `(.+)`/.exec(line)?.[1] ?? file;
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const names = [...(cells[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
    return names.map((name) => [file === '' ? name : `${file}: ${name}`, cells] as const);
  });
}

async function registered(part: string): Promise<ReadonlySet<string>> {
  return new Set((await rowsOf(part)).map(([row]) => row));
}
