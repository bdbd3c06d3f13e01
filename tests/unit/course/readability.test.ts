import { describe, expect, it } from 'vitest';
import {
  baselineText,
  lix,
  lixOfSections,
  parseBaseline,
  readabilityFindings,
} from '../../../src/course/readability.ts';
import { contentOf } from '../../../src/course/readContent.ts';

const easy = 'Kysy, mitä hän osaa. Se on hyvä alku. Sovi, mitä teette sen jälkeen. '.repeat(4);
const hard =
  'Palvelukokonaisuuksien yhteensovittamisen edellyttämä monialainen toimintamalli mahdollistaa asiakasprosessien tarkoituksenmukaisen koordinoinnin organisaatiorajojen yli vakiintuneista käytännöistä riippumatta palvelunjärjestäjän hallinnollisesta rakenteesta tai rahoituspohjasta ja vaikuttavuustavoitteista sekä seurantavelvoitteista, joita lainsäädännössä asetetaan viranomaisille valtakunnallisesti yhtenäisten käytäntöjen varmistamiseksi. '.repeat(
    2,
  );

const sectionOf = (body: string) =>
  contentOf([{ file: 'src/content/modules/m/s.mdx', text: `---\ntitle: S\nlead: L\n---\n\n${body}\n` }]).content;

describe('readability', () => {
  it('is words a sentence plus the share of long words, by hand', () => {
    // 4 × (3 sentences, 14 words, 1 of them longer than six letters): 14 / 3 + 100 × 1 / 14
    expect(lix(easy)).toBe(Math.round(14 / 3 + 100 / 14));
    expect(lix('Liian lyhyt.')).toBeNull();
  });

  it('warns when a section has become harder than its baseline, and not when easier', () => {
    const baseline = new Map([['m/s', lixOfSections(sectionOf(easy)).get('m/s')!]]);
    expect(readabilityFindings(sectionOf(easy), baseline)).toEqual([]);
    const [finding] = readabilityFindings(sectionOf(hard), baseline);
    expect(finding).toMatchObject({ rule: 'readability', severity: 'warning', file: 'src/content/modules/m/s.mdx' });
    expect(readabilityFindings(sectionOf(easy), new Map([['m/s', 90]]))).toEqual([]);
  });

  it('compares a new section with the course’s middle, where there is one', () => {
    expect(readabilityFindings(sectionOf(hard), new Map())).toEqual([]);
    expect(readabilityFindings(sectionOf(hard), new Map([['m/other', 30]]))).toHaveLength(1);
  });

  it('writes the baseline it reads', () => {
    const values = new Map([
      ['b/c', 40],
      ['a/b', 31],
    ]);
    expect(parseBaseline(baselineText(values))).toEqual(values);
    expect(baselineText(values).split('\n')[1]).toBe('a/b 31');
  });
});
