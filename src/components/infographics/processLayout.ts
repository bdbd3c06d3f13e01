import type { InfographicOf } from '../../schemas/infographic.ts';
import type { Arrow } from './arrows.ts';
import { badgeRadius, badgesOn } from './badges.ts';
import { boxGrid } from './boxGrid.ts';
import { edge } from './format.ts';
import type { Format } from './format.ts';
import { bottomOf, middleOf } from './parts.ts';
import type { Box, Disc } from './parts.ts';

export interface ProcessDrawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly badges: readonly Disc[];
  readonly arrows: readonly Arrow[];
}

/** Numbered steps, three in a row or one below the other, an arrow from each to the next. */
export function layProcess({ steps }: Pick<InfographicOf<'process'>, 'steps'>, format: Format): ProcessDrawing {
  const columns = format.narrow ? 1 : 3;
  const rowGap = format.narrow ? 38 : 52;
  const y = badgeRadius + edge;
  const grid = { x: edge, y, width: format.width - 2 * edge, columns, columnGap: 38, rowGap, head: 8 };
  const boxes = boxGrid(steps, grid, format);
  return {
    width: format.width,
    height: bottomOf(boxes) + edge,
    boxes,
    badges: badgesOn(
      boxes,
      boxes.map((_, index) => String(index + 1)),
      format,
    ),
    arrows: boxes.slice(1).map((box, index) => arrowTo(box, boxes[index]!)),
  };
}

/** To the right within a row; else down, and back to where the next row begins. */
function arrowTo(to: Box, from: Box): Arrow {
  if (to.y === from.y) {
    const { y } = middleOf(from);
    return {
      points: [
        { x: from.x + from.width, y },
        { x: to.x - 3, y },
      ],
    };
  }
  const start = { x: middleOf(from).x, y: from.y + from.height };
  const tip = { x: middleOf(to).x, y: to.y - 3 };
  if (start.x === tip.x) return { points: [start, tip] };
  const between = start.y + 20;
  return { points: [start, { x: start.x, y: between }, { x: tip.x, y: between }, tip] };
}
