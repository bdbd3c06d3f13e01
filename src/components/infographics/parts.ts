import type { Format } from './format.ts';
import { wrap } from './wrapping.ts';

/** A line of words in a drawing. */
export interface Line {
  readonly text: string;
  readonly strong: boolean;
}

/** Lines below each other. */
export interface Words {
  /** Where the lines begin, or their middle. */
  readonly x: number;
  readonly top: number;
  readonly lines: readonly Line[];
  readonly align: 'start' | 'middle';
  readonly fontSize: number;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle that holds words. */
export interface Box extends Area {
  readonly words: Words;
}

/** A circle that holds one short text. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly words: Words;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What stands in a box: few words, and perhaps a second line about them. */
export interface Labelled {
  readonly label: string;
  readonly note?: string | undefined;
}

/** How far apart the lines of a text stand. */
export function lineHeight({ fontSize }: Pick<Format, 'fontSize'>): number {
  return fontSize * 1.25;
}

/** Where a line's letters stand, from the top of the words. */
export function baseline({ fontSize }: Pick<Words, 'fontSize'>, line: number): number {
  return line * lineHeight({ fontSize }) + fontSize * 0.97;
}

/** Where the capitals of a line begin. */
export function lettersTop(words: Words, line: number): number {
  return words.top + baseline(words, line) - words.fontSize * 0.74;
}

/** From the tops of capitals, their rings included, to the ends of descenders. */
export function letterHeight({ fontSize }: Pick<Words, 'fontSize'>): number {
  return fontSize * 0.96;
}

/** A label and its note as lines that fit a width. */
export function linesOf({ label, note }: Labelled, room: number, { fontSize }: Format): Line[] {
  const strong = wrap(label, fontSize, room).map((text) => ({ text, strong: true }));
  const quiet = note === undefined ? [] : wrap(note, fontSize, room).map((text) => ({ text, strong: false }));
  return [...strong, ...quiet];
}

/** Lines in the middle of an area, or beginning at `inset` from its left side. */
export function wordsIn(area: Area, lines: readonly Line[], format: Format, inset?: number): Words {
  const { fontSize } = format;
  const top = area.y + (area.height - lines.length * lineHeight(format)) / 2;
  return inset === undefined
    ? { x: area.x + area.width / 2, top, lines, align: 'middle', fontSize }
    : { x: area.x + inset, top, lines, align: 'start', fontSize };
}

/** A disc with a label within it. */
export function disc(centre: Point, radius: number, label: string, format: Format): Disc {
  const lines = linesOf({ label }, radius * 1.7, format);
  const area = { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius };
  return { ...centre, radius, words: wordsIn(area, lines, format) };
}

/** The middle of an area. */
export function middleOf({ x, y, width, height }: Area): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where the lowest of some areas ends. */
export function bottomOf(areas: readonly Area[]): number {
  return Math.max(...areas.map(({ y, height }) => y + height));
}
