import { parseArgs } from 'node:util';
import { type Maintenance, maintenanceOf } from '../src/server/maintenance.ts';

export interface Command {
  /** How it is called, and what it does. */
  readonly usage: string;
  /** Which `--options` it knows; each is on or off. */
  readonly options: readonly string[];
  /** Which `--options` it knows that take a value. */
  readonly valued?: readonly string[];
  /** How many words it takes, or the least and the most. */
  readonly words: number | readonly [least: number, most: number];
  /** @returns the exit code. */
  readonly run: (asked: Asked, maintenance: Maintenance) => Promise<number>;
}

export interface Asked {
  readonly words: readonly string[];
  readonly has: (option: string) => boolean;
  /** The value of an option, or null where it was not given. */
  readonly valueOf: (option: string) => string | null;
}

/** It was called wrongly: the message says what is wrong. The exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Runs a maintainer's command: its exit code is what it returns, 1 when it could not be done, 2 when it was called wrongly.
 * Whatever stops it is told in plain lines on standard error.
 */
export async function runCommand(command: Command): Promise<void> {
  const { usage, run } = command;
  const asked = read(command);
  if (asked === null) {
    process.stderr.write(`${usage}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    process.exitCode = await run(asked, maintenanceOf(process.env, endNow));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

function read({ options, valued = [], words }: Command): Asked | null {
  const [least, most] = typeof words === 'number' ? [words, words] : words;
  const known: Record<string, { readonly type: 'boolean' | 'string' }> = {};
  for (const option of options) known[option] = { type: 'boolean' };
  for (const option of valued) known[option] = { type: 'string' };
  try {
    const { values, positionals } = parseArgs({ options: known, allowPositionals: true });
    if (positionals.length < least || positionals.length > most) return null;
    return {
      words: positionals,
      has: (option) => values[option] === true,
      valueOf: (option) => {
        const value = values[option];
        return typeof value === 'string' ? value : null;
      },
    };
  } catch {
    return null;
  }
}

function endNow(error: Error): never {
  process.stderr.write(`The disk failed while writing: ${error.message}\n`);
  process.exit(1);
}
