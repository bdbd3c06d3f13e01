import { at, stage, stageBottom } from '../frame.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { SceneOf } from '../sceneOf.ts';

/** Steps that rise from the first at the bottom to the last at the top, each as long as what stands on it leaves open. */
export function ladder({ items }: SceneOf<'ladder'>): Markup {
  const height = stage.height / items.length;
  const run = Math.min(150, 420 / (items.length - 1));
  return markup`${items.map(({ id, text }, index) => {
    const x = stage.left + index * run;
    const box = { x, y: stageBottom - (index + 1) * height, width: stage.left + stage.width - x, height: height + 4 };
    return markup`<div class="stair lights" data-item="${id}" style="${at(box)}"><p data-fits>${text}</p></div>`;
  })}`;
}
