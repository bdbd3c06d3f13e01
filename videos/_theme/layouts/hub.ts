import { at, drawing, stage, stageRight } from '../frame.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { SceneOf } from '../sceneOf.ts';

const radius = 112;
const centre = { x: stage.left + stage.width / 2, y: stage.top + stage.height / 2 };
const gap = 20;

/** A circle in the middle and boxes at its sides, in the order of reading, each joined to it by a spoke. */
export function hub({ centre: word, items }: SceneOf<'hub'>): Markup {
  const rows = Math.ceil(items.length / 2);
  const width = stage.width / 2 - radius - 72;
  const height = Math.min(124, (stage.height - (rows - 1) * gap) / rows);
  const boxes = items.map((item, index) => {
    const onLeft = index % 2 === 0;
    const inColumn = onLeft ? rows : Math.floor(items.length / 2);
    const free = (stage.height - inColumn * height) / (inColumn + 1);
    const y = stage.top + free + Math.floor(index / 2) * (height + free);
    return { ...item, x: onLeft ? stage.left : stageRight - width, y, width, height, inner: onLeft ? width : 0 };
  });
  const spokes = boxes.map(({ id, x, y, inner }) => {
    const line = `M ${centre.x} ${centre.y} L ${x + inner} ${y + height / 2}`;
    return markup`<path class="line draws" data-item="${id}" pathLength="1" d="${line}" />`;
  });
  const circle = markup`<circle class="hub-centre" cx="${centre.x}" cy="${centre.y}" r="${radius}" />`;
  const square = radius * 1.64;
  const middle = { x: centre.x - square / 2, y: centre.y - square / 2, width: square, height: square };
  const longest = Math.max(...word.split(' ').map(({ length }) => length));
  const size = Math.min(38, square / (longest * 0.56));
  return markup`${drawing([...spokes, circle])}
    <div class="label" style="${at(middle)};font-size:${size}px"><b data-fits>${word}</b></div>
    ${boxes.map((box) => markup`<div class="box lights" data-item="${box.id}" style="${at(box)}"><p data-fits>${box.text}</p></div>`)}`;
}
