import { expect, it } from 'vitest';
import { chooseLanguage } from '../../../src/lrs/languageChoice.ts';

const map = { en: '1', 'en-US': '2', 'en-GB': '3', 'zh-Hant': '4', 'zh-Hant-TW': '5', fi: '6' };

it.each([
  ['en-GB', 'en-GB', 'the tag itself, though a shorter one stands before it'],
  ['EN-gb', 'en-GB', 'in whatever letter case'],
  ['en', 'en', 'the tag itself, though a longer one fits too'],
  ['zh', 'zh-Hant', 'one that says more, where the range itself is not there'],
  ['en-AU', 'en', 'one that says less, where nothing says more'],
  ['zh-Hant-TW-x-a', 'zh-Hant-TW', 'the longest of those that say less'],
  ['de, fi;q=0.5', 'fi', 'the next range'],
  ['fi;q=0.5, en-GB;q=0.9', 'en-GB', 'the range wanted most'],
  ['*', 'en', 'the first'],
  ['en;q=0, *', 'en-US', 'the first that is not refused'],
  ['de', 'en', 'the first, where nothing fits'],
  ['', 'en', 'the first, where nothing is asked for'],
])('%j takes %s: %s (RFC 9110, 12.5.4; RFC 4647, 3.4)', (header, tag) => {
  expect(Object.keys(chooseLanguage(map, header))).toEqual([tag]);
});

it('an empty map stays empty', () => {
  expect(chooseLanguage({}, 'en')).toEqual({});
});
