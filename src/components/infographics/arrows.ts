import type { Point } from './parts.ts';

/** A line through points that ends in a head. */
export interface Arrow {
  readonly points: readonly Point[];
}

const headLength = 11;
const headHalf = 7;

/** The paths of an arrow: the line, cut short under its head, and the head. */
export function arrowPaths({ points }: Arrow): { line: string; head: string } {
  const tip = points.at(-1)!;
  const before = points.at(-2)!;
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const along = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length };
  const neck = { x: tip.x - along.x * headLength, y: tip.y - along.y * headLength };
  const side = { x: -along.y * headHalf, y: along.x * headHalf };
  const line = [...points.slice(0, -1), neck].map(({ x, y }) => `${x} ${y}`).join('L');
  const head = `M${tip.x} ${tip.y}L${neck.x + side.x} ${neck.y + side.y}L${neck.x - side.x} ${neck.y - side.y}Z`;
  return { line: `M${line}`, head };
}
