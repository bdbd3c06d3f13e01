import { describe, expect, it } from 'vitest';
import { hasRepeatedNames } from '../../../src/xapi/repeatedNames.ts';

const repeats = (json: string) => hasRepeatedNames(json, JSON.parse(json));

describe('a name that is written twice in one object is found', () => {
  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":{"c":1,"c":2}}',
    '[{"a":[{"b":1,"b":1}]}]',
    '{"a":1,"\\u0061":1}',
    '{ "a" :\n1,\t"a"\r\n: 1 }',
    '{"":1,"":2}',
    '{"__proto__":1,"__proto__":2}',
    '{"a\\\\":1,"a\\\\":1}',
    '{"1":0,"1":0}',
  ])('%s', (json) => {
    expect(repeats(json)).toBe(true);
  });
});

describe('other names are none', () => {
  it.each([
    '{"a":{"a":{"a":1}},"b":["a","a"]}',
    '[{"a":1},{"a":1}]',
    '{"a":"\\"b\\":1,\\"b\\":1"}',
    '{"a":"b\\\\","b":": \\\\\\" :"}',
    '{"__proto__":1,"constructor":{"prototype":1}}',
    '{"a":"x:y","b":"{\\"a\\":1}","A":1}',
    '"a":'.slice(0, 3),
    '"\\""',
    'null',
    '[]',
  ])('%s', (json) => {
    expect(repeats(json)).toBe(false);
  });
});

it('agrees with what JSON.stringify writes, however strange the strings', () => {
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const alphabet = ['"', '\\', ':', ',', '{', '}', ' ', '\n', 'a', 'ä', '\u2028', '😀'];
  const text = () => Array.from({ length: next(8) }, () => alphabet[next(alphabet.length)]).join('');
  const value = (depth: number): unknown => {
    if (depth === 0 || next(4) === 0) return text();
    if (next(2) === 0) return Array.from({ length: next(4) }, () => value(depth - 1));
    return Object.fromEntries(Array.from({ length: next(5) }, () => [text(), value(depth - 1)]));
  };
  for (let round = 0; round < 2_000; round += 1) {
    const json = JSON.stringify(value(4), null, next(3));
    expect(repeats(json), json).toBe(false);
    expect(repeats(`{"x":${json},"x":1}`), json).toBe(true);
  }
});

it('a megabyte of backslashes takes no longer than its length', () => {
  const json = JSON.stringify('\\'.repeat(500_000));
  const from = performance.now();
  expect(repeats(`[${json},${json}]`)).toBe(false);
  expect(performance.now() - from).toBeLessThan(500);
});
