import type { Format } from './format.ts';
import { disc, letterHeight, lettersTop } from './parts.ts';
import type { Disc, Point } from './parts.ts';
import { textWidth } from './wrapping.ts';

/** The letters of the centre are larger than others where there is room: how many times, the best first. */
const sizes = [1.25, 1.125, 1];
/** Free space between the letters and the disc's edge. */
const margin = 5;

/** How large the disc in the middle of a picture has to be for its label: `least`, or more for a long word. */
export function centreRadius(label: string, least: number, format: Format): number {
  let radius = least;
  while (!centreSizes(radius, label, format).some(holdsItsWords)) radius += 2;
  return radius;
}

/** The disc in the middle of a picture, its label as large as there is room. */
export function centreDisc(centre: Point, radius: number, label: string, format: Format): Disc {
  const tried = centreSizes(radius, label, format, centre);
  return tried.find(holdsItsWords) ?? tried.at(-1)!;
}

function centreSizes(radius: number, label: string, format: Format, centre: Point = { x: 0, y: 0 }): Disc[] {
  return sizes.map((times) => disc(centre, radius, label, { ...format, fontSize: format.fontSize * times }));
}

/** Whether the corners of every line's letters are within the circle. */
function holdsItsWords({ y, radius, words }: Disc): boolean {
  return words.lines.every(({ text }, line) => {
    const top = lettersTop(words, line) - y;
    const farthest = Math.max(Math.abs(top), Math.abs(top + letterHeight(words)));
    return Math.hypot(textWidth(text, words.fontSize) / 2, farthest) <= radius - margin;
  });
}
