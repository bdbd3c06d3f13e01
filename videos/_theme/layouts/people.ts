import { at, drawing, stage } from '../frame.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { SceneOf } from '../sceneOf.ts';

/** A figure is drawn in a cell of this shape; `room` is what the figures have together. */
const cell = { width: 60, height: 112 };
const room = { width: stage.width, height: 258 };

/** A crowd of figures; the marked ones are coloured one after the other when they are spoken of. */
export function people({ total, marked, label }: SceneOf<'people'>): Markup {
  const { columns, scale } = grid(total);
  const figures = Array.from({ length: total }, (_, index) => {
    const x = stage.left + (index % columns) * cell.width * scale;
    const y = stage.top + Math.floor(index / columns) * cell.height * scale;
    const place = markup`transform="translate(${x} ${y}) scale(${scale})"`;
    const colour = markup`<g class="marked" data-item="marked" style="--from:${index / marked};--count:${marked}">${figure}</g>`;
    return markup`<g class="person" ${place}>${figure}${index < marked ? colour : []}</g>`;
  });
  const words = { x: stage.left, y: stage.top + 274, width: stage.width, height: 94 };
  return markup`${drawing(figures)}<div class="words" style="${at(words)}"><p data-fits>${label}</p></div>`;
}

const figure = markup`<circle cx="26" cy="20" r="16" /><path d="M4 100 V64 a22 22 0 0 1 44 0 V100 Z" />`;

/** The grid in which the figures are biggest. */
function grid(total: number): { columns: number; scale: number } {
  const grids = [1, 2, 3, 4, 5].map((rows) => {
    const columns = Math.ceil(total / rows);
    const scale = Math.min(room.width / (columns * cell.width), room.height / (rows * cell.height), 1.9);
    return { columns, scale };
  });
  return grids.reduce((best, candidate) => (candidate.scale > best.scale ? candidate : best));
}
