import type { InfographicOf } from '../../schemas/infographic.ts';
import { centreDisc, centreRadius } from './centre.ts';
import { edge } from './format.ts';
import type { Format } from './format.ts';
import { bottomOf, lineHeight, middleOf, wordsIn } from './parts.ts';
import type { Area, Box, Disc, Labelled, Point, Words } from './parts.ts';
import { textWidth, wrap } from './wrapping.ts';

/** A ring around everything inside it, drawn as a rounded band. */
export interface Band extends Area {
  readonly head: Words;
  readonly boxes: readonly Box[];
}

export interface NetworkDrawing {
  readonly width: number;
  readonly height: number;
  /** From the outermost to the innermost. */
  readonly bands: readonly Band[];
  readonly centre: Disc;
  /** Lines from the centre to the boxes nearest to it. */
  readonly links: readonly (readonly Point[])[];
}

type Network = Pick<InfographicOf<'network'>, 'centre' | 'rings'>;

const gap = 12;
const inset = 16;
/** Of a ring's name in one line. */
const headHeight = 40;
const leastRadius = 58;
const padding = 12;
const mostColumns = 4;
/** Beside the centre a box is free of it and of the ring's edge by so much in all. */
const leastSpare = 28;

/**
 * Lays out a centre and its rings, the innermost ring first. A ring's boxes stand in rows above and below what it
 * surrounds; the innermost ring's beside and below the centre. When narrow they all stand below.
 */
export function layNetwork({ centre, rings }: Network, format: Format): NetworkDrawing {
  const radius = centreRadius(centre.label, leastRadius, format);
  const shells = rings.map((ring, index) => planShell(ring, index, rings.length, radius, format));
  const tops: number[] = [];
  let top = edge;
  for (let index = shells.length - 1; index >= 0; index -= 1) {
    tops[index] = top;
    top += headOf(shells[index]!, format) + rowsHeight(shells[index]!.above, format);
  }
  const middle = { x: format.width / 2, y: top + radius + 4 };
  let bottom = middle.y + radius + gap;
  const bands: Band[] = [];
  let nearest: readonly Box[] = [];
  shells.forEach((shell, index) => {
    const { head: lines, frame } = shell;
    const above = placeRows(shell.above, tops[index]! + headOf(shell, format), shell, format);
    const sides = placeSides(shell.sides, { ...middle, radius }, shell, format);
    const below = placeRows(shell.below, bottom, shell, format);
    if (index === 0) nearest = [...sides, ...below.slice(0, shell.below[0]?.length ?? 0)];
    bottom = Math.max(bottom, bottomOf([...below, ...sides, { ...frame, y: bottom, height: -gap }])) + inset;
    const head: Words = wordsIn(
      { ...frame, y: tops[index]!, height: headOf(shell, format) },
      lines.map((text) => ({ text, strong: true })),
      format,
    );
    bands.unshift({
      ...frame,
      y: tops[index]!,
      height: bottom - tops[index]!,
      head,
      boxes: [...above, ...sides, ...below],
    });
    bottom += gap;
  });
  return {
    width: format.width,
    height: bottom - gap + edge,
    bands,
    centre: centreDisc(middle, radius, centre.label, format),
    links: nearest.map((box) => [middle, middleOf(box)]),
  };
}

interface Shell {
  /** The ring's name, in lines. */
  readonly head: readonly string[];
  readonly frame: { readonly x: number; readonly width: number };
  readonly above: readonly (readonly string[])[];
  readonly sides: readonly string[];
  readonly below: readonly (readonly string[])[];
}

function planShell(
  ring: Network['rings'][number],
  index: number,
  count: number,
  radius: number,
  format: Format,
): Shell {
  const step = (format.narrow ? 18 : 32) / Math.max(count - 1, 2);
  const margin = edge + (count - 1 - index) * step;
  const frame = { x: margin, width: format.width - 2 * margin };
  const nearest = ring.items.slice(0, 2).map(({ label }) => label);
  const haveRoom = sideWidth(nearest, format) + leastSpare <= format.width / 2 - radius - frame.x;
  const beside = index === 0 && !format.narrow && haveRoom ? nearest.length : 0;
  const rows = inRows(ring.items.slice(beside), frame.width - 2 * inset, format);
  const split = format.narrow || index === 0 ? 0 : Math.floor(rows.length / 2);
  return {
    head: wrap(ring.label, format.fontSize, frame.width - 2 * inset),
    frame,
    above: rows.slice(0, split),
    sides: nearest.slice(0, beside),
    below: rows.slice(split),
  };
}

function headOf({ head }: Shell, format: Format): number {
  return headHeight + (head.length - 1) * lineHeight(format);
}

/** As many beside each other as have room, and the rows as even as can be. */
function inRows(items: readonly Labelled[], room: number, format: Format): string[][] {
  const labels = items.map(({ label }) => label);
  for (let columns = format.narrow ? 1 : mostColumns; ; columns -= 1) {
    const count = Math.ceil(labels.length / columns);
    const size = Math.ceil(labels.length / Math.max(count, 1));
    const rows = Array.from({ length: count }, (_, row) => labels.slice(row * size, (row + 1) * size));
    if (columns === 1 || rows.every((row) => widthsOf(row, format).total <= room)) return rows;
  }
}

function widthsOf(row: readonly string[], format: Format): { needs: number[]; total: number } {
  const needs = row.map((label) => widestOf(linesIn(label, format), format) + 2 * padding);
  return { needs, total: needs.reduce((sum, need) => sum + need, (row.length - 1) * gap) };
}

function widestOf(lines: readonly string[], { fontSize }: Format): number {
  return Math.max(...lines.map((line) => textWidth(line, fontSize)));
}

/** A long label takes two lines, so that its box stays short. */
function linesIn(label: string, { fontSize, narrow }: Format): string[] {
  const whole = textWidth(label, fontSize);
  if (narrow) return wrap(label, fontSize, 220);
  return label.length <= 15 ? [label] : wrap(label, fontSize, whole * 0.7);
}

function rowHeight(row: readonly string[], format: Format): number {
  return Math.max(...row.map((label) => linesIn(label, format).length), 1) * lineHeight(format) + padding;
}

function rowsHeight(rows: readonly (readonly string[])[], format: Format): number {
  return rows.reduce((sum, row) => sum + rowHeight(row, format) + gap, 0);
}

function placeRows(rows: Shell['above'], top: number, shell: Shell, format: Format): Box[] {
  return rows.flatMap((row, index) => placeRow(row, top + rowsHeight(rows.slice(0, index), format), shell, format));
}

/** Boxes as wide as their words need, the space left over shared; a short row stands in the middle. */
function placeRow(row: readonly string[], y: number, { frame }: Shell, format: Format): Box[] {
  const { needs, total } = widthsOf(row, format);
  const spare = (frame.width - 2 * inset - total) / row.length;
  const extra = format.narrow ? spare : Math.min(spare, 44);
  let x = frame.x + (frame.width - total - extra * row.length) / 2;
  return row.map((label, index) => {
    const area = { x, y, width: needs[index]! + extra, height: rowHeight(row, format) };
    x += area.width + gap;
    return boxWith(label, area, format);
  });
}

function sideWidth(labels: readonly string[], format: Format): number {
  return Math.max(...labels.map((label) => widestOf(linesIn(label, format), format) + 44), 0);
}

function placeSides(
  labels: readonly string[],
  centre: Point & { readonly radius: number },
  { frame }: Shell,
  format: Format,
): Box[] {
  const width = sideWidth(labels, format);
  const height = rowHeight(labels, format);
  const left = frame.x + (centre.x - centre.radius - frame.x - width) / 2 - 6;
  return labels.map((label, index) => {
    const x = index === 0 ? left : 2 * centre.x - left - width;
    return boxWith(label, { x, y: centre.y - height / 2, width, height }, format);
  });
}

function boxWith(label: string, area: Area, format: Format): Box {
  const lines = linesIn(label, format).map((text) => ({ text, strong: false }));
  return { ...area, words: wordsIn(area, lines, format) };
}
