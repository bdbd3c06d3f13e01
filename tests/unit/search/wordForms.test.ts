import { describe, expect, it } from 'vitest';
import { wordForms } from '../../../src/search/wordForms.ts';

describe('a Finnish word is known in its forms', () => {
  it.each([
    ['consonants that go', 'tauko', 'tauon taukoa taukoja tauolla tauoista'],
    ['consonants that change', 'työkyky', 'työkyvyn työkykyä työkyvyttä työkykynsä työkykyynsä'],
    ['a doubled consonant', 'palkka', 'palkan palkkaa palkat palkkoja palkoista'],
    ['a consonant after a nasal', 'kenkä', 'kengän kenkää kengät kenkiä kengissä'],
    ['a vowel that changes', 'tuki', 'tuen tukea tuessa tukia tuilla'],
    ['a plural that is long', 'henkilö', 'henkilön henkilöt henkilöiden henkilöitä'],
    ['a basic form in the weak grade', 'tarve', 'tarpeen tarvetta tarpeiden tarpeet'],
    ['-nen', 'ihminen', 'ihmisen ihmistä ihmisten ihmisillä'],
    ['-us with k', 'tarkastus', 'tarkastuksen tarkastusta tarkastuksissa'],
    ['-us with d', 'osallisuus', 'osallisuuden osallisuutta osallisuuteen'],
    ['-as', 'asiakas', 'asiakkaan asiakasta asiakkaiden asiakkaille'],
    ['-in', 'puhelin', 'puhelimen puhelinta puhelimeen'],
    ['-ton', 'työtön', 'työttömän työtöntä työttömille'],
    ['-si', 'vuosi', 'vuoden vuotta vuosia vuoteen'],
    ['a short word in a diphthong', 'työ', 'työn töitä töissä töiden'],
    ['a verb', 'auttaa', 'autan autetaan auttoi auttavat auttanut'],
    ['a contracted verb', 'tavata', 'tapaan tavataan tapasi tavannut'],
    ['a possessive and a clitic', 'asia', 'asiansa asiamme asiakin asiaanko'],
  ])('%s: %s', (_, word, forms) => {
    for (const form of forms.split(' ')) {
      expect(wordForms(word).match(form), `${word} finds ${form}`).toBe(1);
      expect(wordForms(form).match(word), `${form} finds ${word}`).toBe(1);
    }
  });

  it.each([
    ['asia', 'asiakas'],
    ['lupa', 'lukea'],
    ['työ', 'toista'],
    ['töissä', 'tuo'],
    ['kunta', 'kun'],
    ['palkan', 'palaan'],
    ['vuosi', 'voi'],
    ['päivä', 'pää'],
    ['tilanne', 'tilat'],
    ['tauko', 'taulu'],
    ['on', 'onnistua'],
  ])('%s is not taken for %s', (word, other) => {
    expect(wordForms(word).match(other)).toBe(0);
  });

  it('is the same word without its dots, and in capitals', () => {
    expect(wordForms('tyokyky').match('Työkyvyn')).toBe(1);
    expect(wordForms('HENKILÖ').match('henkilöiden')).toBe(1);
  });

  it('counts half in a longer word: at its beginning, and as a marked part', () => {
    expect(wordForms('palkka').match('palkkatuki')).toBe(0.5);
    expect(wordForms('valmentajan').match('työhön|valmentajalle')).toBe(0.5);
    expect(wordForms('yhteyshenkilö').match('sote-yhteyshenkilön')).toBe(0.5);
  });

  it('has beginnings that cover all of it, none of which begins another', () => {
    for (const word of ['työkyvyssä', 'tukea', 'asiakkaiden', 'arvioida']) {
      const { beginnings } = wordForms(word);
      expect(beginnings.filter((one) => beginnings.some((other) => other !== one && other.startsWith(one)))).toEqual(
        [],
      );
    }
    expect(wordForms('tauon').beginnings.some((beginning) => 'tauko'.startsWith(beginning))).toBe(true);
  });
});
