import { describe, expect, it } from 'vitest';
import { knownBeginnings, markCompounds, withoutMarks } from '../../../src/search/compounds.ts';
import { excerptOf } from '../../../src/search/excerpt.ts';
import { passagesOf } from '../../../src/search/passages.ts';
import { secondsOfAnchor, sentenceAnchor } from '../../../src/search/sentenceAnchor.ts';

describe('a page in the index', () => {
  const page = {
    url: '/fi/m/s/',
    content:
      'Alku tässä. Eka otsikko. Tekstiä ennen. Näin sanotaan. Ja puhutaan. Tekstiä jälkeen. Toka otsikko. Loppu.',
    meta: { title: 'Alku' },
    anchors: [
      { element: 'h2', id: 'toka', text: 'Toka otsikko', location: 12 },
      { element: 'h2', id: 'eka', text: 'Eka otsikko', location: 2 },
      { element: 'span', id: 'video-t1.5', text: 'Näin sanotaan.', location: 6 },
      { element: 'span', id: 'video-t4', text: 'Ja puhutaan.', location: 8 },
      { element: 'span', id: 'term-x-1', text: 'muuta', location: 3 },
    ],
  };
  const passages = passagesOf(page).map(({ words, ...rest }) => ({ ...rest, text: words.join(' ') }));

  it('is parted at its headings, what stands before them first', () => {
    expect(passages.filter(({ kind }) => kind !== 'sentence')).toEqual([
      { kind: 'start', title: '', anchor: null, seconds: null, text: 'Alku tässä.' },
      { kind: 'heading', title: 'Eka otsikko', anchor: 'eka', seconds: null, text: 'Tekstiä ennen. Tekstiä jälkeen.' },
      { kind: 'heading', title: 'Toka otsikko', anchor: 'toka', seconds: null, text: 'Loppu.' },
    ]);
  });

  it('has each sentence of its video for itself, with its second', () => {
    expect(passages.filter(({ kind }) => kind === 'sentence')).toEqual([
      { kind: 'sentence', title: '', anchor: 'video-t1.5', seconds: 1.5, text: 'Näin sanotaan.' },
      { kind: 'sentence', title: '', anchor: 'video-t4', seconds: 4, text: 'Ja puhutaan.' },
    ]);
  });
});

it('the address of a sentence tells its second, and no other id does', () => {
  expect(secondsOfAnchor(sentenceAnchor('mita-tyokyky-on', 84.2))).toBe(84.2);
  expect(secondsOfAnchor('term-tyokyky-1')).toBeNull();
  expect(secondsOfAnchor('mita-t')).toBeNull();
});

describe('compounds', () => {
  const known = knownBeginnings(['Valmentaja auttaa. Palvelut ovat tarjolla.']);

  it('are marked where a word of the course begins, and read as before', () => {
    const text = 'Työhönvalmentajan terveyspalveluja, (sosiaalipalvelut) valmentaja';
    const marked = markCompounds(text, known);
    expect(marked).toBe('Työhön|valmentajan terveys|palveluja, (sosiaali|palvelut) valmentaja');
    expect(withoutMarks(marked)).toBe(text);
  });

  it('leave a sign that an author wrote alone', () => {
    expect(withoutMarks('a | b')).toBe('a | b');
  });
});

describe('an excerpt', () => {
  const words = Array.from({ length: 80 }, (_, index) => (index === 49 ? 'loppu.' : `sana${index}`));

  it('begins with the sentence of the hit and says that more stands around it', () => {
    const strengths = words.map((_, index) => (index === 52 ? 1 : 0));
    const parts = excerptOf(words, strengths);
    expect(parts[0]).toEqual({ text: '… sana50 sana51 ', marked: false });
    expect(parts[1]).toEqual({ text: 'sana52', marked: true });
    expect(parts.at(-1)?.text.endsWith(' …')).toBe(true);
  });

  it('marks the word without its punctuation', () => {
    const parts = excerptOf(['Kysy', '(lupa),', 'ensin.'], [0, 1, 0]);
    expect(parts).toEqual([
      { text: 'Kysy (', marked: false },
      { text: 'lupa', marked: true },
      { text: '), ensin.', marked: false },
    ]);
  });
});
