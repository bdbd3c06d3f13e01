import type { InfographicOf } from '../../schemas/infographic.ts';
import { boxGrid } from './boxGrid.ts';
import { centreDisc, centreRadius } from './centre.ts';
import { edge } from './format.ts';
import type { Format } from './format.ts';
import { bottomOf, middleOf } from './parts.ts';
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

const leastRadius = 66;
const sideWidth = 214;

/** A centre with its parts at both sides, the odd one below; or, when narrow, in a column that hangs from it. */
export function layHub(data: Hub, format: Format): HubDrawing {
  return format.narrow ? hanging(data, format) : around(data, format);
}

function around({ centre, parts }: Hub, format: Format): HubDrawing {
  const { width } = format;
  const radius = centreRadius(centre.label, leastRadius, format);
  const beside = parts.length - (parts.length % 2);
  const columnGap = width - 2 * edge - 2 * sideWidth;
  const grid = { x: edge, y: edge, width: width - 2 * edge, columns: 2, columnGap, rowGap: 44 };
  const sides = boxGrid(parts.slice(0, beside), grid, format);
  const height = Math.max(bottomOf(sides), 2 * (radius + edge)) + edge;
  const middle = { x: width / 2, y: height / 2 };
  const below = boxGrid(
    parts.slice(beside),
    { ...grid, x: middle.x - sideWidth / 2, y: middle.y + radius + 32, width: sideWidth, columns: 1 },
    format,
  );
  const boxes = [...sides, ...below];
  return {
    width,
    height: Math.max(height, bottomOf(boxes) + edge),
    centre: centreDisc(middle, radius, centre.label, format),
    boxes,
    links: boxes.map((box) => [middle, middleOf(box)]),
  };
}

function hanging({ centre, parts }: Hub, format: Format): HubDrawing {
  const { width } = format;
  const radius = centreRadius(centre.label, leastRadius, format);
  const middle = { x: width / 2, y: radius + edge };
  const spine = 14;
  const x = 34;
  const grid = { x, y: 2 * radius + 28, width: width - x - edge, columns: 1, columnGap: 0, rowGap: 14 };
  const boxes = boxGrid(parts, grid, format);
  const last = middleOf(boxes.at(-1)!);
  return {
    width,
    height: bottomOf(boxes) + edge,
    centre: centreDisc(middle, radius, centre.label, format),
    boxes,
    links: [
      [middle, { x: spine, y: middle.y }, { x: spine, y: last.y }],
      ...boxes.map((box) => [{ x: spine, y: middleOf(box).y }, middleOf(box)]),
    ],
  };
}
