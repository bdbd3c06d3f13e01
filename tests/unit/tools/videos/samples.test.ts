import { describe, expect, it } from 'vitest';
import { recipe } from '../../../../tools/videos/recipe.ts';
import { trimSilence, voiceTrack } from '../../../../tools/videos/sound/samples.ts';
import { timeScenes } from '../../../../tools/videos/timing.ts';

const { sampleRate, frameRate, trim } = recipe;
const margin = trim.margin * sampleRate;
const silence = (seconds: number) => new Int16Array(seconds * sampleRate);
const loud = (seconds: number) => new Int16Array(seconds * sampleRate).fill(8000);
const joined = (...parts: readonly Int16Array[]) => Int16Array.from(parts.flatMap((part) => [...part]));

describe('speech', () => {
  it('loses the silence at both ends but for a margin, and none within', () => {
    const speech = joined(loud(0.2), silence(0.3), loud(0.1));
    expect(trimSilence(joined(silence(0.5), speech, silence(1)))).toHaveLength(speech.length + 2 * margin);
  });

  it('is not cut where it begins and ends at once, or is silent', () => {
    expect(trimSilence(loud(0.2))).toHaveLength(loud(0.2).length);
    expect(trimSilence(silence(0.2))).toHaveLength(silence(0.2).length);
  });
});

describe('the voice track', () => {
  const speech = [[loud(1)], [loud(0.5), loud(2)]];
  const timing = timeScenes(speech.map((scene) => scene.map(({ length }) => length / sampleRate)));
  const track = voiceTrack(timing, speech);

  it('is as long as the picture', () => {
    expect(track).toHaveLength((timing.at(-1)!.endFrame * sampleRate) / frameRate);
  });

  it('has each sentence at its frame and silence between', () => {
    for (const [scene, { sentences }] of timing.entries()) {
      for (const [index, { frame }] of sentences.entries()) {
        const from = (frame * sampleRate) / frameRate;
        const to = from + speech[scene]![index]!.length;
        expect([track[from - 1], track[from], track[to - 1], track[to]]).toEqual([0, 8000, 8000, 0]);
      }
    }
  });
});
