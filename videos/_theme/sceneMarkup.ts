import type { Scene } from '../../src/schemas/storyboard.ts';
import { drawing, mark, wave } from './frame.ts';
import { compare } from './layouts/compare.ts';
import { hub } from './layouts/hub.ts';
import { ladder } from './layouts/ladder.ts';
import { number } from './layouts/number.ts';
import { people } from './layouts/people.ts';
import { points } from './layouts/points.ts';
import { speech } from './layouts/speech.ts';
import { steps } from './layouts/steps.ts';
import { title } from './layouts/title.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

/** One scene as it stands when all of it is shown. Its items carry `data-item` with the id that sentences show them by. */
export function sceneMarkup(scene: Scene, index: number, count: number): Markup {
  if (scene.layout === 'title') return markup`<section class="title">${title(scene)}</section>`;
  const size = scene.title.length > 34 ? 'small' : 'large';
  return markup`<section class="${scene.layout}">
    ${drawing(wave(584, 'sea'))}
    <div class="progress"><div style="width:${((index + 1) / count) * 100}%"></div></div>
    <h1 class="${size}" data-fits>${scene.title}</h1>
    ${mark}
    ${picture(scene)}
  </section>`;
}

function picture(scene: Exclude<Scene, { layout: 'title' }>): Markup {
  switch (scene.layout) {
    case 'points':
      return points(scene);
    case 'hub':
      return hub(scene);
    case 'steps':
      return steps(scene);
    case 'ladder':
      return ladder(scene);
    case 'compare':
      return compare(scene);
    case 'number':
      return number(scene);
    case 'people':
      return people(scene);
    case 'speech':
      return speech(scene);
  }
}
