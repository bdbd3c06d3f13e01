import { at, drawing, stage, stageRight } from '../frame.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { SceneOf } from '../sceneOf.ts';

type Side = SceneOf<'compare'>['left'];

const width = 500;
const heading = 68;

/** Two columns, and between them an arrow that is drawn when the right one begins. */
export function compare({ left, right }: SceneOf<'compare'>): Markup {
  const first = right.items[0]!.id;
  const y = stage.top + heading + 66;
  const [from, to] = [stage.left + width + 24, stageRight - width - 24];
  const arrow = markup`<path class="line draws" data-item="${first}" pathLength="1" d="M ${from} ${y} H ${to}" />
    <path class="line draws" data-item="${first}" pathLength="1" d="M ${to - 26} ${y - 26} L ${to} ${y} L ${to - 26} ${y + 26}" />`;
  return markup`${drawing(arrow)}${column(left, stage.left)}${column(right, stageRight - width)}`;
}

function column({ title, items }: Side, x: number): Markup {
  const gap = 16;
  const height = Math.min(132, (stage.height - heading - gap * (items.length - 1)) / items.length);
  return markup`<h2 style="${at({ x, y: stage.top, width, height: heading })}" data-fits>${title}</h2>
    ${items.map(({ id, text }, index) => {
      const box = { x, y: stage.top + heading + index * (height + gap), width, height };
      return markup`<div class="box lights left" data-item="${id}" style="${at(box)}"><p data-fits>${text}</p></div>`;
    })}`;
}
