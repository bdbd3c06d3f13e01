import { edge } from './format.ts';
import type { Format } from './format.ts';
import { bottomOf, lineHeight, linesOf } from './parts.ts';
import type { Area, Point, Words } from './parts.ts';
import { wrap } from './wrapping.ts';

/** A heading on a coloured strip and a list below it. */
export interface Panel extends Area {
  readonly headHeight: number;
  readonly head: Words;
  readonly items: readonly { readonly mark: Point; readonly words: Words }[];
}

export interface PanelsDrawing {
  readonly width: number;
  readonly height: number;
  readonly panels: readonly Panel[];
}

export interface Listed {
  readonly label: string;
  readonly items: readonly { readonly label: string }[];
}

const padding = 16;
const gap = 16;
const indent = 20;
const between = 8;

/**
 * Panels in rows, each row as high as its longest list.
 * @param columns how many stand beside each other
 * @param flows in how many columns each list runs
 */
export function layPanels(
  groups: readonly Listed[],
  { columns, flows }: { readonly columns: number; readonly flows: number },
  format: Format,
): PanelsDrawing {
  const width = (format.width - 2 * edge - (columns - 1) * gap) / columns;
  const panels: Panel[] = [];
  let y = edge;
  for (let first = 0; first < groups.length; first += columns) {
    const row = groups
      .slice(first, first + columns)
      .map((group, column) => layPanel(group, { x: edge + column * (width + gap), y, width }, flows, format));
    const height = Math.max(...row.map((panel) => panel.height));
    panels.push(...row.map((panel) => ({ ...panel, height })));
    y += height + gap;
  }
  return { width: format.width, height: bottomOf(panels) + edge, panels };
}

function layPanel(group: Listed, place: Omit<Area, 'height'>, flows: number, format: Format): Panel {
  const { x, y, width } = place;
  const lines = linesOf({ label: group.label }, width - 2 * padding, format);
  const headHeight = lines.length * lineHeight(format) + 20;
  const room = (width - 2 * padding - (flows - 1) * gap) / flows;
  const length = Math.ceil(group.items.length / flows);
  const items = Array.from({ length: flows }, (_, flow) =>
    layList(
      group.items.slice(flow * length, (flow + 1) * length),
      { x: x + padding + flow * (room + gap), y: y + headHeight + padding, width: room },
      format,
    ),
  ).flat();
  const ends = items.map(({ words }) => words.top + words.lines.length * lineHeight(format));
  return {
    ...place,
    height: Math.max(...ends) + padding - y,
    headHeight,
    head: { x: x + padding, top: y + 10, lines, align: 'start', fontSize: format.fontSize },
    items,
  };
}

function layList(items: Listed['items'], { x, y, width }: Omit<Area, 'height'>, format: Format): Panel['items'] {
  let top = y;
  const { fontSize } = format;
  return items.map(({ label }) => {
    const lines = wrap(label, fontSize, width - indent).map((text) => ({ text, strong: false }));
    const words: Words = { x: x + indent, top, lines, align: 'start', fontSize };
    const mark = { x: x + 5, y: top + lineHeight(format) / 2 };
    top += lines.length * lineHeight(format) + between;
    return { mark, words };
  });
}
