/** One box with its text, wrapped into lines. Lengths are in the drawing's own units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** A ring around everything inside it, drawn as a rounded band. */
export interface Band {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly boxes: readonly Box[];
}

export interface NetworkDrawing {
  readonly width: number;
  readonly height: number;
  /** From the outermost to the innermost. */
  readonly bands: readonly Band[];
  readonly centre: { readonly x: number; readonly y: number; readonly radius: number };
  /** From the centre to the boxes nearest to it. */
  readonly links: readonly { readonly x: number; readonly y: number }[];
}

export interface NetworkRing {
  readonly label: string;
  readonly items: readonly { readonly label: string }[];
}

export interface NetworkFormat {
  readonly width: number;
  readonly fontSize: number;
  /** The most boxes beside each other. With 1 everything stands in one column. */
  readonly columns: number;
}

const gap = 12;
const inset = 16;
const labelHeight = 40;
const boxHeight = 50;
const radius = 56;

/**
 * Lays out a centre and its rings, the innermost ring first. A ring's boxes stand in rows above and below what it
 * surrounds; the innermost ring's beside and below the centre.
 */
export function layNetwork(rings: readonly NetworkRing[], format: NetworkFormat): NetworkDrawing {
  const shells = rings.map((ring, index) => planShell(ring, index, rings.length, format));
  const outermost = shells.length - 1;
  const tops: number[] = [];
  let top = 2;
  for (let index = outermost; index >= 0; index -= 1) {
    tops[index] = top;
    top += labelHeight + rowsHeight(shells[index]!.above);
  }
  const centre = { x: format.width / 2, y: top + radius + 4, radius };
  let bottom = centre.y + radius + gap;
  const bands: Band[] = [];
  const links: { x: number; y: number }[] = [];
  shells.forEach((shell, index) => {
    const first = index === 0;
    const above = placeRows(shell.above, tops[index]! + labelHeight, shell, format);
    const sides = first ? placeSides(shell.sides, centre, shell, format) : [];
    const below = placeRows(shell.below, bottom, shell, format);
    bottom += rowsHeight(shell.below) + inset - gap / 2;
    const boxes = [...above, ...sides, ...below];
    if (first) links.push(...boxes.slice(0, sides.length + (shell.below[0]?.length ?? 0)).map(middleOf));
    bands.unshift({ ...shell.frame, y: tops[index]!, height: bottom - tops[index]!, label: shell.label, boxes });
    bottom += inset;
  });
  return { width: format.width, height: bottom - inset + 2, bands, centre, links };
}

interface Shell {
  readonly label: string;
  readonly frame: { readonly x: number; readonly width: number };
  readonly above: readonly (readonly string[])[];
  readonly sides: readonly string[];
  readonly below: readonly (readonly string[])[];
}

function planShell(ring: NetworkRing, index: number, count: number, { width, columns }: NetworkFormat): Shell {
  const margin = 2 + (count - 1 - index) * (columns === 1 ? 9 : inset);
  const frame = { x: margin, width: width - 2 * margin };
  const labels = ring.items.map(({ label }) => label);
  if (index === 0 && columns > 1) {
    return { label: ring.label, frame, above: [], sides: labels.slice(0, 2), below: inRows(labels.slice(2), columns) };
  }
  const rows = inRows(labels, columns);
  const split = columns > 1 && index > 0 ? Math.floor(rows.length / 2) : 0;
  return { label: ring.label, frame, above: rows.slice(0, split), sides: [], below: rows.slice(split) };
}

function inRows(labels: readonly string[], columns: number): string[][] {
  const rows = Math.ceil(labels.length / columns);
  const size = Math.ceil(labels.length / Math.max(rows, 1));
  return Array.from({ length: rows }, (_, row) => labels.slice(row * size, (row + 1) * size));
}

function rowsHeight(rows: readonly unknown[]): number {
  return rows.length * (boxHeight + gap);
}

function placeRows(rows: readonly (readonly string[])[], top: number, shell: Shell, format: NetworkFormat): Box[] {
  return rows.flatMap((labels, row) => placeRow(labels, top + row * (boxHeight + gap), shell, format));
}

/** Boxes as wide as their words need, the space left over shared; a short row stands in the middle. */
function placeRow(labels: readonly string[], y: number, { frame }: Shell, { fontSize, columns }: NetworkFormat): Box[] {
  const room = frame.width - 2 * inset - (labels.length - 1) * gap;
  const needs = labels.map((label) => textWidth(wrap(label), fontSize) + 24);
  const spare = (room - needs.reduce((sum, need) => sum + need, 0)) / labels.length;
  const extra = columns === 1 ? spare : Math.min(spare, 44);
  const total = needs.reduce((sum, need) => sum + need + extra, (labels.length - 1) * gap);
  let x = frame.x + (frame.width - total) / 2;
  return labels.map((label, index) => {
    const box = { x, y, width: needs[index]! + extra, height: boxHeight, lines: wrap(label) };
    x += box.width + gap;
    return box;
  });
}

function placeSides(
  labels: readonly string[],
  centre: { readonly x: number; readonly y: number },
  { frame }: Shell,
  { fontSize }: NetworkFormat,
): Box[] {
  const width = Math.max(...labels.map((label) => textWidth(wrap(label), fontSize) + 44), 0);
  const room = centre.x - radius - frame.x;
  return labels.map((label, index) => {
    const left = frame.x + (room - width) / 2 - 6;
    const x = index === 0 ? left : 2 * centre.x - left - width;
    return { x, y: centre.y - boxHeight / 2, width, height: boxHeight, lines: wrap(label) };
  });
}

function middleOf({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Two lines at most, broken at the space nearest to the middle. Short labels stay on one. */
function wrap(label: string): string[] {
  const spaces = [...label.matchAll(/ /g)].map(({ index }) => index);
  if (label.length <= 15 || spaces.length === 0) return [label];
  const middle = label.length / 2;
  const at = spaces.reduce((best, space) => (Math.abs(space - middle) < Math.abs(best - middle) ? space : best));
  return [label.slice(0, at), label.slice(at + 1)];
}

/** An upper estimate: the typeface's letters are 0.56 em wide on average in Finnish. */
function textWidth(lines: readonly string[], fontSize: number): number {
  return Math.max(...lines.map(({ length }) => length)) * 0.56 * fontSize;
}
