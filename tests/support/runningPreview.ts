import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compileCache } from './compileCache.ts';
import { projectCopy } from './projectCopy.ts';
import { freePort } from './runningServer.ts';

/** The authors' preview on a copy of the project, whose files a test may break. */
export interface RunningPreview {
  readonly origin: string;
  /** The copy's folder. */
  readonly folder: string;
  /** All it wrote to the terminal so far. */
  output(): string;
  /** Ends it and removes the copy. */
  dispose(): Promise<void>;
}

/** Starts `npm run dev` as an author does. `prepare` may change the copy before. */
export async function startPreview(prepare?: (folder: string) => Promise<void>): Promise<RunningPreview> {
  const folder = await projectCopy();
  await prepare?.(folder);
  const port = await freePort();
  const command = join(folder, 'tools', 'dev.ts');
  // As at an author's: what a test runner sets would make Astro another one.
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [command, '--port', String(port), '--host', '127.0.0.1'], {
    cwd: folder,
    env: { PATH, HOME, NO_COLOR: '1', NODE_COMPILE_CACHE: compileCache },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let text = '';
  const keep = (chunk: Buffer) => (text += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const origin = `http://127.0.0.1:${port}`;
  await answers(origin, () => text);
  return {
    origin,
    folder,
    output: () => text,
    async dispose() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(origin: string, output: () => string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const response = await fetch(`${origin}/fi/`, { headers: { accept: 'text/html' } }).catch(() => null);
    if (response) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the preview did not start:\n${output()}`);
}
