import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../support/runningServer.ts';
import { type BenchModule, benchClient, benchIdBase } from '../support/benchStatements.ts';
import type { LoadJob, LoadResult } from '../support/loadGenerator.ts';

const root = join(import.meta.dirname, '..', '..');

/** A server under load, in a process of its own. */
export interface Target {
  readonly port: number;
  stop(): Promise<void>;
}

/** The product as its user starts it, on a data folder; resolves once it has answered a request for statements. */
export async function startProduct(dataDir: string): Promise<Target> {
  const port = await freePort();
  const { name, secret } = benchClient;
  const { PATH = '', HOME = '', NODE_OPTIONS = '' } = process.env;
  const child = spawn(process.execPath, [join(root, 'src', 'server', 'start.ts')], {
    cwd: root,
    env: {
      PATH,
      HOME,
      NODE_OPTIONS,
      PORT: String(port),
      DATA_DIR: dataDir,
      ID_BASE: benchIdBase,
      XAPI_CLIENTS: `${name}:${secret}:all`,
      RATE_LIMITS: 'client-writes:1000000000',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return { port, stop: () => end(child, ended) };
}

/** The floor, which writes to `file`. */
export async function startFloor(file: string): Promise<Target> {
  const child = spawn(process.execPath, [join(root, 'tests', 'support', 'floorServer.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { port: Number(line.toString()), stop: () => end(child, ended) };
}

/** The load generator: one job at a time. */
export interface Generator {
  run(job: LoadJob): Promise<LoadResult>;
  stop(): Promise<void>;
}

/** @param run what tells its learners from those of other runs, as in `BenchStatements` */
export function startGenerator(module: BenchModule, run: string): Generator {
  const child = fork(join(root, 'tests', 'support', 'loadGenerator.ts'), [JSON.stringify(module), run]);
  const ended = once(child, 'exit');
  return {
    async run(job) {
      child.send(job);
      const [result] = (await once(child, 'message')) as [LoadResult | { readonly failed: string }];
      if ('failed' in result) throw new Error(`The load generator: ${result.failed}`);
      return result;
    },
    stop: () => end(child, ended),
  };
}

/** Fills a data folder with so many statements of a run's learners. */
export async function seed(dataDir: string, count: number, run: string, module: BenchModule): Promise<void> {
  await outputOf('seed.ts', [dataDir, String(count), run, JSON.stringify(module)]);
}

/** Fills a data folder with the people of a city below the demo manager, and what they have completed of these modules. */
export async function seedCity(
  dataDir: string,
  people: number,
  modules: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  await outputOf('seedCity.ts', [dataDir, String(people), JSON.stringify(modules)]);
}

/** The product on a city's data folder, as `cityServer.ts` starts it, and the seconds it took to open. */
export async function startCity(dataDir: string): Promise<Target & { readonly seconds: number }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cityServer.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { port, seconds } = JSON.parse(line.toString()) as { port: number; seconds: number };
  return { port, seconds, stop: () => end(child, ended) };
}

/** What `heldMemory.ts` found. */
export interface HeldMemory {
  readonly journalBytes: number;
  readonly heldBytes: number;
}

/** What the store of a data folder holds in memory. */
export async function heldMemory(dataDir: string): Promise<HeldMemory> {
  return JSON.parse(await outputOf('heldMemory.ts', [dataDir])) as HeldMemory;
}

/** Runs a script of the benchmark to its end: its standard output. */
async function outputOf(script: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return output;
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}

/** Whether a port answers a request for statements with anything but an error. */
function answers(port: number): Promise<boolean> {
  const credentials = `${benchClient.name}:${benchClient.secret}`;
  const headers = { 'X-Experience-API-Version': '1.0.3' };
  return new Promise((resolve) => {
    const asked = request({ port, host: '127.0.0.1', path: '/xapi/statements?limit=1', auth: credentials, headers });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
    asked.end();
  });
}
