import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const usage = `Usage: node tools/faults.ts [--kills <number>]
Runs every test of what the embedded store does when the disk, the power or the process fails, and kills a process that
writes so many times (2000 by default, about two a second).`;

const root = join(import.meta.dirname, '..');
const suites = ['Kills', 'PowerLoss', 'EveryFault', 'Damage', 'Durability', 'Faults', 'FileFaults', 'Lock', 'Erasure'];

const kills = readKills();
if (kills === null) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  const tests = suites.map((suite) => `tests/contract/lowdb${suite}.test.ts`);
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...tests], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FAULT_KILLS: String(kills) },
  });
  process.exitCode = status ?? 1;
}

function readKills(): number | null {
  try {
    const { values } = parseArgs({ options: { kills: { type: 'string', default: '2000' } } });
    return /^[1-9]\d{0,6}$/.test(values.kills) ? Number(values.kills) : null;
  } catch {
    return null;
  }
}
