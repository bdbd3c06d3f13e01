import { describe, expect, it } from 'vitest';
import { breakText } from '../../../../tools/videos/captions/breakText.ts';
import { cuesOf } from '../../../../tools/videos/captions/cues.ts';
import { webVtt } from '../../../../tools/videos/captions/webVtt.ts';
import { recipe } from '../../../../tools/videos/recipe.ts';

const limits = recipe.captions;
const long =
  'Kun asiakas kertoo, ettei jaksa enää hakea töitä, kysy ensin, mikä voimia vie, ja sovi hänen kanssaan, milloin ja missä puhutte siitä uudelleen.';

describe('breaking a text', () => {
  it('gives as few parts as fit, at ends of clauses, and loses no word', () => {
    const parts = breakText(long, limits.lineLength);
    expect(parts.join(' ')).toBe(long);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(limits.lineLength);
    expect(breakText('Kysy ensin, mitä hän itse toivoo työltä.', 30)[0]).toBe('Kysy ensin,');
  });

  it('never breaks a word, however long', () => {
    expect(breakText('työkykykoordinaattoriverkostossa', 10)).toEqual(['työkykykoordinaattoriverkostossa']);
  });
});

describe('captions', () => {
  const spoken = [
    { text: long, start: 1, end: 10 },
    { text: 'Niin.', start: 10.5, end: 10.9 },
    { text: 'Se riittää.', start: 13, end: 14 },
  ];
  const cues = cuesOf(spoken, 16);

  it('keep to two lines of 42 letters', () => {
    for (const { lines } of cues) {
      expect(lines.length).toBeLessThanOrEqual(limits.lines);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(limits.lineLength);
    }
  });

  it('stand in order without overlapping, none too long on screen', () => {
    for (const [index, { start, end }] of cues.entries()) {
      expect(end).toBeGreaterThan(start);
      expect(end - start).toBeLessThanOrEqual(limits.longest + limits.linger);
      if (index > 0) expect(start).toBeGreaterThanOrEqual(cues[index - 1]!.end);
    }
  });

  it('let a short sentence stand long enough to be read', () => {
    const short = cues.find(({ lines }) => lines[0] === 'Niin.')!;
    expect(short.end - short.start).toBeGreaterThanOrEqual(limits.shortest - 0.001);
  });

  it('stay no longer than they may, however slowly the last sentence is spoken', () => {
    const slow = cuesOf([{ text: 'Se riittää.', start: 0, end: 6.9 }], 20);
    expect(slow).toEqual([{ start: 0, end: limits.longest, lines: ['Se riittää.'] }]);
  });

  it('are more than one where a sentence is spoken too slowly for one', () => {
    const slow = 'Kysy ensin, mitä hän itse toivoo työltä ja mikä häntä auttaa.';
    const cues = cuesOf([{ text: slow, start: 0, end: slow.length / recipe.speechRate.slowest }], 20);
    expect(cues.length).toBeGreaterThan(1);
    for (const { start, end } of cues) expect(end - start).toBeLessThanOrEqual(limits.longest);
  });

  it('say every word that is spoken', () => {
    expect(cues.flatMap(({ lines }) => lines).join(' ')).toBe(spoken.map(({ text }) => text).join(' '));
  });

  it('are written as WebVTT, marks escaped', () => {
    expect(webVtt([{ start: 3661.5, end: 3662, lines: ['a & b', '<c>'] }])).toBe(
      'WEBVTT\n\n01:01:01.500 --> 01:01:02.000\na &amp; b\n&lt;c&gt;\n',
    );
  });
});
