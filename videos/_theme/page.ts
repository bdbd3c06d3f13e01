import type { StoryboardData } from '../../src/schemas/storyboard.ts';
import { markup } from './markup.ts';
import { sceneMarkup } from './sceneMarkup.ts';

/**
 * The page whose frames become the video: all scenes over each other, none of them visible until it is painted.
 * @param css the theme's styles, with the typeface in them.
 */
export function videoPage(storyboard: StoryboardData, lang: string, css: string): string {
  const { scenes, accent } = storyboard;
  const body = scenes.map((scene, index) => sceneMarkup(scene, index, scenes.length));
  return markup`<!doctype html><html lang="${lang}" class="${accent}"><meta charset="utf-8">`.text.concat(
    `<style>${css}</style>`,
    markup`<body>${body}</body></html>`.text,
  );
}
