import type { StoryboardItem } from '../../../src/schemas/storyboard.ts';
import { at, drawing, stage } from '../frame.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { SceneOf } from '../sceneOf.ts';

/** The most letters of a word that fit into one of three columns. */
const longestWord = 18;

/** Numbered circles on a line: side by side when there are three with words short enough, else under each other. */
export function steps({ items }: SceneOf<'steps'>): Markup {
  const words = items.flatMap(({ text }) => text.split(/[\s-]/));
  const fit = items.length === 3 && words.every((word) => word.length <= longestWord);
  return fit ? across(items) : down(items);
}

function across(items: readonly StoryboardItem[]): Markup {
  const pitch = stage.width / items.length;
  const radius = 58;
  const y = stage.top + 28 + radius;
  const lines = items.slice(1).map(({ id }, index) => {
    const x = stage.left + index * pitch + radius;
    return markup`<path class="line draws" data-item="${id}" pathLength="1" d="M ${x} ${y} H ${x + pitch}" />`;
  });
  return markup`${drawing(lines)}${items.map(({ id, text }, index) => {
    const x = stage.left + index * pitch;
    const circle = { x, y: y - radius, width: radius * 2, height: radius * 2 };
    const words = { x, y: y + radius + 28, width: pitch - 36, height: 176 };
    return markup`<div class="circle lights large" data-item="${id}" style="${at(circle)}">${index + 1}</div>
      <div class="words rises" data-item="${id}" style="${at(words)}"><p data-fits>${text}</p></div>`;
  })}`;
}

function down(items: readonly StoryboardItem[]): Markup {
  const pitch = Math.min(116, stage.height / items.length);
  const radius = Math.min(40, pitch * 0.39);
  const x = stage.left + radius;
  const lines = items.slice(1).map(({ id }, index) => {
    const y = stage.top + (index + 0.5) * pitch + radius;
    return markup`<path class="line draws" data-item="${id}" pathLength="1" d="M ${x} ${y} V ${y + pitch - radius}" />`;
  });
  return markup`${drawing(lines)}${items.map(({ id, text }, index) => {
    const y = stage.top + index * pitch;
    const circle = { x: stage.left, y: y + pitch / 2 - radius, width: radius * 2, height: radius * 2 };
    const words = { x: x + radius + 32, y, width: stage.width - radius * 2 - 32, height: pitch };
    return markup`<div class="circle lights" data-item="${id}" style="${at(circle)}">${index + 1}</div>
      <div class="words rises middle" data-item="${id}" style="${at(words)}"><p data-fits>${text}</p></div>`;
  })}`;
}
