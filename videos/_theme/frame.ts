import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

/** A frame in CSS pixels; it is rendered at one and a half of it. */
export const frame = { width: 1280, height: 720 } as const;

/** Where scenes draw: under the heading and above the bottom quarter, which captions and controls cover. */
export const stage = { left: 72, top: 164, width: 1136, height: 368 } as const;
export const stageRight = stage.left + stage.width;
export const stageBottom = stage.top + stage.height;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a box stands, as an inline style. */
export function at({ x, y, width, height }: Box): string {
  return `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
}

/** Lines and shapes over the whole frame, under the text. */
export function drawing(shapes: Markup | readonly Markup[]): Markup {
  return markup`<svg viewBox="0 0 ${frame.width} ${frame.height}">${shapes}</svg>`;
}

/** The wave that closes a coloured band. `y` is where its crests are; it is 22 px from crest to trough. */
export function wave(y: number, kind: 'sea' | 'shore'): Markup {
  const period = 240;
  const crests = Array.from({ length: Math.ceil(frame.width / period) + 1 }, (_, index) => {
    const x = (index - 0.25) * period;
    return `C ${x + 40} ${y + 22} ${x + 80} ${y} ${x + 120} ${y} S ${x + 200} ${y + 22} ${x + 240} ${y + 22}`;
  });
  const path = `M ${-0.25 * period} ${y + 22} ${crests.join(' ')} V ${frame.height} H ${-0.25 * period} Z`;
  return markup`<path class="${kind}" d="${path}" />`;
}

/** The site's mark: a moment over a wave. */
export const mark = markup`<svg class="mark" viewBox="0 0 36 36"><rect width="36" height="36" fill="#0000bf" /><path d="M7 22c2.5-4.5 6.5-4.5 11 0s8.5 4.5 11 0" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round" /><circle cx="18" cy="11.5" r="3" fill="#ffe977" /></svg>`;
