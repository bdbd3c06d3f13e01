import { describe, expect, it } from 'vitest';
import { heldFrames } from '../../../../tools/videos/picture/frameStates.ts';
import { recipe } from '../../../../tools/videos/recipe.ts';
import { revealFrames, timeScenes } from '../../../../tools/videos/timing.ts';
import { smallStoryboard } from '../../../support/storyboards.ts';

const { scenes } = smallStoryboard;
const timing = timeScenes([[2], [3, 4], [2]]);
const held = heldFrames(scenes, timing);
/** What each single frame shows. */
const shown = held.flatMap(({ state, frames }) => Array.from({ length: frames }, () => state));

describe('the frames of a video', () => {
  it('show something from the first to the last, each picture as long as it stays the same', () => {
    expect(shown).toHaveLength(timing.at(-1)!.endFrame);
    for (const [index, { state }] of held.slice(1).entries()) expect(state).not.toEqual(held[index]!.state);
    expect(held.length).toBeLessThan(shown.length / 5);
  });

  it('show the first scene at once, and let each other come in over the one before', () => {
    expect(shown[0]).toMatchObject({ scene: 0, entering: 1 });
    const first = timing[1]!.frame;
    expect(shown[first]!.scene).toBe(1);
    expect(shown[first]!.entering).toBeLessThan(0.2);
    expect(shown[first + recipe.motion.crossFade - 1]).toMatchObject({ scene: 1, entering: 1 });
  });

  it('let an item begin with its words, be wholly there after its motion, and stay', () => {
    const reveals = revealFrames(scenes[1]!, timing[1]!);
    const begins = reveals.get('terveys')!;
    expect(shown[begins - 1]!.items).not.toHaveProperty('terveys');
    expect(shown[begins]!.items['terveys']!.p).toBeGreaterThan(0);
    expect(shown[begins + recipe.motion.reveal]!.items['terveys']!.p).toBe(1);
    expect(shown[timing[1]!.endFrame - 1]!.items['terveys']!.p).toBe(1);
  });

  it('mark one item at a time as the one spoken of', () => {
    const last = shown[timing[1]!.endFrame - 1]!.items;
    expect(last).toEqual({ terveys: { p: 1, now: 0 }, osaaminen: { p: 1, now: 1 } });
  });
});
