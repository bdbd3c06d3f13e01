import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Astro's telemetry is off whoever runs it: the product tells nobody anything. */
export const astroEnvironment = { ASTRO_TELEMETRY_DISABLED: '1' };

/** Runs Astro's command line in the project's root with this terminal. Resolves with its exit code. */
export function runAstro(root: string, args: readonly string[]): Promise<number | null> {
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const env = { ...process.env, ...astroEnvironment };
  const child = spawn(process.execPath, [astro, ...args], { cwd: root, env, stdio: 'inherit' });
  const end = () => child.kill('SIGTERM');
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code));
  });
}
