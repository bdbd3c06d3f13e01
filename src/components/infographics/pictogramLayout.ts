import type { InfographicOf } from '../../schemas/infographic.ts';
import { edge } from './format.ts';
import type { Format } from './format.ts';
import { lineHeight, linesOf } from './parts.ts';
import type { Point, Words } from './parts.ts';

type Row = InfographicOf<'pictogram'>['rows'][number];

export interface PictogramDrawing {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly {
    readonly figure: Row['figure'];
    /** The number, drawn big. */
    readonly value: Words;
    readonly words: Words;
    /** The upper middle of each figure. */
    readonly figures: readonly (Point & { readonly marked: boolean })[];
  }[];
}

const valueSize = 34;
const figureHeight = 40;
const figureWidth = 22.5;
const rowGap = 28;

/** A row of figures each: its number and words at the left, or above when narrow. */
export function layPictogram({ rows }: Pick<InfographicOf<'pictogram'>, 'rows'>, format: Format): PictogramDrawing {
  const { width, narrow } = format;
  const side = narrow ? 0 : 222;
  const perLine = Math.floor((width - side - 2 * edge) / figureWidth);
  // The big number's letters reach a little above its line.
  let top = edge + 8;
  const placed = rows.map((row) => {
    const lines = linesOf({ label: row.label }, (narrow ? width : side - 20) - edge, format);
    const wordsTop = top + valueSize + 4;
    const textEnd = wordsTop + lines.length * lineHeight(format);
    const start = narrow ? textEnd + 10 : top;
    const count = Math.min(perLine, row.total);
    const figures = Array.from({ length: row.total }, (_, index) => ({
      x: side + edge + (index % count) * figureWidth + figureWidth / 2,
      y: start + Math.floor(index / count) * figureHeight,
      marked: index < row.marked,
    }));
    const value = { x: edge, top: top - 7, lines: [{ text: shownNumber(row), strong: true }] };
    top = Math.max(textEnd, start + Math.ceil(row.total / count) * figureHeight) + rowGap;
    return {
      figure: row.figure,
      value: { ...value, align: 'start' as const, fontSize: valueSize },
      words: { x: edge, top: wordsTop, lines, align: 'start' as const, fontSize: format.fontSize },
      figures,
    };
  });
  return { width, height: top - rowGap + edge, rows: placed };
}

/** What a row's number says: `27 / 42`, `79 %`, or `30` where all are marked. */
export function shownNumber({ marked, total, percent }: Pick<Row, 'marked' | 'total' | 'percent'>): string {
  if (percent) return `${Math.round((marked / total) * 100)} %`;
  return marked === total ? String(total) : `${marked} / ${total}`;
}
