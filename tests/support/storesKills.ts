import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openLowdbStores } from '../../src/stores/lowdb/openStores.ts';
import { openOptions, temporaryFolder } from './stores.ts';
import { uuid } from './storesStatements.ts';

const writer = fileURLToPath(new URL('storesWriter.ts', import.meta.url));
/** A folder serves so many kills: what it holds is checked after them. */
const killsPerFolder = 50;
const numbersPerRun = 1_000_000;

export interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** Groups that were acknowledged and are not whole in the store, and what stands there twice or in half. */
  readonly lost: readonly number[];
  readonly doubled: number;
  readonly torn: number;
}

/** Starts writers in a process, kills it with SIGKILL while they write, and looks after every 50 kills at what is left. */
export async function killWriters(kills: number): Promise<KillReport> {
  let report: KillReport = { kills: 0, acknowledged: 0, lost: [], doubled: 0, torn: 0 };
  while (report.kills < kills) {
    const folder = await temporaryFolder();
    try {
      const dataDir = join(folder.path, 'data');
      const acknowledged: number[] = [];
      for (let kill = 0; kill < killsPerFolder && report.kills < kills; kill += 1) {
        acknowledged.push(...(await runAndKill(dataDir, 1 + kill * numbersPerRun, 1 + ((report.kills * 7) % 25))));
        report = { ...report, kills: report.kills + 1 };
      }
      const found = await lookAt(dataDir, acknowledged);
      report = {
        kills: report.kills,
        acknowledged: report.acknowledged + acknowledged.length,
        lost: [...report.lost, ...found.lost],
        doubled: report.doubled + found.doubled,
        torn: report.torn + found.torn,
      };
    } finally {
      await folder.remove();
    }
  }
  return report;
}

/** Starts a writer, kills it a while after it opened the store, and answers what it acknowledged. */
async function runAndKill(dataDir: string, first: number, afterMilliseconds: number): Promise<number[]> {
  const child = spawn(process.execPath, [writer, dataDir, String(first), '32'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(dataDir, '..', 'compiled') },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'open') setTimeout(() => child.kill('SIGKILL'), afterMilliseconds);
    else acknowledged.push(Number(line));
  }
  await ended;
  return acknowledged;
}

async function lookAt(dataDir: string, acknowledged: readonly number[]) {
  const { statements, close } = await openLowdbStores(openOptions(dataDir));
  const ids: string[] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const page = await statements.find({ limit: 10_000, ascending: true, cursor });
    ids.push(...page.statements.map(({ id }) => id));
    cursor = page.next ?? undefined;
    more = page.next !== null;
  }
  const stored = new Set(ids);
  const lost = acknowledged.filter((number) => !stored.has(uuid(number)) || !stored.has(uuid(number + 1)));
  const groups = await Promise.all((await statements.registrations()).map((one) => statements.ofRegistration(one)));
  await close();
  return { lost, doubled: ids.length - stored.size, torn: groups.filter(({ length }) => length !== 2).length };
}
