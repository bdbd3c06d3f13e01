import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checks } from './checks.ts';
import { astroEnvironment } from './runAstro.ts';

const root = join(import.meta.dirname, '..');
const env = { ...process.env, ...astroEnvironment };

/** `npm run check`: the static checks and the direction of imports. Every one runs, whatever the others say. */
const all: Readonly<Record<string, readonly string[]>> = {
  ...checks,
  structure: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', 'tests/unit/structure'],
};

const failed = Object.entries(all).filter(([, args]) => {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status !== 0;
});
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.map(([name]) => name).join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
