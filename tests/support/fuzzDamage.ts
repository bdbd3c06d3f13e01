import type { Dice } from './fuzzDice.ts';

const nest = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Texts that have broken programs which read them. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  '😀',
  'ÅÄÖ\u0308',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  '"',
  '\\',
  '\r\nX-Injected: yes',
  '\u2028',
  '%00',
  '%',
  '%ff',
  'null',
  'NaN',
  '-0',
  '1e999',
  '9'.repeat(400),
  'x'.repeat(5_000),
  `https://example.org/${'a'.repeat(5_000)}`,
  nest(200),
  '{"__proto__":{"a":1}}',
  '{"mbox":null}',
  '{"a":1,"a":2}',
  'P1Y1Y',
  '2026-02-30T00:00:00Z',
  '9999-12-31T23:59:60-23:59',
  'mailto:a@b@c',
  'fi-',
  '00000000-0000-0000-0000-000000000000',
];

/** Values that stand where another was expected; the last of them can be written in JSON, but not held. */
const hostileValues: readonly ((dice: Dice) => unknown)[] = [
  () => null,
  () => true,
  () => [],
  () => ({}),
  () => 0,
  () => -1.5,
  () => 2 ** 60,
  () => [null],
  () => JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":1}}') as unknown,
  () => JSON.parse(nest(70)) as unknown,
  () => Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`member ${index}`, index])),
  (dice) => dice.pick(hostileTexts),
  () => overflowing,
];

/** What `jsonText` writes as a number that no double holds. */
const overflowing = 'a number out of range';

/** JSON of a value, with the numbers that cannot be held in it. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll(`"${overflowing}"`, '1e999');
}

/** The same value with one member or item somewhere in it changed, taken out, doubled or added. */
export function damagedValue(value: unknown, dice: Dice): unknown {
  if (value === null || typeof value !== 'object' || dice.chance(0.1)) return dice.pick(hostileValues)(dice);
  const entries: [string, unknown][] = Object.entries(value);
  const at = dice.below(entries.length + 1);
  const added: [string, unknown] = [dice.pick(hostileTexts), dice.pick(hostileValues)(dice)];
  const [name, member] = entries[at] ?? added;
  const ways: readonly (() => readonly [string, unknown][])[] = [
    () => [],
    () => [[dice.pick(hostileTexts), member]],
    () => [[name.toUpperCase(), member]],
    ...Array.from({ length: 6 }, () => (): readonly [string, unknown][] => [[name, damagedValue(member, dice)]]),
  ];
  const changed = [...entries.slice(0, at), ...dice.pick(ways)(), ...entries.slice(at + 1)];
  return Array.isArray(value) ? changed.map(([, item]): unknown => item) : Object.fromEntries(changed);
}

const hostileBytes = [
  '\r\n',
  '\r\n\r\n',
  '--',
  '"',
  '{',
  '}',
  '\0',
  '\xff',
  '\xc3',
  '\\u0000',
  '__proto__',
  '1e999',
  ': ',
];

/** The same bytes, one character each, with one piece taken out, put in, doubled or overwritten. */
export function damagedBytes(bytes: string, dice: Dice): string {
  const at = dice.below(bytes.length + 1);
  const end = Math.min(bytes.length, at + dice.below(30));
  const [before, piece, after] = [bytes.slice(0, at), bytes.slice(at, end), bytes.slice(end)];
  const extra = dice.pick(hostileBytes);
  return dice.pick([before + after, before + extra + piece + after, before + piece + piece + after, before + extra]);
}

/** What may stand in a header's value (RFC 9110, 5.5), of whatever text. */
export function headerText(text: string): string {
  return text.replace(/[^\t\x20-\x7e\xa0-\xff]/g, '?');
}

/** Text as bytes of UTF-8, one character each. */
export function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}
