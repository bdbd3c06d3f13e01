import type { InfographicOf } from '../../schemas/infographic.ts';
import { badgeRadius, badgesOn } from './badges.ts';
import { boxGrid } from './boxGrid.ts';
import { edge } from './format.ts';
import type { Format } from './format.ts';
import { bottomOf, disc } from './parts.ts';
import type { Box, Disc, Point, Words } from './parts.ts';

export interface ScaleDrawing {
  readonly width: number;
  readonly height: number;
  readonly line: { readonly from: Point; readonly to: Point };
  readonly ticks: readonly Point[];
  readonly numbers: readonly Words[];
  /** The points on the line, by letters; above it where there is another. */
  readonly marks: readonly Disc[];
  /** Lines from the marks above the line down to their points on it. */
  readonly stems: readonly (readonly Point[])[];
  /** What the ends and the points mean. */
  readonly boxes: readonly Box[];
  readonly badges: readonly Disc[];
}

const ends = 10;
const inset = 22;
const tierHeight = 2 * badgeRadius + 5;

/** A line from 0 to 10; below it, what its ends mean and what is marked on it by letters. */
export function layScale(data: Pick<InfographicOf<'scale'>, 'low' | 'high' | 'points'>, format: Format): ScaleDrawing {
  const { width, narrow } = format;
  const tiers = tiersOf(data.points.map(({ at }) => ((width - 2 * inset) * at) / ends));
  const y = 24 + Math.max(...tiers, 0) * tierHeight;
  const from = { x: inset, y };
  const to = { x: width - inset, y };
  const at = (value: number) => ({ x: from.x + ((to.x - from.x) * value) / ends, y });
  const ticks = Array.from({ length: ends + 1 }, (_, value) => at(value));
  const places = data.points.map((point, index) => {
    const foot = at(point.at);
    return { foot, place: { ...foot, y: y - tiers[index]! * tierHeight } };
  });
  const letters = data.points.map((_, index) => String.fromCharCode(65 + index));
  const boxes = boxGrid(
    [data.low, data.high, ...data.points],
    {
      x: edge,
      y: y + 52 + badgeRadius,
      width: width - 2 * edge,
      columns: narrow ? 1 : 2,
      columnGap: 40,
      rowGap: badgeRadius + 12,
      head: 8,
    },
    format,
  );
  return {
    width,
    height: bottomOf(boxes) + edge,
    line: { from, to },
    ticks,
    numbers: ticks.map(({ x }, value) => {
      const lines = [{ text: String(value), strong: value % ends === 0 }];
      return { x, top: y + 20, align: 'middle', lines, fontSize: format.fontSize };
    }),
    marks: places.map(({ place }, index) => disc(place, badgeRadius, letters[index]!, format)),
    stems: places.filter(({ place, foot }) => place.y < foot.y).map(({ place, foot }) => [place, foot]),
    boxes,
    badges: badgesOn(boxes, ['0', String(ends), ...letters], format),
  };
}

/** How far above the line each mark stands: 0 on it, else the lowest tier where it covers no earlier one. */
function tiersOf(places: readonly number[]): number[] {
  const tiers: number[] = [];
  for (const place of places) {
    let tier = 0;
    while (tiers.some((taken, index) => taken === tier && Math.abs(places[index]! - place) <= 2 * badgeRadius))
      tier += 1;
    tiers.push(tier);
  }
  return tiers;
}
