import type { InfographicOf } from '../../schemas/infographic.ts';
import { boxGrid } from './boxGrid.ts';
import { edge } from './format.ts';
import type { Format } from './format.ts';
import { bottomOf, disc, middleOf } from './parts.ts';
import type { Box, Disc, Point } from './parts.ts';

export interface HubDrawing {
  readonly width: number;
  readonly height: number;
  readonly centre: Disc;
  readonly boxes: readonly Box[];
  /** Lines from the centre to the boxes, each through its points. */
  readonly links: readonly (readonly Point[])[];
}

type Hub = Pick<InfographicOf<'hub'>, 'centre' | 'parts'>;

const radius = 74;
const sideWidth = 214;

/** A centre with its parts at both sides, the odd one below; or, when narrow, in a column that hangs from it. */
export function layHub(data: Hub, format: Format): HubDrawing {
  return format.narrow ? hanging(data, format) : around(data, format);
}

function around({ centre, parts }: Hub, format: Format): HubDrawing {
  const { width } = format;
  const perSide = Math.floor(parts.length / 2);
  const column = (items: Hub['parts'], x: number) =>
    boxGrid(items, { x, y: edge, width: sideWidth, columns: 1, columnGap: 0, rowGap: 28 }, format);
  const left = column(parts.slice(0, perSide), edge);
  const right = column(parts.slice(perSide, 2 * perSide), width - edge - sideWidth);
  const height = Math.max(bottomOf(left), bottomOf(right), 2 * radius + edge) + edge;
  const sides = [left, right].flatMap((boxes) => moved(boxes, (height - bottomOf(boxes) - edge) / 2));
  const middle = { x: width / 2, y: height / 2 };
  const below = boxGrid(
    parts.slice(2 * perSide),
    { x: middle.x - sideWidth / 2, y: middle.y + radius + 32, width: sideWidth, columns: 1, columnGap: 0, rowGap: 0 },
    format,
  );
  const boxes = [...sides, ...below];
  return {
    width,
    height: Math.max(height, below.length > 0 ? bottomOf(below) + edge : 0),
    centre: disc(middle, radius, centre.label, format),
    boxes,
    links: boxes.map((box) => [middle, middleOf(box)]),
  };
}

function moved(boxes: readonly Box[], by: number): Box[] {
  return boxes.map((box) => ({ ...box, y: box.y + by, words: { ...box.words, top: box.words.top + by } }));
}

function hanging({ centre, parts }: Hub, format: Format): HubDrawing {
  const { width } = format;
  const middle = { x: width / 2, y: radius + edge };
  const spine = 14;
  const x = 34;
  const grid = { x, y: 2 * radius + 28, width: width - x - edge, columns: 1, columnGap: 0, rowGap: 14 };
  const boxes = boxGrid(parts, grid, format);
  const last = middleOf(boxes.at(-1)!);
  return {
    width,
    height: bottomOf(boxes) + edge,
    centre: disc(middle, radius, centre.label, format),
    boxes,
    links: [
      [middle, { x: spine, y: middle.y }, { x: spine, y: last.y }],
      ...boxes.map((box) => [{ x: spine, y: middleOf(box).y }, middleOf(box)]),
    ],
  };
}
