import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import type { Stores } from '../../src/stores/lowdb/openStores.ts';
import { actorKey } from '../../src/xapi/actors.ts';
import { somePerson } from '../support/people.ts';
import { openOptions, temporaryFolder } from '../support/stores.ts';
import { agent, statement, uuid, voiding } from '../support/storesStatements.ts';
import { attachmentOf, sha2Of } from '../support/xapiCalls.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let stores: Stores;

beforeEach(async () => {
  folder = await temporaryFolder();
  stores = await open();
});
afterEach(async () => {
  await stores.close();
  await folder.remove();
});

const name = 'eero-7f3a';
const eero = { actor: agent(name) };
const keyOfEero = actorKey(agent(name))!;
const erasure = { personId: name, reportId: 'report-eero', agents: [keyOfEero], by: 'maintainer' };

function open(): Promise<Stores> {
  return openLowdbStores(openOptions(join(folder.path, 'data')));
}
function contentOf(text: string) {
  return { sha2: sha2Of(text), bytes: Buffer.from(text) };
}
async function restart(): Promise<void> {
  await stores.close();
  stores = await open();
}
async function numbersFound(): Promise<string[]> {
  return (await stores.statements.find({ limit: 100, ascending: true })).statements.map(({ id }) => id);
}

describe('erasing a person', () => {
  it('takes every statement that names the person anywhere, and no other, for good', async () => {
    await stores.statements.append([statement(1), statement(2, eero), statement(3)]);
    await stores.statements.append([statement(4, { object: agent(name) })]);
    await stores.statements.append([statement(5, { context: { instructor: agent(name) } })]);
    await stores.statements.append([statement(6, { actor: { objectType: 'Group', member: [agent(name)] } })]);
    await stores.statements.append([statement(7, eero), voiding(8, 7)]);
    expect(await stores.erasure.erase(erasure)).toEqual({ statements: 5 });
    for (const check of [async () => {}, restart]) {
      await check();
      expect(await numbersFound()).toEqual([1, 3, 8].map(uuid));
      for (const number of [2, 4, 5, 6, 7]) expect(await stores.statements.get(uuid(number))).toBeNull();
      expect((await stores.statements.find({ agent: keyOfEero, relatedAgents: true, limit: 9 })).statements).toEqual(
        [],
      );
    }
  });

  it('leaves no trace of the name in any file', async () => {
    const time = '2026-03-02T07:00:00.000Z';
    await stores.people.save({
      people: [somePerson(name, { reportId: 'report-eero', name: 'Eero E' })],
    });
    await stores.sessions.save({ hash: 'h', personId: name, createdAt: time, lastSeenAt: time });
    await stores.audit.append({ at: time, by: name, action: 'export', detail: {}, subjects: ['report-aino'] });
    await stores.audit.append({ at: time, by: 'aino', action: 'view-report', detail: {}, subjects: ['report-eero'] });
    const context = { resource: 'state', activity: 'https://a.example/x', agent: keyOfEero } as const;
    const document = { contentType: 'text/plain', body: Buffer.from('my notes') };
    await stores.documents.put({ context, registration: null, id: 'notes' }, document);
    await stores.statements.append([statement(1), statement(2, eero)]);
    await stores.erasure.erase(erasure);
    expect(await stores.people.byId(name)).toBeNull();
    expect(await stores.sessions.find('h')).toBeNull();
    const entries = await stores.audit.entries();
    expect(entries.map(({ by, subjects }) => ({ by, subjects }))).toEqual([
      { by: 'erased', subjects: ['report-aino'] },
      { by: 'aino', subjects: ['erased'] },
      { by: 'maintainer', subjects: [] },
    ]);
    await stores.close();
    for (const entry of await readdir(join(folder.path, 'data'), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = await readFile(join(entry.parentPath, entry.name), 'latin1');
      expect([entry.name, /eero|Eero|my notes/.test(text)]).toEqual([entry.name, false]);
    }
    stores = await open();
  });

  it('is answered to a retry, to the same id from somebody else, and to anything new that names the person', async () => {
    await stores.statements.append([statement(2, eero)]);
    await stores.erasure.erase(erasure);
    for (const check of [async () => {}, restart]) {
      await check();
      const refused = [statement(2, eero), statement(2), statement(9, eero)];
      for (const one of refused) {
        const outcome = await stores.statements.append([statement(8), one]);
        expect(outcome).toEqual({ kind: 'erased', id: one.id });
      }
      expect(await numbersFound()).toEqual([]);
    }
  });

  it('keeps what the person voided voided', async () => {
    await stores.statements.append([statement(1)]);
    await stores.statements.append([{ ...voiding(2, 1), ...eero }]);
    await stores.erasure.erase(erasure);
    for (const check of [async () => {}, restart]) {
      await check();
      expect(await stores.statements.isVoided(uuid(1))).toBe(true);
      expect(await numbersFound()).toEqual([]);
    }
  });

  it('keeps cursors right', async () => {
    for (const number of [1, 2, 3, 4, 5]) await stores.statements.append([statement(number, number === 2 ? eero : {})]);
    const first = await stores.statements.find({ limit: 3, ascending: true });
    await stores.erasure.erase(erasure);
    await restart();
    const next = await stores.statements.find({ limit: 3, ascending: true, cursor: first.next! });
    expect(next.statements.map(({ id }) => id)).toEqual([4, 5].map(uuid));
  });

  it('takes the attachments that nobody else has', async () => {
    await stores.attachments.keep(['own', 'shared'].map(contentOf));
    await stores.statements.append([statement(1, { attachments: [attachmentOf('shared')] })]);
    const attachments = [attachmentOf('own'), attachmentOf('shared')];
    await stores.statements.append([statement(2, { ...eero, attachments })]);
    await stores.erasure.erase(erasure);
    expect(await stores.attachments.read(sha2Of('own'))).toBeNull();
    expect(await stores.attachments.read(sha2Of('shared'))).not.toBeNull();
  });

  it('leaves the attachments that somebody else is about to store a statement with', async () => {
    const content = contentOf('shared');
    const attachments = [attachmentOf('shared')];
    await stores.attachments.keep([content]);
    await stores.statements.append([statement(1, { ...eero, attachments })]);
    let erasing = Promise.resolve({ statements: 0 });
    await stores.attachments.exclusively([content.sha2], async () => {
      await stores.attachments.keep([content]);
      erasing = stores.erasure.erase(erasure);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await stores.statements.append([statement(2, { attachments })]);
    });
    expect(await erasing).toEqual({ statements: 1 });
    await restart();
    expect(await stores.attachments.read(content.sha2)).toEqual(content.bytes);
  });

  it('is answered to new documents of the person', async () => {
    const document = { contentType: 'text/plain', body: Buffer.from('new') };
    const address = { context: { resource: 'agentProfile', agent: keyOfEero }, registration: null, id: 'one' } as const;
    await stores.erasure.erase(erasure);
    for (const check of [async () => {}, restart]) {
      await check();
      expect(await stores.documents.put(address, document)).toBe('erased');
    }
  });

  it('loses nothing that others store at the same time', async () => {
    await stores.statements.append([statement(1, eero)]);
    const numbers = Array.from({ length: 200 }, (_, index) => index + 10);
    const [erased] = await Promise.all([
      stores.erasure.erase(erasure),
      ...numbers.map((number) => stores.statements.append([statement(number)])),
    ]);
    expect(erased).toEqual({ statements: 1 });
    await restart();
    expect(
      (await stores.statements.find({ limit: 1_000, ascending: true })).statements.map(({ id }) => id).sort(),
    ).toEqual(numbers.map(uuid));
  });

  it('of somebody who is not known, or is erased already, changes nothing', async () => {
    await stores.statements.append([statement(1)]);
    expect(await stores.erasure.erase(erasure)).toEqual({ statements: 0 });
    expect(await stores.erasure.erase(erasure)).toEqual({ statements: 0 });
    expect(await numbersFound()).toEqual([uuid(1)]);
  });
});
