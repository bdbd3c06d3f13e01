import { at, drawing, stage } from '../frame.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { SceneOf } from '../sceneOf.ts';

/** A huge figure over a coloured wave, and what it tells. */
export function number({ value, label }: SceneOf<'number'>): Markup {
  const size = value.length <= 5 ? 236 : value.length <= 8 ? 168 : 116;
  const figure = { x: stage.left, y: stage.top - 8, width: stage.width, height: 236 };
  const words = { x: stage.left, y: stage.top + 260, width: stage.width, height: 108 };
  const line = `M ${stage.left} 402 c 26 -20 52 -20 78 0 s 52 20 78 0 s 52 -20 78 0 s 52 20 78 0 s 52 -20 78 0 s 52 20 78 0`;
  return markup`${drawing(markup`<path class="swell draws" data-item="value" pathLength="1" d="${line}" />`)}
    <div class="figure rises" data-item="value" style="${at(figure)};font-size:${size}px"><p data-fits>${value}</p></div>
    <div class="words rises" data-item="value" style="${at(words)}"><p data-fits>${label}</p></div>`;
}
