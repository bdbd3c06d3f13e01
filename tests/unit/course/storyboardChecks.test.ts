import { describe, expect, it } from 'vitest';
import { misreadIn } from '../../../src/course/checks/narrationChecks.ts';
import { itemsOf, storyboardFindings } from '../../../src/course/checks/storyboardChecks.ts';
import { readYamlEntry } from '../../../src/course/read/yamlFile.ts';
import { storyboardSchema } from '../../../src/schemas/storyboard.ts';

const sound = `title: Video
description: Video kokeita varten.
scenes:
  - id: alku
    title: Alku
    layout: title
    narration:
      - text: Aloitetaan.
  - id: kohdat
    title: Kohdat
    layout: points
    items:
      - id: terveys
        text: Terveys
      - id: osaaminen
        text: Osaaminen
    narration:
      - text: Ensin terveys.
        show: [terveys]
      - text: Sitten osaaminen.
        show: [osaaminen]
  - id: joukko
    title: Joukko
    layout: people
    total: 5
    marked: 3
    label: Viidestä kolme
    narration:
      - text: Viidestä kolme löysi työn.
        show: [marked]
`;

function findingsOn(text: string): string[] {
  const file = 'videos/v/storyboard.fi.yaml';
  const { authored, findings } = readYamlEntry(storyboardSchema, 'v', file, text);
  expect(findings).toEqual([]);
  return storyboardFindings(authored).map(({ rule, line }) => `${rule}:${line}`);
}

describe('a storyboard', () => {
  it('in order has no findings', () => {
    expect(findingsOn(sound)).toEqual([]);
  });

  it.each([
    ['shows an item that its scene lacks', 'show: [terveys]', 'show: [terveys, tervys]', 'show-unknown:19'],
    [
      'shows something in a scene without items',
      'Aloitetaan.',
      'Aloitetaan.\n        show: [terveys]',
      'show-unknown:9',
    ],
    ['never shows an item', '        show: [osaaminen]\n', '', 'item-not-shown:9'],
    ['never shows its number', '        show: [marked]\n', '', 'item-not-shown:22'],
    ['shows an item twice', 'show: [osaaminen]', 'show: [osaaminen, terveys]', 'item-twice:9'],
    ['has two items of one id', 'id: osaaminen', 'id: terveys', 'item-twice:9'],
    ['has two scenes of one id', 'id: joukko', 'id: alku', 'scene-twice:22'],
    ['marks more than there are', 'marked: 3', 'marked: 6', 'people-marked:26'],
    ['says a number', 'text: Viidestä kolme löysi', 'text: 3 viidestä löysi', 'narration:29'],
  ])('that %s is told with its line', (_what, find, put, told) => {
    const text = sound.replace(find, put);
    expect(text).not.toBe(sound);
    expect(findingsOn(text)).toContain(told);
  });

  it('may write a number when it says how it is read', () => {
    const written = sound.replace('text: Viidestä kolme', 'text: 3/5\n        say: Viidestä kolme');
    expect(findingsOn(written)).toEqual([]);
  });

  it('shows the items of both sides of a comparison', () => {
    const side = (id: string) => ({ title: 'Puoli', items: [{ id, text: 'Kohta' }] });
    const scene = { id: 'a', title: 'A', narration: [], layout: 'compare' as const, left: side('x'), right: side('y') };
    expect(itemsOf(scene)).toEqual(['x', 'y']);
  });
});

describe('what a speech synthesiser would misread', () => {
  it.each([
    ['Osallistujia oli 4 500.', '4 500'],
    ['Heistä 79 % sai työn.', '79 %'],
    ['Vuosina 2020–2022 kokeiltiin.', '2020–2022'],
    ['Tukea antaa esim. omatiimi.', 'esim.'],
    ['Kysy TE-toimistosta.', 'TE'],
    ['Soita klo kahdeksan.', 'klo'],
    ['”Neljä”, hän sanoo.', '”'],
    ['Nouse portaita A – B.', '–'],
    ['Työ, terveys & arki.', '&'],
  ])('is found in: %s', (text, found) => {
    expect(misreadIn(text)).toBe(found);
  });

  it.each([
    'Kysy, mikä auttaa: aika, apu vai työ?',
    'Å, ä ja ö luetaan oikein; samoin café.',
    "Sote-yhteyshenkilö on mukana, 'oma' ihminen!",
    'Tämä on Oskarin asia. Niin se on.',
  ])('is not in: %s', (text) => {
    expect(misreadIn(text)).toBeNull();
  });
});
