import { spawn } from 'node:child_process';

/**
 * Runs a program to its end.
 * @param input what it reads from its standard input.
 * @returns what it wrote.
 * @throws Error with the last lines of its complaints when it ends with anything but 0 or cannot be started.
 */
export async function runCommand(
  program: string,
  args: readonly string[],
  input = '',
): Promise<{ output: Buffer; complaints: string }> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on('error', reject);
  child.on('close', resolve);
  const code = await promise;
  const text = Buffer.concat(complaints).toString('utf8');
  if (code === 0) return { output: Buffer.concat(output), complaints: text };
  throw new Error(`${program} ended with ${code}:\n${text.trim().split('\n').slice(-8).join('\n')}`);
}
