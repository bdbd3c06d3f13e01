import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const run = join(import.meta.dirname, '..', 'bench', 'run.ts');
const minutes = 60_000;

/** Every figure that is promised, and whether the floor under the same load stands beside it. */
const promised: Readonly<Record<string, boolean>> = {
  'post-c1': true,
  'post-c10': true,
  'post-c50': true,
  'post-c50-p99': true,
  'batch-50': true,
  'get-agent-10k': false,
  'get-agent-250k': false,
  'write-flatness': false,
  'start-250k': false,
  'memory-ratio': false,
  'start-38000x6': false,
  'report-38000x6': false,
  'export-csv-38000x6': false,
  'export-xlsx-38000x6': false,
};

interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly floor?: number;
  readonly ratio?: number;
}

it(
  'the benchmark reports every figure once, a JSON line each and nothing else, finite, with its floor where it has one',
  async () => {
    const child = spawn(process.execPath, [run, '--quick'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let progress = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (progress += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code, progress).toBe(0);
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    expect(lines.map(({ name }) => name).toSorted()).toEqual(Object.keys(promised).toSorted());
    for (const { name, value, unit, floor, ratio } of lines) {
      const numbers = promised[name] ? [value, floor, ratio] : [value];
      expect(numbers, name).toSatisfy((all: unknown[]) => all.every((one) => Number.isFinite(one) && Number(one) > 0));
      expect(unit, name).not.toBe('');
      if (!promised[name]) expect([floor, ratio], name).toEqual([undefined, undefined]);
    }
  },
  3 * minutes,
);
