import type { SceneOf } from '../sceneOf.ts';
import { drawing, mark, wave } from '../frame.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';

/** The name of the video on its colour, with the site's mark writ large: a moment over a wave. */
export function title({ title, subtitle }: SceneOf<'title'>): Markup {
  const shapes = [markup`<circle class="moment" cx="1052" cy="418" r="128" />`, wave(500, 'shore')];
  return markup`${drawing(shapes)}
    ${mark}
    <div class="words">
      <h1 data-fits>${title}</h1>
      ${subtitle === undefined ? [] : markup`<p data-fits>${subtitle}</p>`}
    </div>`;
}
