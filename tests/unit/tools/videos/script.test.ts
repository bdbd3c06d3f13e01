import { describe, expect, it } from 'vitest';
import { scriptOf } from '../../../../tools/videos/speech/script.ts';
import { smallStoryboard } from '../../../support/storyboards.ts';

const told = (recordings: Record<string, string>) =>
  scriptOf(smallStoryboard, new Map(Object.entries(recordings))).map(({ scene, line, recording }) => [
    scene,
    recording ?? line,
  ]);

describe('the script of a video', () => {
  it('is its sentences in order, each as it is said', () => {
    expect(told({})).toEqual([
      [0, 'Aloitetaan.'],
      [1, 'Silloin kysyttiin kahta asiaa.'],
      [1, 'Ne olivat terveys ja osaaminen.'],
      [2, 'Kiitos.'],
    ]);
  });

  it('plays a recording instead of its own sentence, and leaves the others to the synthesiser', () => {
    expect(told({ '02-01.wav': '/a.wav', '03-01.wav': '/b.wav' })).toEqual([
      [0, 'Aloitetaan.'],
      [1, '/a.wav'],
      [1, 'Ne olivat terveys ja osaaminen.'],
      [2, '/b.wav'],
    ]);
  });
});
