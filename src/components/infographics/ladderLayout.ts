import type { InfographicOf } from '../../schemas/infographic.ts';
import { edge } from './format.ts';
import type { Format } from './format.ts';
import { lineHeight, linesOf, wordsIn } from './parts.ts';
import type { Box } from './parts.ts';

export interface LadderDrawing {
  readonly width: number;
  readonly height: number;
  /** From the lowest to the highest; each begins further right. */
  readonly steps: readonly Box[];
}

const padding = 16;

/** Steps of stairs seen from the side: the lowest is the longest. */
export function layLadder({ steps }: Pick<InfographicOf<'ladder'>, 'steps'>, format: Format): LadderDrawing {
  const { width, narrow } = format;
  const rise = narrow ? 14 : Math.min(64, 300 / (steps.length - 1));
  const texts = steps.map((step, index) => {
    const room = width - 2 * edge - index * rise - 2 * padding;
    return linesOf({ ...step, label: `${index + 1}. ${step.label}` }, room, format);
  });
  const heights = texts.map(({ length }) => length * lineHeight(format) + 2 * padding);
  const height = heights.reduce((sum, one) => sum + one, 2 * edge);
  let bottom = height - edge;
  const boxes = steps.map((_, index) => {
    bottom -= heights[index]!;
    const x = edge + index * rise;
    const area = { x, y: bottom, width: width - edge - x, height: heights[index]! };
    return { ...area, words: wordsIn(area, texts[index]!, format, padding) };
  });
  return { width, height, steps: boxes };
}
