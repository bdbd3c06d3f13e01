import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './runningServer.ts';

const root = join(import.meta.dirname, '..', '..');
/** What the preview is made of; data and builds stay behind. */
const parts = [
  'astro.config.mjs',
  'docs',
  'oppihetki.config.ts',
  'package.json',
  'public',
  'quizzes',
  'src',
  'tools',
  'tsconfig.json',
  'videos',
];

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
  const folder = await mkdtemp(join(tmpdir(), 'oppihetki-preview-'));
  for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await prepare?.(folder);
  const port = await freePort();
  const command = join(folder, 'tools', 'dev.ts');
  const child = spawn(process.execPath, [command, '--port', String(port), '--host', '127.0.0.1'], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
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
