import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../src/stores/lowdb/backupFolder.ts';
import { nodeFileOperations } from '../../src/stores/lowdb/fileOperations.ts';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import type { Stores } from '../../src/stores/lowdb/openStores.ts';
import { restore } from '../../src/stores/lowdb/restoreFolder.ts';
import { somePerson } from '../support/people.ts';
import { openOptions, temporaryFolder } from '../support/stores.ts';
import { agent, idBase, statement } from '../support/storesStatements.ts';

const tools = join(import.meta.dirname, '..', '..', 'tools');
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let dataDir: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder.path, 'data');
  await withStores(async (stores) => stores.settings.keepIdBase(idBase));
});
afterEach(() => folder.remove());

/** What the server or a test does with the store, which is closed again for the commands. */
async function withStores<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
  const stores = await openLowdbStores(openOptions(dataDir, () => new Date()));
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

const people = () => withStores(({ people: store }) => store.people());
const actions = () => withStores(async ({ audit }) => (await audit.entries()).map(({ action }) => action));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, text);
  return path;
}

interface Outcome {
  readonly status: number;
  readonly output: string;
}

function run(tool: string, ...words: readonly string[]): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const env = { ...process.env, DATA_DIR: dataDir };
  const child = execFile(process.execPath, [join(tools, `${tool}.ts`), ...words], { env }, (_error, stdout, stderr) =>
    resolve({ status: child.exitCode ?? -1, output: stdout + stderr }),
  );
  return promise;
}

function saying(status: number, ...parts: readonly string[]) {
  const outputs = parts.map((part) => expect.stringContaining(part) as string);
  return async (running: Promise<Outcome>) => {
    const outcome = await running;
    expect(outcome.status, outcome.output).toBe(status);
    for (const output of outputs) expect(outcome.output).toEqual(output);
  };
}

const units = 'tunnus;nimi;yläyksikkö\ncity;Kaupunki;\ncare;Sote;city\n';
const rows = 'tunnus;nimi;yksikkö;esihenkilö yksikölle\n1;Aino Äimä;care;\n2;Eero Esihenkilö;city;care\n';

describe('the roster’s command', () => {
  it('previews, imports, lists and undoes, and writes nothing but at an import and an undo', async () => {
    const names = [await file('people.csv', rows), await file('units.csv', units)];
    await saying(0, '2 added', 'Nothing was changed.')(run('roster', 'preview', ...names));
    expect(await people()).toEqual([]);
    await saying(0, '1 Aino Äimä, unit care', 'Imported.')(run('roster', 'import', ...names));
    await saying(0, 'Everything stands as the files say.')(run('roster', 'import', ...names));
    await saying(0, 'Aino Äimä\tSote (care)')(run('roster', 'list'));
    expect((await run('roster', 'list', '--no-unit')).output.trim().split('\n')).toHaveLength(1);
    await saying(0, '2 it had added are gone again')(run('roster', 'undo'));
    await saying(1, 'no import to undo')(run('roster', 'undo'));
    expect(await people()).toEqual([]);
    expect(await actions()).toEqual(['import-roster', 'undo-roster']);
  });

  it('does not let a file that was cut short make people leave, unless that is said to be meant', async () => {
    await saying(0)(run('roster', 'import', await file('people.csv', rows), await file('units.csv', units)));
    const short = await file('people.csv', rows.split('\n').slice(0, 2).join('\n'));
    await saying(0, 'will ask for --yes: 1 of the 2 people')(run('roster', 'preview', short));
    await saying(1, '1 of the 2 people', 'run again with --yes')(run('roster', 'import', short));
    expect((await people()).map(({ leftAt }) => leftAt)).toEqual([null, null]);
    await saying(0, 'Leave (1)')(run('roster', 'import', short, '--yes'));
    expect((await people())[1]).toMatchObject({ unit: null, manages: [], leftAt: expect.any(String) as string });
    await saying(0, 'ei yksikköä')(run('roster', 'list', '--no-unit'));
  });

  it('tells every problem by file and row, counts those that are too many to list, and changes nothing', async () => {
    const wrong = `tunnus;nimi;yksikkö\n${Array.from({ length: 70 }, (_, index) => `${index};=cmd;care`).join('\n')}\n`;
    const name = await file('people.csv', wrong);
    await saying(
      1,
      'people.csv, row 2: The name "=cmd"',
      'and 90 more problems',
      '140 problems.',
    )(run('roster', 'import', name));
    await saying(1, 'nowhere.csv is not there')(run('roster', 'preview', join(folder.path, 'nowhere.csv')));
    expect(await people()).toEqual([]);
  });

  it('called wrongly says how, with exit code 2', async () => {
    const wrong = [[], ['import'], ['undo', 'x'], ['constructor'], ['list', '--none']];
    await Promise.all(wrong.map((words) => saying(2, 'Usage: npm run roster')(run('roster', ...words))));
  });

  it('previews and lists while a server runs on the folder; an import and an undo wait for it to be stopped', async () => {
    const names = [await file('people.csv', rows), await file('units.csv', units)];
    const stores = await openLowdbStores(openOptions(dataDir, () => new Date()));
    try {
      const changing = [['roster', 'import', ...names], ['roster', 'undo'], ['forget', '1'], ['retention']];
      await Promise.all([
        saying(0, '2 added')(run('roster', 'preview', ...names)),
        saying(0)(run('roster', 'list')),
        saying(0, '0 entries.')(run('audit')),
        saying(0, 'Nothing was changed')(run('retention', '--preview')),
        ...changing.map(([tool = '', ...words]) => saying(1, 'Stop it first')(run(tool, ...words))),
      ]);
    } finally {
      await stores.close();
    }
  });
});

describe('forgetting a name by command', () => {
  it('leaves the record nameless, ends the sessions, and says so in the audit log; a second time changes nothing', async () => {
    await saying(0)(run('roster', 'import', await file('people.csv', rows), await file('units.csv', units)));
    const [aino] = await people();
    const at = new Date().toISOString();
    await withStores(async (stores) => {
      await stores.sessions.save({ hash: 'h', personId: aino!.id, createdAt: at, lastSeenAt: at });
      await stores.statements.append([statement(1, { actor: agent(aino!.id) })]);
    });
    await saying(0, `report id ${aino!.reportId}`)(run('forget', '1'));
    await saying(1, 'Nobody here')(run('forget', '1'));
    await saying(0, 'forgotten before')(run('forget', aino!.reportId));
    await withStores(async (stores) => {
      expect(await stores.people.byId(aino!.id)).toMatchObject({ name: null, rosterId: null, key: null, unit: 'care' });
      expect(await stores.sessions.find('h')).toBeNull();
      expect((await stores.statements.find({ limit: 9 })).statements).toHaveLength(1);
    });
    await saying(0, 'forget', '1 entry')(run('audit', '--person', aino!.reportId));
    for (const { name, parentPath } of await filesOf(dataDir))
      expect([name, (await readFile(join(parentPath, name), 'utf8')).includes('Äimä')]).toEqual([name, false]);
  });

  it('holds when an older backup is restored', async () => {
    await saying(0)(run('roster', 'import', await file('people.csv', rows), await file('units.csv', units)));
    const backup = join(folder.path, 'backup');
    const disk = { files: nodeFileOperations, ...openOptions(dataDir, () => new Date()) };
    await backUp({ ...disk, target: backup });
    await saying(0)(run('forget', '1'));
    await restore({ ...disk, backup, replace: true });
    expect((await people()).map(({ name, rosterId }) => [name, rosterId])).toEqual([
      [null, null],
      ['Eero Esihenkilö', '2'],
    ]);
  });
});

describe('erasing somebody', () => {
  it('takes them out of what undoes the last import: the undo does not bring them back', async () => {
    const names = [await file('people.csv', rows), await file('units.csv', units)];
    await saying(0)(run('roster', 'import', ...names));
    const renamed = await file('people.csv', rows.replace('Aino Äimä', 'Aino Uusi'));
    await saying(0)(run('roster', 'import', renamed, '--yes'));
    await saying(0)(run('erase', '1', '--yes'));
    for (const { name, parentPath } of await filesOf(dataDir))
      expect([name, (await readFile(join(parentPath, name), 'utf8')).includes('Aino')]).toEqual([name, false]);
    await saying(0)(run('roster', 'undo'));
    expect((await people()).map(({ name }) => name)).toEqual(['Eero Esihenkilö']);
  });
});

describe('retention', () => {
  it('forgets, erases and removes what is past its time, says how much, and finds nothing the second time', async () => {
    const at = new Date().toISOString();
    const gone = (id: string, leftAt: string) => somePerson(id, { name: 'Aino', rosterId: id, leftAt });
    const guest = (id: string) => somePerson(id, { name: 'Guest', key: { issuer: 'i', subject: id } });
    await withStores(async (stores) => {
      await stores.people.save({
        people: [
          gone('new', at),
          gone('old', daysAgo(300)),
          gone('older', daysAgo(1_000)),
          guest('learns'),
          guest('looks'),
          guest('is here'),
          guest('silent'),
        ],
      });
      for (const [index, id] of ['old', 'older', 'learns'].entries())
        await stores.statements.append([statement(index, { actor: agent(id) })]);
      await stores.sessions.save({ hash: 'h', personId: 'is here', createdAt: at, lastSeenAt: at });
      const entry = { by: 'looks', action: 'export', detail: {}, subjects: [] } as const;
      await stores.audit.append({ ...entry, at: daysAgo(1_000) });
      await stores.audit.append({ ...entry, at });
    });
    await saying(
      0,
      'names of 2 people',
      'records of 1 people',
      '1 entries of the audit log',
    )(run('retention', '--preview'));
    await saying(0, 'names of 2 people', 'records of 1 people', '1 entries of the audit log')(run('retention'));
    await saying(0, 'names of 0 people', 'records of 0 people', '0 entries of the audit log')(run('retention'));
    await withStores(async (stores) => {
      expect((await stores.people.people()).map(({ id, name }) => [id, name])).toEqual([
        ['new', 'Aino'],
        ['old', null],
        ['learns', 'Guest'],
        ['looks', 'Guest'],
        ['is here', 'Guest'],
        ['silent', null],
      ]);
      expect((await stores.statements.find({ limit: 9 })).statements).toHaveLength(2);
    });
    expect(await actions()).toEqual(['export', 'erase', 'retention']);
  });
});

describe('the audit log’s command', () => {
  it('filters by day, person, action and who did it, in lines or as JSON', async () => {
    await withStores(async ({ audit }) => {
      const entry = { by: 'manager-1', action: 'export', detail: { format: 'csv' } } as const;
      await audit.append({ ...entry, at: '2026-03-01T22:30:00.000Z', subjects: ['r1', 'r2'] });
      await audit.append({ ...entry, at: '2026-03-03T10:00:00.000Z', action: 'view-report', subjects: ['r2'] });
    });
    const audit = (...words: string[]) => run('audit', ...words);
    await Promise.all([
      saying(0, '2026-03-01T22:30:00.000Z  export  by manager-1  2 people  format=csv', '2 entries.')(audit()),
      saying(0, '1 entry.')(audit('--from', '2026-03-02', '--to', '2026-03-02')),
      saying(0, 'view-report', '1 entry.')(audit('--action', 'view-report', '--by', 'manager-1')),
      saying(2, 'give a date')(audit('--to', '2026-13-01')),
      saying(2, 'There is no action')(audit('--action', 'dance')),
    ]);
    const [line] = (await audit('--json', '--person', 'r1')).output.split('\n');
    expect(JSON.parse(line!)).toMatchObject({ subjects: ['r1', 'r2'], detail: { format: 'csv' } });
  });
});

/** The commands go by the system's clock. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}

async function filesOf(path: string) {
  return (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
}
