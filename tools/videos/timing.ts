import type { Scene } from '../../src/schemas/storyboard.ts';
import { recipe } from './recipe.ts';

/** When a sentence is spoken. It starts on a frame, so that the picture can change with it. */
export interface TimedSentence {
  readonly frame: number;
  /** Seconds of speech. */
  readonly speech: number;
}

/** From which frame on a scene shows and when its sentences are spoken. Scenes follow each other without gaps. */
export interface TimedScene {
  readonly frame: number;
  readonly endFrame: number;
  readonly sentences: readonly TimedSentence[];
}

const { frameRate, pace } = recipe;

/** Lays sentences out in time. @param speech seconds of speech of each sentence, by scene. */
export function timeScenes(speech: readonly (readonly number[])[]): TimedScene[] {
  let frame = 0;
  return speech.map((durations, index) => {
    const start = frame;
    let next = start + framesOf(index === 0 ? pace.opening : pace.sceneStart);
    let spoken = next;
    const sentences = durations.map((seconds) => {
      const sentence = { frame: next, speech: seconds };
      spoken = next + framesOf(seconds);
      next = Math.max(spoken + framesOf(pace.sentence), next + framesOf(pace.slot));
      return sentence;
    });
    const isLast = index === speech.length - 1;
    frame = Math.max(spoken + framesOf(isLast ? pace.closing : pace.sceneEnd), next);
    return { frame: start, endFrame: frame, sentences };
  });
}

/** The frame at which each item of a scene begins to appear: with its sentence; several of one sentence share its length. */
export function revealFrames(scene: Scene, timed: TimedScene): Map<string, number> {
  return new Map(
    scene.narration.flatMap(({ show }, index) => {
      const { frame, speech } = timed.sentences[index]!;
      const step = framesOf(speech) / Math.max(1, show.length);
      return show.map((item, nth) => [item, frame + Math.floor(nth * step)] as const);
    }),
  );
}

/** The first frame at or after a moment. */
export function framesOf(seconds: number): number {
  return Math.ceil(Math.round(seconds * frameRate * 1000) / 1000);
}

/** The moment of a frame in seconds, with at most three decimals. */
export function secondsOf(frame: number): number {
  return milli(frame / frameRate);
}

/** Seconds with at most three decimals. */
export function milli(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
