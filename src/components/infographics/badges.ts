import type { Format } from './format.ts';
import { disc } from './parts.ts';
import type { Box, Disc } from './parts.ts';

export const badgeRadius = 15;

/** A small disc on the upper side of each box, with its number or letter. */
export function badgesOn(boxes: readonly Box[], texts: readonly string[], format: Format): Disc[] {
  return boxes.map((box, index) => disc({ x: box.x + 26, y: box.y }, badgeRadius, texts[index]!, format));
}
