import { recipe } from '../recipe.ts';
import type { TimedScene } from '../timing.ts';

const { sampleRate, frameRate, trim } = recipe;
const full = 32_768;

/** Speech without the silence before and after it, but for a short margin. All of it when nothing is loud enough. */
export function trimSilence(samples: Int16Array): Int16Array {
  const isLoud = (sample: number) => Math.abs(sample) > trim.threshold * full;
  const first = samples.findIndex(isLoud);
  if (first === -1) return samples;
  const last = samples.findLastIndex(isLoud);
  const margin = Math.round(trim.margin * sampleRate);
  return samples.subarray(Math.max(0, first - margin), last + margin + 1);
}

/** The whole voice track: each sentence at its frame, silence between. */
export function voiceTrack(timing: readonly TimedScene[], speech: readonly (readonly Int16Array[])[]): Int16Array {
  const perFrame = sampleRate / frameRate;
  const track = new Int16Array(timing.at(-1)!.endFrame * perFrame);
  for (const [scene, { sentences }] of timing.entries()) {
    for (const [index, { frame }] of sentences.entries()) track.set(speech[scene]![index]!, frame * perFrame);
  }
  return track;
}
