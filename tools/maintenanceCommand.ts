import { parseArgs } from 'node:util';
import { type Maintenance, maintenanceOf } from '../src/server/maintenance.ts';

export interface Command {
  /** How it is called, and what it does. */
  readonly usage: string;
  /** Which `--options` it knows; each is on or off. */
  readonly options: readonly string[];
  /** How many words it takes. */
  readonly words: number;
  /** @returns the exit code. */
  readonly run: (asked: Asked, maintenance: Maintenance) => Promise<number>;
}

export interface Asked {
  readonly words: readonly string[];
  readonly has: (option: string) => boolean;
}

/**
 * Runs a maintainer's command: its exit code is what it returns, 1 when it could not be done, 2 when it was called wrongly.
 * Whatever stops it is told in plain lines on standard error.
 */
export async function runCommand({ usage, options, words, run }: Command): Promise<void> {
  const asked = read(options, words);
  if (asked === null) {
    process.stderr.write(`${usage}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    process.exitCode = await run(asked, maintenanceOf(process.env, endNow));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

function read(options: readonly string[], words: number): Asked | null {
  try {
    const known = Object.fromEntries(options.map((option) => [option, { type: 'boolean' as const }]));
    const { values, positionals } = parseArgs({ options: known, allowPositionals: true });
    if (positionals.length !== words) return null;
    return { words: positionals, has: (option) => values[option] === true };
  } catch {
    return null;
  }
}

function endNow(error: Error): never {
  process.stderr.write(`The disk failed while writing: ${error.message}\n`);
  process.exit(1);
}
