import { describe, expect, it } from 'vitest';
import {
  keepReflection,
  keptReflection,
  reflectionKeys,
  type TextStorage,
} from '../../../src/components/keptReflection.ts';

/** A browser's storage, which may be full. */
function storageOf(kept: Record<string, string> = {}, isFull = false) {
  const texts = new Map(Object.entries(kept));
  const storage: TextStorage = {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => {
      if (isFull) throw new Error('QuotaExceededError');
      texts.set(key, text);
    },
    removeItem: (key) => void texts.delete(key),
  };
  return { storage, kept: () => Object.fromEntries(texts) };
}

const [today, once, first] = reflectionKeys('p1', ['alkuun', 'alku-2', 'alku'], 'ajatus') as [string, string, string];
const keys = [today, once, first];

describe('a reflection', () => {
  it('is kept for its learner, module and place', () => {
    expect(today).toBe('oppihetki-reflection:p1:alkuun/ajatus');
    const { storage, kept } = storageOf();
    expect(keptReflection(storage, keys)).toBe('');
    keepReflection(storage, keys, 'Kysyn häneltä.');
    expect(kept()).toEqual({ [today]: 'Kysyn häneltä.' });
    expect(keptReflection(storage, keys)).toBe('Kysyn häneltä.');
    expect(keptReflection(storage, reflectionKeys('p2', ['alkuun', 'alku-2', 'alku'], 'ajatus'))).toBe('');
  });

  it.each([once, first])('is found after its module has got another id, and goes on under that: %s', (key) => {
    const { storage, kept } = storageOf({ [key]: 'Ennen.' });
    expect(keptReflection(storage, keys)).toBe('Ennen.');
    keepReflection(storage, keys, 'Ennen ja nyt.');
    expect(kept()).toEqual({ [today]: 'Ennen ja nyt.' });
  });

  it('is the newest of those kept', () => {
    const { storage } = storageOf({ [first]: 'Ensin.', [once]: 'Sitten.' });
    expect(keptReflection(storage, keys)).toBe('Sitten.');
  });

  it('that was emptied does not come back from under a former id', () => {
    const { storage, kept } = storageOf({ [once]: 'Sitten.', [first]: 'Ensin.' });
    keepReflection(storage, keys, ' \n');
    expect(kept()).toEqual({});
  });

  it('is kept as it was where the browser takes nothing more', () => {
    const { storage, kept } = storageOf({ [once]: 'Ennen.' }, true);
    expect(() => keepReflection(storage, keys, 'Uutta.')).toThrow('QuotaExceededError');
    expect(kept()).toEqual({ [once]: 'Ennen.' });
  });
});
