import { at, drawing, stage, stageBottom, stageRight } from '../frame.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { SceneOf } from '../sceneOf.ts';

const figureWidth = 150;
const inset = figureWidth + 56;

/** A talk: the client stands at the left, the worker at the right, and each bubble points to the one who speaks. */
export function speech({ items }: SceneOf<'speech'>): Markup {
  const gap = 22;
  const height = Math.min(118, (stage.height - gap * (items.length - 1)) / items.length);
  const top = stageBottom - items.length * (height + gap) + gap;
  const bubbles = items.map(({ id, who, text }, index) => {
    const y = top + index * (height + gap);
    const width = Math.min(stage.width - inset * 2, 84 + text.length * 19);
    const x = who === 'client' ? stage.left + inset : stageRight - inset - width;
    return { id, who, text, x, y, width, height };
  });
  return markup`${drawing([person('client', stage.left), person('worker', stageRight - figureWidth)])}
    ${bubbles.map(
      (bubble) => markup`<div class="bubble lights ${bubble.who}" data-item="${bubble.id}" style="${at(bubble)}">
        <svg viewBox="0 0 30 34"><path d="M29 3 L3 17 L29 31" /></svg><p data-fits>${bubble.text}</p></div>`,
    )}`;
}

function person(who: 'client' | 'worker', x: number): Markup {
  const y = stageBottom;
  return markup`<g class="speaker ${who}"><circle cx="${x + 75}" cy="${y - 156}" r="46" />
    <path d="M${x} ${y} v-14 a75 75 0 0 1 150 0 v14 Z" /></g>`;
}
