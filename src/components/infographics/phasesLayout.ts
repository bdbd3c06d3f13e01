import type { InfographicOf } from '../../schemas/infographic.ts';
import { boxGrid } from './boxGrid.ts';
import { edge } from './format.ts';
import type { Format } from './format.ts';
import { bottomOf, middleOf } from './parts.ts';
import type { Area, Box, Labelled, Point } from './parts.ts';

/** A phase: a box whose outline points at the next. */
export interface Phase extends Box {
  readonly outline: string;
}

/** The phases one phase opens into, and where the line from it comes down. */
export interface Opened extends Area {
  readonly from: Point;
  readonly boxes: readonly Box[];
}

export interface PhasesDrawing {
  readonly width: number;
  readonly height: number;
  readonly phases: readonly Phase[];
  readonly opened: readonly Opened[];
}

const tip = 14;
const inset = 14;
const drop = 22;

/** Phases in rows of three, or one below the other; what a phase opens into stands below its row. */
export function layPhases({ phases }: Pick<InfographicOf<'phases'>, 'phases'>, format: Format): PhasesDrawing {
  const columns = format.narrow ? 1 : 3;
  const placed: Phase[] = [];
  const opened: Opened[] = [];
  let y = edge;
  for (let first = 0; first < phases.length; first += columns) {
    const row = phases.slice(first, first + columns);
    const boxes = boxGrid(numbered(row, first), rowAt(y, columns, format), format);
    placed.push(...boxes.map((box) => ({ ...box, outline: format.narrow ? pointingDown(box) : pointingRight(box) })));
    y = bottomOf(boxes) + (format.narrow ? tip : 0);
    row.forEach(({ opens }, index) => {
      if (!opens) return;
      const panel = openBelow(boxes[index]!, opens, y, format);
      opened.push(panel);
      y = bottomOf([panel]);
    });
    y += format.narrow ? 6 : 18;
  }
  const height =
    Math.max(bottomOf(placed) + (format.narrow ? tip : 0), opened.length > 0 ? bottomOf(opened) : 0) + edge;
  return { width: format.width, height, phases: placed, opened };
}

function numbered(row: readonly Labelled[], first: number): Labelled[] {
  return row.map(({ label, note }, index) => ({ label: `${first + index + 1}. ${label}`, note }));
}

function rowAt(y: number, columns: number, { width, narrow }: Format) {
  const padding = narrow ? 12 : tip + 8;
  return { x: edge, y, width: width - 2 * edge, columns, columnGap: 4, rowGap: 0, padding };
}

function openBelow(parent: Box, opens: readonly Labelled[], y: number, format: Format): Opened {
  const x = format.narrow ? 24 : edge;
  const width = format.width - x - edge;
  const columns = format.narrow ? 1 : Math.min(opens.length, 3);
  const grid = { x: x + inset, y: y + drop + inset, width: width - 2 * inset, columns, columnGap: 12, rowGap: 12 };
  const boxes = boxGrid(opens, grid, format);
  const from = { x: middleOf(parent).x, y };
  return { x, y: y + drop, width, height: bottomOf(boxes) + inset - y - drop, from, boxes };
}

function pointingRight({ x, y, width, height }: Area): string {
  const right = x + width;
  return `M${x} ${y}H${right - tip}L${right} ${y + height / 2}L${right - tip} ${y + height}H${x}L${x + tip} ${y + height / 2}Z`;
}

function pointingDown({ x, y, width, height }: Area): string {
  return `M${x} ${y}H${x + width}V${y + height}L${x + width / 2} ${y + height + tip}L${x} ${y + height}Z`;
}
