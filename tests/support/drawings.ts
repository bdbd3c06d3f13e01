import { layCompare } from '../../src/components/infographics/compareLayout.ts';
import type { Format } from '../../src/components/infographics/format.ts';
import { layGroups } from '../../src/components/infographics/groupsLayout.ts';
import { layHub } from '../../src/components/infographics/hubLayout.ts';
import { layLadder } from '../../src/components/infographics/ladderLayout.ts';
import { layNetwork } from '../../src/components/infographics/networkLayout.ts';
import { letterHeight, lettersTop, lineHeight } from '../../src/components/infographics/parts.ts';
import type { Area, Disc, Words } from '../../src/components/infographics/parts.ts';
import { layPhases } from '../../src/components/infographics/phasesLayout.ts';
import { layPictogram } from '../../src/components/infographics/pictogramLayout.ts';
import { layProcess } from '../../src/components/infographics/processLayout.ts';
import { layScale } from '../../src/components/infographics/scaleLayout.ts';
import { laySwot } from '../../src/components/infographics/swotLayout.ts';
import { textWidth } from '../../src/components/infographics/wrapping.ts';
import type { InfographicData } from '../../src/schemas/infographic.ts';

/** Lays out an infographic by its kind, as `Drawing.astro` does. */
export function lay(data: InfographicData, format: Format): { width: number; height: number } {
  switch (data.kind) {
    case 'compare':
      return layCompare(data, format);
    case 'groups':
      return layGroups(data, format);
    case 'hub':
      return layHub(data, format);
    case 'ladder':
      return layLadder(data, format);
    case 'network':
      return layNetwork(data, format);
    case 'phases':
      return layPhases(data, format);
    case 'pictogram':
      return layPictogram(data, format);
    case 'process':
      return layProcess(data, format);
    case 'scale':
      return layScale(data, format);
    case 'swot':
      return laySwot(data, format);
  }
}

/** Every part of a drawing that has these members, wherever it stands. */
export function partsWith<Part extends object>(drawing: unknown, ...members: readonly (keyof Part)[]): Part[] {
  if (typeof drawing !== 'object' || drawing === null) return [];
  const inner = Object.values(drawing).flatMap((value) => partsWith<Part>(value, ...members));
  return members.every((member) => member in drawing) ? [drawing as Part, ...inner] : inner;
}

/** The room that each line of words takes. */
export function lineAreas(words: Words): Area[] {
  const { x, top, lines, align, fontSize } = words;
  return lines.map(({ text }, index) => {
    const width = textWidth(text, fontSize);
    const height = lineHeight(words);
    return { x: align === 'middle' ? x - width / 2 : x, y: top + index * height, width, height };
  });
}

/** How far the letters of a disc's words reach from its middle. */
export function reachOf({ x, y, words }: Disc): number {
  const corners = lineAreas(words).flatMap(({ x: left, width }, line) => {
    const top = lettersTop(words, line);
    return [left, left + width].flatMap((side) =>
      [top, top + letterHeight(words)].map((level) => Math.hypot(side - x, level - y)),
    );
  });
  return Math.max(...corners);
}

/** Whether one area is wholly in another, half a unit of rounding allowed. */
export function isWithin(inner: Area, outer: Area): boolean {
  return (
    inner.x >= outer.x - 0.5 &&
    inner.y >= outer.y - 0.5 &&
    inner.x + inner.width <= outer.x + outer.width + 0.5 &&
    inner.y + inner.height <= outer.y + outer.height + 0.5
  );
}

/** Whether two areas have nothing in common, half a unit of rounding allowed. */
export function areApart(one: Area, other: Area): boolean {
  return (
    one.x + one.width <= other.x + 0.5 ||
    other.x + other.width <= one.x + 0.5 ||
    one.y + one.height <= other.y + 0.5 ||
    other.y + other.height <= one.y + 0.5
  );
}

/** The square that a disc stands in. */
export function squareOf({ x, y, radius }: Disc): Area {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

/** How far a point is from the nearest place of an area. */
export function distanceTo({ x, y, width, height }: Area, point: { readonly x: number; readonly y: number }): number {
  return Math.hypot(Math.max(x - point.x, 0, point.x - x - width), Math.max(y - point.y, 0, point.y - y - height));
}

/** Pairs of a list, each once. */
export function pairsOf<Part>(parts: readonly Part[]): [Part, Part][] {
  return parts.flatMap((one, index) => parts.slice(index + 1).map((other): [Part, Part] => [one, other]));
}
