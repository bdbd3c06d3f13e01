import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { boundaryOf, type Part, readParts } from '../../../src/server/http/multipart.ts';

/** A body as it arrives, in chunks of this size. */
function cut(body: Buffer, size: number): AsyncIterable<Uint8Array> {
  const starts = Array.from({ length: Math.ceil(body.length / size) }, (_, index) => index * size);
  return Readable.from(starts.map((start) => body.subarray(start, start + size)));
}

async function read(text: string, { boundary = 'b', size = 1_000_000 } = {}): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for await (const part of readParts(cut(Buffer.from(text, 'latin1'), size), boundary)) parts.push(part);
  return parts;
}

const bodies = (parts: readonly Part[]) => parts.map(({ body }) => Buffer.from(body).toString('latin1'));

describe('the boundary of a Content-Type', () => {
  it.each([
    ['multipart/mixed; boundary=abc', 'abc'],
    ['multipart/mixed;boundary="a b:c"', 'a b:c'],
    ['multipart/mixed; charset=utf-8; Boundary=abc ; x=y', 'abc'],
    [`multipart/mixed; boundary="${'x'.repeat(70)}"`, 'x'.repeat(70)],
    ['multipart/mixed', null],
    ['multipart/mixed; boundary=', null],
    ['multipart/mixed; boundary=""', null],
    ['multipart/mixed; boundary="a "', null],
    ['multipart/mixed; boundary="ä"', null],
    ['multipart/mixed; boundary="a\\"b"', null],
    [`multipart/mixed; boundary=${'x'.repeat(71)}`, null],
    ['multipart/mixed; notboundary=abc', null],
  ])('%s', (contentType, boundary) => {
    expect(boundaryOf(contentType)).toBe(boundary);
  });
});

describe('parts', () => {
  const whole = [
    'a preamble\r\n--b \r\n',
    'Content-Type: text/plain\r\nX-One:  two \r\n\r\none\r\n--bb is not it, nor is\r\n-',
    '\r\n--b\r\n\r\n',
    '\r\n--b\r\nA: b\r\n\r\n\r\n',
    '\r\n--b--\r\nan epilogue',
  ].join('');
  const strict = whole.replace('--bb is', '-b is');

  it.each([1, 2, 3, 7, 64, 10_000])('are the same when they arrive %i bytes at a time', async (size) => {
    const parts = await read(strict, { size });
    expect(bodies(parts)).toEqual(['one\r\n-b is not it, nor is\r\n-', '', '\r\n']);
    expect(parts.map(({ headers }) => Object.fromEntries(headers))).toEqual([
      { 'content-type': 'text/plain', 'x-one': 'two' },
      {},
      { a: 'b' },
    ]);
  });

  it('may be none, and may begin at once', async () => {
    expect(await read('--b--')).toEqual([]);
    expect(bodies(await read('--b\r\n\r\nx\r\n--b--'))).toEqual(['x']);
  });

  it.each([
    ['a line that begins like the boundary and goes on', whole],
    ['no boundary', 'x'],
    ['nothing', ''],
    ['a preamble without end', 'x'.repeat(10_000)],
    ['headers without end', `--b\r\nA: ${'x'.repeat(10_000)}`],
    ['headers that are cut', '--b\r\nA: b\r\n'],
    ['a body that is cut', '--b\r\nA: b\r\n\r\nbody\r\n--'],
    ['a header twice', '--b\r\nA: b\r\na: c\r\n\r\n\r\n--b--'],
    ['a header without a name', '--b\r\n: b\r\n\r\n\r\n--b--'],
    ['a folded header', '--b\r\nA: b\r\n c\r\n\r\n\r\n--b--'],
    ['more parts than are read', '--b\r\n\r\n\r\n'.repeat(201)],
  ])('with %s are refused', async (_title, text) => {
    for (const size of [1, 1_000_000]) {
      await expect(read(text, { size })).rejects.toMatchObject({ code: 'invalid_multipart' });
    }
  });

  it('of many megabytes are cut out in time that follows their length', async () => {
    const text = `--b\r\nA: b\r\n\r\n${'\r\n--'.repeat(1_000_000)}\r\n--b--`;
    const from = performance.now();
    expect((await read(text, { size: 100 }))[0]!.body).toHaveLength(4_000_000);
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});
