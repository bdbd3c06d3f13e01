import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Misspelling, Speller } from '../../src/course/spelling.ts';

const script = join(import.meta.dirname, 'voikko.py');
/** The script's exit code where libvoikko or its dictionary is missing. */
const notInstalled = 3;

/** How to get the speller, for whoever has it not. */
export const howToGetVoikko = 'sudo apt-get install -y libvoikko1 voikko-fi python3';

/**
 * Spells with Voikko where it is installed: libvoikko with its Finnish dictionary, called by Python's ctypes
 * (`docs/decisions/0012-spelling-by-voikko.md` tells why). Resolves to null where either is missing.
 * @throws Error with what the speller complained of when it fails otherwise.
 */
export const voikkoSpeller: Speller = async (words) => {
  const child = spawn('python3', [script], { stdio: ['pipe', 'pipe', 'pipe'] });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  child.on('error', (error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? resolve(notInstalled) : reject(error),
  );
  child.on('close', resolve);
  child.stdin.on('error', () => {});
  child.stdin.end(words.join('\n'));
  const code = await promise;
  if (code === notInstalled) return null;
  if (code !== 0) throw new Error(`the speller ended with ${code}: ${complaints.trim()}`);
  return output.split('\n').filter(Boolean).map(misspelling);
};

function misspelling(line: string): Misspelling {
  const [word, suggestion] = line.split('\t');
  return { word: word!, suggestion: suggestion || null };
}
