import { describe, expect, it } from 'vitest';
import { quietErrors } from '../../../tools/authorErrors/quietErrors.ts';

const failure =
  '\x1b[31m\x1b[1m12:00:00\x1b[22m [ERROR]\x1b[39m MDXError: 2:1: Expected a tag\n    at handler (file.js:1:2)\n';
const schema = '12:00:00 [ERROR] [glob-loader] Failed to reload a/b.mdx: data does not match collection schema.\n';

/** Writes texts to a quieted stream; gives what went through. */
async function through(texts: readonly string[], isTold: () => Promise<boolean>): Promise<string> {
  let out = '';
  const stream = { write: (text: string) => Boolean((out += text)) } as unknown as NodeJS.WriteStream;
  const loudAgain = quietErrors(stream, isTold);
  for (const text of texts) stream.write(text);
  await new Promise(setImmediate);
  loudAgain();
  stream.write('end');
  return out;
}

describe('an error in a programmer’s words', () => {
  it('is kept from the terminal when the author is told of it in plain ones', async () => {
    expect(await through([failure, schema], () => Promise.resolve(true))).toBe('end');
  });

  it('is written when nothing else tells of it, or nobody knows', async () => {
    expect(await through([failure, schema], () => Promise.resolve(false))).toBe(`${failure}${schema}end`);
    expect(await through([failure], () => Promise.reject(new Error('no')))).toBe(`${failure}end`);
  });

  it('does not take with it what is no failure', async () => {
    const other = '12:00:00 [ERROR] [vite] Port 4321 is in use\n';
    expect(await through([other, 'plain\n'], () => Promise.resolve(true))).toBe(`${other}plain\nend`);
  });
});
