import { describe, expect, it } from 'vitest';
import { atHundredths, durationSeconds, isDuration } from '../../../src/xapi/durations.ts';
import { isIri, isMailto } from '../../../src/xapi/iris.ts';
import { isLanguageTag } from '../../../src/xapi/languageTags.ts';
import { limits, withinLimits } from '../../../src/xapi/limits.ts';
import { instantOf } from '../../../src/xapi/timestamps.ts';

describe('timestamps', () => {
  it.each([
    ['2026-01-31T12:30:00Z', '2026-01-31T12:30:00.000Z'],
    ['2026-01-31t12:30:00z', '2026-01-31T12:30:00.000Z'],
    ['2026-01-31T12:30:00.1Z', '2026-01-31T12:30:00.100Z'],
    ['2026-01-31T12:30:00.123456789+02:00', '2026-01-31T10:30:00.123Z'],
    ['2026-01-01T01:00:00+05:45', '2025-12-31T19:15:00.000Z'],
    ['2024-02-29T23:59:59-11:30', '2024-03-01T11:29:59.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('%s is an instant under both versions', (text, utc) => {
    expect(new Date(instantOf(text)!).toISOString()).toBe(utc);
    expect(instantOf(text, false)).toBe(Date.parse(utc));
  });

  it.each([
    '2026-01-31T12:30Z',
    '2026-01-31T12:30:00',
    '2026-01-31T12:30:00+02',
    '2026-01-31T12:30:00+0200',
    '2026-01-31T12:30:00,5Z',
  ])('%s is ISO 8601 but not RFC 3339', (text) => {
    expect(instantOf(text)).not.toBeNull();
    expect(instantOf(text, false)).toBeNull();
  });

  it.each([
    '',
    'now',
    '2026-01-31',
    '26-01-31T12:30:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2026-01-31T24:00:00Z',
    '2026-01-31T12:60:00Z',
    '2026-01-31T12:30:60Z',
    '2026-01-31T12:30:00.Z',
    '2026-01-31T12:30:00-00:00',
    '2026-01-31T12:30:00-0000',
    '2026-01-31T12:30:00-00',
    '2026-01-31T12:30:00+24:00',
    '2026-01-31T12:30:00+02:',
    '2026-01-31T12:30:00 Z',
    ' 2026-01-31T12:30:00Z',
    '2026-01-31T12:30:00Z\n',
    `2026-01-31T12:30:00.${'1'.repeat(60)}Z`,
  ])('%j is no timestamp', (text) => {
    expect(instantOf(text)).toBeNull();
  });
});

describe('durations', () => {
  it.each([
    ['PT0S', 0],
    ['PT1M2.5S', 62.5],
    ['PT1,5H', 5400],
    ['P1DT1H', 90_000],
    ['P2W', 1_209_600],
    ['P1M', null],
    ['P1MT1M', null],
    ['P1Y', null],
    ['a minute', null],
    [undefined, null],
  ])('%s is in seconds %s', (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });

  it.each(['PT0S', 'P1Y2M3DT4H5M6S', 'P1D', 'PT1M', 'P2W', 'PT0.5H', 'PT1.123456S', 'PT1,5S', 'P1M', 'PT36H'])(
    '%s is one',
    (text) => {
      expect(isDuration(text)).toBe(true);
    },
  );

  it.each([
    '',
    'P',
    'PT',
    'P1',
    '1D',
    'P1DT',
    'PT1D',
    'P1H',
    'P1M1Y',
    'PT1S1M',
    'PT1M1M',
    'P1W1D',
    'P1DT1W',
    'PT1.5H1M',
    'PT1.S',
    'PT.5S',
    '-P1D',
    'P-1D',
    'pt1s',
  ])('%j is none', (text) => {
    expect(isDuration(text)).toBe(false);
  });

  it.each([
    ['PT1.239S', 'PT1.23S'],
    ['PT1S', 'PT1.00S'],
    ['P1DT2M1.2S', 'P1DT2M1.20S'],
  ])('%s is compared as %s (Data 4.6)', (one, other) => {
    expect(atHundredths(one)).toBe(atHundredths(other));
  });

  it.each([
    ['PT1.23S', 'PT1.24S'],
    ['PT60S', 'PT1M'],
    ['P1D', 'PT24H'],
  ])('%s is not compared as %s', (one, other) => {
    expect(atHundredths(one)).not.toBe(atHundredths(other));
  });
});

describe('IRIs', () => {
  it.each([
    'https://example.org/a',
    'urn:uuid:x',
    'a:b',
    'https://esimerkki.fi/työkyky?a=b#c',
    'tag:x,2026:y',
    'a:%C3%A4',
    'https://a.fi/😀',
  ])('%s is one', (text) => {
    expect(isIri(text)).toBe(true);
  });

  it.each([
    '',
    'a',
    '/a',
    '//a.fi',
    'a:',
    ':a',
    '1a:b',
    'a b:c',
    'a:b c',
    'a:<b>',
    'a:"b"',
    'a:b\n',
    'a:%zz',
    'a:%4',
    'a:{b}',
    'a:\\b',
    'a:\ud800',
    'ä:b',
  ])('%j is none', (text) => {
    expect(isIri(text)).toBe(false);
  });

  it.each([
    ['mailto:a@example.org', true],
    ['mailto:"a@b"@example.org', false],
    ['mailto:a@@example.org', false],
    ['mailto:@example.org', false],
    ['mailto:a@example.org?subject=x', false],
    ['MAILTO:a@example.org', false],
    ['mailto:a b@example.org', false],
  ])('%s as a mailbox: %s', (text, expected) => {
    expect(isMailto(text)).toBe(expected);
  });
});

describe('language tags (RFC 5646)', () => {
  it.each([
    'fi',
    'sv-FI',
    'en-US',
    'zh-Hant-TW',
    'sr-Cyrl-BA',
    'de-1996',
    'sl-rozaj-biske',
    'es-419',
    'zh-cmn-Hans-CN',
    'x-own',
    'en-u-co-phonebk',
    'en-a-bbb-x-a-b',
    'i-klingon',
    'EN-gb-OED',
    'und',
  ])('%s is one', (tag) => {
    expect(isLanguageTag(tag)).toBe(true);
  });

  it.each([
    '',
    'f',
    'fi_FI',
    'fi-',
    '-fi',
    'fi--FI',
    'englishlanguage',
    'fi-F',
    'en-u',
    'x',
    'en-x',
    'i-none',
    'fi-FI-FI',
    '12',
    'en-123456789',
    'fi-ä',
    'en-a-x-b',
    'en-u-co-phonebk-u-nu-latn',
    'en-a-bbb-u-co-A-ccc',
  ])('%j is none', (tag) => {
    expect(isLanguageTag(tag)).toBe(false);
  });
});

describe('limits of structure', () => {
  const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;

  it('64 levels and 20,000 values are enough for anybody', () => {
    expect(withinLimits(nested(limits.depth))).toBe(true);
    expect(withinLimits(Array.from({ length: limits.members }, () => 0))).toBe(true);
  });

  it.each([
    ['one level too many', nested(limits.depth + 1)],
    ['100,000 levels', nested(100_000)],
    ['one value too many', Array.from({ length: limits.members + 1 }, () => 0)],
    ['too many values in all', Array.from({ length: 200 }, () => Array.from({ length: 100 }, () => 0))],
  ])('%s is refused', (_title, value) => {
    expect(withinLimits(value)).toBe(false);
  });

  it.each([null, 'x', 1, true])('%j has no structure', (value) => {
    expect(withinLimits(value)).toBe(true);
  });
});
