import { at, stage } from '../frame.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { SceneOf } from '../sceneOf.ts';

/** Big lines under each other, each with a dot that is coloured while it is spoken of. */
export function points({ items }: SceneOf<'points'>): Markup {
  const pitch = Math.min(104, stage.height / items.length);
  return markup`${items.map(({ id, text }, index) => {
    const box = { x: stage.left, y: stage.top + index * pitch, width: stage.width, height: pitch };
    return markup`<div class="point rises" data-item="${id}" style="${at(box)}"><i class="dot"></i><p data-fits>${text}</p></div>`;
  })}`;
}
