import { describe, expect, it } from 'vitest';
import { recipe } from '../../../../tools/videos/recipe.ts';
import { addressesOf, timedText } from '../../../../tools/videos/timeline.ts';
import { framesOf, revealFrames, secondsOf, timeScenes } from '../../../../tools/videos/timing.ts';

const speech = [[2, 0.4], [3.25]];
const timing = timeScenes(speech);

describe('the time of a video', () => {
  it('lets scenes follow each other without a gap', () => {
    expect(timing[0]!.frame).toBe(0);
    expect(timing[1]!.frame).toBe(timing[0]!.endFrame);
  });

  it('begins each sentence on a frame, after the pause, and gives a short one time for its caption', () => {
    const [first, second] = timing[0]!.sentences;
    expect(first!.frame).toBe(framesOf(recipe.pace.opening));
    expect(second!.frame).toBe(first!.frame + framesOf(2) + framesOf(recipe.pace.sentence));
    expect(timing[0]!.endFrame).toBeGreaterThanOrEqual(second!.frame + framesOf(recipe.pace.slot));
  });

  it('shows several items of one sentence one after another', () => {
    const scene = {
      narration: [
        { text: 'x', show: ['a', 'b'] },
        { text: 'y', show: [] },
      ],
    };
    const frames = revealFrames(scene as never, timing[0]!);
    expect(frames.get('a')).toBe(timing[0]!.sentences[0]!.frame);
    expect(frames.get('b')).toBe(timing[0]!.sentences[0]!.frame + framesOf(2) / 2);
  });

  it('is told with at most three decimals, the last chapter to the end', () => {
    const storyboard = {
      scenes: [
        { id: 'one', title: 'One', narration: [{ text: 'A.' }, { text: 'B.' }] },
        { id: 'two', title: 'Two', narration: [{ text: 'C.' }] },
      ],
    };
    const { chapters, transcript } = timedText(storyboard as never, timing, 12.3456);
    expect(chapters.map(({ id, start }) => [id, start])).toEqual([
      ['one', 0],
      ['two', secondsOf(timing[1]!.frame)],
    ]);
    expect(chapters[1]!.end).toBe(12.346);
    expect(transcript.map(({ text, scene }) => `${scene} ${text}`)).toEqual(['one A.', 'one B.', 'two C.']);
    for (const { start, end } of transcript)
      expect([start, end].map((n) => Math.round(n * 1000) / 1000)).toEqual([start, end]);
  });
});

it('a built file’s address carries the hash of the video’s bytes', () => {
  expect(addressesOf('verkosto', 'fi', '0123456789').mp4).toBe('/videos/verkosto/verkosto.fi.0123456789.mp4');
});
