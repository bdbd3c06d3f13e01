import type { Format } from './format.ts';
import { lineHeight, linesOf, wordsIn } from './parts.ts';
import type { Box, Labelled } from './parts.ts';

export interface Grid {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly columns: number;
  readonly columnGap: number;
  readonly rowGap: number;
  /** Free space between a box's side and its words; default 12. */
  readonly padding?: number;
  /** Free space above the words besides the padding, for a badge on the upper side. */
  readonly head?: number;
}

/** Boxes of equal width in rows, each row as high as its longest text needs. */
export function boxGrid(items: readonly Labelled[], grid: Grid, format: Format): Box[] {
  const { columns, columnGap, rowGap, padding = 12, head = 0 } = grid;
  const width = (grid.width - (columns - 1) * columnGap) / columns;
  const boxes: Box[] = [];
  let y = grid.y;
  for (let first = 0; first < items.length; first += columns) {
    const row = items.slice(first, first + columns).map((item) => linesOf(item, width - 2 * padding, format));
    const height = Math.max(...row.map(({ length }) => length)) * lineHeight(format) + 2 * padding + head;
    row.forEach((lines, column) => {
      const area = { x: grid.x + column * (width + columnGap), y, width, height };
      boxes.push({ ...area, words: wordsIn({ ...area, y: y + head, height: height - head }, lines, format) });
    });
    y += height + rowGap;
  }
  return boxes;
}
