import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import type { Stores } from '../../src/stores/lowdb/openStores.ts';
import { openOptions, temporaryFolder } from '../support/stores.ts';
import { agent, idBase, statement } from '../support/storesStatements.ts';

const tools = join(import.meta.dirname, '..', '..', 'tools');
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let dataDir: string;
let backup: string;
let stores: Stores;

beforeEach(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder.path, 'data');
  backup = join(folder.path, 'backup');
  stores = await openLowdbStores(openOptions(dataDir));
  await stores.settings.keepIdBase(idBase);
  for (const number of [1, 2, 3]) await stores.statements.append([statement(number)]);
  await stores.statements.append([statement(4, { actor: agent('eero') })]);
});
afterEach(async () => {
  await stores.close();
  await folder.remove();
});

function run(tool: string, ...words: string[]): { readonly status: number | null; readonly output: string } {
  const env = { ...process.env, DATA_DIR: dataDir };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(tools, `${tool}.ts`), ...words], {
    encoding: 'utf8',
    env,
  });
  return { status, output: stdout + stderr };
}

describe('a maintainer’s command', () => {
  it('called wrongly says how, with exit code 2', () => {
    for (const [tool, ...words] of [
      ['backup'],
      ['restore', '--no-such'],
      ['repair', 'word'],
      ['erase'],
      ['rotateKeys', 'word'],
      ['rebuildReports', 'word'],
    ] as const) {
      expect(run(tool, ...words)).toMatchObject({
        status: 2,
        output: expect.stringContaining('Usage: npm run') as string,
      });
    }
  });

  it('that changes the folder is refused while a server runs on it; a backup is not', () => {
    for (const [tool, ...words] of [
      ['repair'],
      ['erase', 'eero', '--yes'],
      ['rotateKeys'],
      ['rebuildReports'],
    ] as const) {
      expect(run(tool, ...words)).toMatchObject({
        status: 1,
        output: expect.stringContaining('Stop it first') as string,
      });
    }
    expect(run('backup', backup).status).toBe(0);
    expect(run('restore', backup, '--verify-only')).toMatchObject({ status: 0 });
  });

  it('takes a folder from backup through damage, repair, erasure and restore', async () => {
    expect(run('backup', backup).status).toBe(0);
    await stores.close();
    const journal = join(dataDir, 'statements.journal');
    const bytes = await readFile(journal);
    bytes[bytes.indexOf('\n') + 40]! ^= 1;
    await writeFile(journal, bytes);
    expect(run('repair')).toMatchObject({ status: 1, output: expect.stringContaining('line 2 is lost') as string });
    expect(run('repair', '--apply').status).toBe(0);
    expect(run('repair').status).toBe(0);
    expect(run('erase', 'nobody', '--yes').status).toBe(1);
    expect(run('erase', 'eero', '--yes')).toMatchObject({
      status: 0,
      output: expect.stringContaining('1 statement,') as string,
    });
    expect(run('restore', backup).status).toBe(1);
    expect(run('restore', backup, '--replace').status).toBe(0);
    stores = await openLowdbStores(openOptions(dataDir));
    expect((await stores.statements.find({ limit: 9 })).statements).toHaveLength(3);
  });

  it('rotates the keys of certificates, and says which one signs and how many are kept', async () => {
    await stores.close();
    const kids = [run('rotateKeys'), run('rotateKeys')].map(({ status, output }, index) => {
      expect({ status, output }).toMatchObject({
        status: 0,
        output: expect.stringContaining(`Kept to verify older ones: ${index === 0 ? '0 keys' : '1 key'}.`) as string,
      });
      return /the key ([\w-]{8}) from now on/.exec(output)?.[1];
    });
    stores = await openLowdbStores(openOptions(dataDir));
    const keys = await stores.certificateKeys.read();
    expect([keys?.retired[0]?.kid, keys?.signing.kid]).toEqual(kids);
  });
});
