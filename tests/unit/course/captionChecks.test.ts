import { describe, expect, it } from 'vitest';
import { captionFindings } from '../../../src/course/checks/captionChecks.ts';

const cue = (from: string, to: string, words: string) => `00:00:${from} --> 00:00:${to}\n${words}\n\n`;
const rulesOf = (cues: string) =>
  captionFindings('a.vtt', `WEBVTT\n\n${cues}`).map(({ rule, line }) => `${rule}:${line}`);

describe('captions', () => {
  it('of two lines of 42 characters for some seconds can be read', () => {
    expect(
      rulesOf(cue('01.000', '04.000', `${'a'.repeat(42)}\n${'b'.repeat(42)}`) + cue('04.000', '06.000', 'c')),
    ).toEqual([]);
  });

  it('are measured as they are read, with an escaped mark as one character', () => {
    expect(rulesOf(cue('01.000', '04.000', `${'a'.repeat(41)}&amp;`))).toEqual([]);
    expect(rulesOf(cue('01.000', '04.000', `${'a'.repeat(41)}&lt;&gt;`))).toEqual(['caption-length:3']);
  });

  it.each([
    ['have three lines', cue('01.000', '04.000', 'a\nb\nc'), 'caption-lines:3'],
    ['have a line of 43 characters', cue('01.000', '04.000', 'a'.repeat(43)), 'caption-length:3'],
    ['flash by', cue('01.000', '01.500', 'a'), 'caption-time:3'],
    ['stay too long', cue('01.000', '09.000', 'a'), 'caption-time:3'],
    ['overlap the next', cue('01.000', '04.000', 'a') + cue('03.000', '06.000', 'b'), 'caption-overlap:3'],
    ['are none', '', 'captions-empty:1'],
  ])('that %s are told', (_, cues, told) => {
    expect(rulesOf(cues)).toEqual([told]);
  });
});
