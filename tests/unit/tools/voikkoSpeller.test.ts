import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { voikkoSpeller } from '../../../tools/spelling/voikkoSpeller.ts';

const dictionaries = ['/usr/lib/voikko', '/usr/share/voikko'].some((folder) => existsSync(folder));

describe('the speller', () => {
  it('knows inflected Finnish where Voikko is installed, and says nothing where it is not', async () => {
    const answer = await voikkoSpeller(['työkyvyn', 'työkkyvyn', 'Helsingissä', 'sosiaali-']);
    expect(answer).toEqual(dictionaries ? [{ word: 'työkkyvyn', suggestion: 'työkyvyn' }] : null);
  });
});
