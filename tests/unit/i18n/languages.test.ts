import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/en.ts';
import { errorMessages } from '../../../src/i18n/errors.ts';
import { fi } from '../../../src/i18n/fi.ts';
import { formatDate } from '../../../src/i18n/dates.ts';
import { wholeMinutes } from '../../../src/i18n/minutes.ts';
import { preferredLanguage } from '../../../src/i18n/preferredLanguage.ts';
import { sv } from '../../../src/i18n/sv.ts';

const places = (message: string) => [...message.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe('the user interface in Swedish and English', () => {
  it.each([
    ['sv', sv],
    ['en', en],
  ])('%s has every message, with the same places to fill', (_, messages) => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(fi).sort());
    for (const [key, message] of Object.entries(fi)) {
      expect(places(messages[key as keyof typeof fi]), key).toEqual(places(message));
    }
  });

  it('has every error, with the same places to fill', () => {
    for (const messages of [errorMessages.sv, errorMessages.en]) {
      for (const [code, message] of Object.entries(errorMessages.fi)) {
        expect(places(messages[code as keyof typeof messages]), code).toEqual(places(message));
      }
    }
  });
});

describe('the language a browser prefers', () => {
  it.each([
    [undefined, 'fi'],
    ['', 'fi'],
    ['sv-FI,sv;q=0.9,en;q=0.5', 'sv'],
    ['de-DE, en-GB;q=0.8, fi;q=0.7', 'en'],
    ['en;q=0.1, sv;q=0.2', 'sv'],
    ['sv;q=0, en', 'en'],
    ['de, fr', 'fi'],
    ['*', 'fi'],
    [';;;,,q=,', 'fi'],
  ])('%j gives %s', (header, expected) => {
    expect(preferredLanguage(header)).toBe(expected);
  });
});

describe('numbers as people read them', () => {
  it('durations are whole minutes, at least one', () => {
    expect([0, 20, 89, 90, 612].map(wholeMinutes)).toEqual([1, 1, 1, 2, 10]);
  });

  it('dates are those of Helsinki, in the manner of the language', () => {
    const newYear = '2026-12-31T22:30:00.000Z';
    expect(formatDate(newYear, 'fi')).toBe('1.1.2027');
    expect(formatDate(newYear, 'sv')).toBe('1.1.2027');
    expect(formatDate(newYear, 'en')).toBe('1 January 2027');
  });
});
