import type { Scene } from '../../../src/schemas/storyboard.ts';
import type { FrameState } from '../../../videos/_theme/paint.ts';
import { recipe } from '../recipe.ts';
import { revealFrames } from '../timing.ts';
import type { TimedScene } from '../timing.ts';

/** A picture and for how many frames it stands. */
export interface HeldFrame {
  readonly state: FrameState;
  readonly frames: number;
}

/** What each frame of a video shows, equal ones in a row as one. */
export function heldFrames(scenes: readonly Scene[], timing: readonly TimedScene[]): HeldFrame[] {
  const held: { state: FrameState; frames: number; key: string }[] = [];
  for (const [index, scene] of scenes.entries()) {
    const timed = timing[index]!;
    const reveals = revealFrames(scene, timed);
    for (let frame = timed.frame; frame < timed.endFrame; frame++) {
      const state = { scene: index, entering: entering(index, frame - timed.frame), items: itemsAt(frame, reveals) };
      const key = JSON.stringify(state);
      const last = held.at(-1);
      if (last?.key === key) last.frames += 1;
      else held.push({ state, frames: 1, key });
    }
  }
  return held.map(({ state, frames }) => ({ state, frames }));
}

/** The first scene is there at once; the others fade in over the one before. */
function entering(scene: number, framesShown: number): number {
  return scene === 0 ? 1 : share(framesShown + 1, recipe.motion.crossFade);
}

function itemsAt(frame: number, reveals: ReadonlyMap<string, number>): FrameState['items'] {
  const begun = [...reveals]
    .filter(([, from]) => from <= frame)
    .map(([item, from]) => ({ item, p: appeared(frame - from) }));
  return Object.fromEntries(
    begun.map(({ item, p }, index) => {
      const next = begun[index + 1]?.p ?? 0;
      return [item, { p, now: rounded(p * (1 - next)) }];
    }),
  );
}

/** How much of an item is there: fast at first, then settling. */
function appeared(framesSince: number): number {
  return rounded(1 - (1 - share(framesSince + 1, recipe.motion.reveal)) ** 3);
}

function share(frames: number, of: number): number {
  return Math.min(1, frames / of);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
