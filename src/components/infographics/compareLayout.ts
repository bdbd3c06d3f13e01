import type { InfographicOf } from '../../schemas/infographic.ts';
import type { Arrow } from './arrows.ts';
import { boxGrid } from './boxGrid.ts';
import { edge } from './format.ts';
import type { Format } from './format.ts';
import { bottomOf, lineHeight, linesOf, middleOf } from './parts.ts';
import type { Box, Words } from './parts.ts';

export interface CompareDrawing {
  readonly width: number;
  readonly height: number;
  /** What both sides are called; none when narrow, where each box says it. */
  readonly heads: readonly Box[];
  readonly rows: readonly {
    readonly aspect: Words;
    readonly left: Box;
    readonly right: Box;
    readonly arrow: Arrow | null;
  }[];
}

type Compare = Pick<InfographicOf<'compare'>, 'left' | 'right' | 'rows' | 'change'>;

/** Two sides beside each other, or the second below the first; above each pair, what is compared. */
export function layCompare(data: Compare, format: Format): CompareDrawing {
  const gap = data.change ? 48 : 16;
  const width = format.width - 2 * edge;
  const pairAt = (y: number, pair: readonly { label: string; note?: string }[]) => {
    const rowGap = data.change ? 30 : 8;
    return boxGrid(pair, { x: edge, y, width, columns: format.narrow ? 1 : 2, columnGap: gap, rowGap }, format);
  };
  const heads = format.narrow ? [] : pairAt(edge, [data.left, data.right]);
  let y = heads.length > 0 ? bottomOf(heads) + 18 : edge;
  const rows = data.rows.map(({ label, left, right }) => {
    const lines = linesOf({ label }, width, format);
    const aspect: Words = { x: format.width / 2, top: y, lines, align: 'middle', fontSize: format.fontSize };
    const [first, second] = pairAt(y + lines.length * lineHeight(format) + 8, sides(data, left, right, format)) as [
      Box,
      Box,
    ];
    y = bottomOf([first, second]) + 20;
    return { aspect, left: first, right: second, arrow: data.change ? arrowBetween(first, second) : null };
  });
  return { width: format.width, height: y - 20 + edge, heads, rows };
}

function sides(
  data: Compare,
  left: { readonly label: string },
  right: { readonly label: string },
  { narrow }: Format,
): { label: string; note?: string }[] {
  if (!narrow) return [{ label: left.label }, { label: right.label }];
  return [
    { label: data.left.label, note: left.label },
    { label: data.right.label, note: right.label },
  ];
}

function arrowBetween(left: Box, right: Box): Arrow {
  const from = middleOf(left);
  if (left.y === right.y) {
    return {
      points: [
        { x: left.x + left.width, y: from.y },
        { x: right.x - 3, y: from.y },
      ],
    };
  }
  return {
    points: [
      { x: from.x, y: left.y + left.height },
      { x: from.x, y: right.y - 3 },
    ],
  };
}
