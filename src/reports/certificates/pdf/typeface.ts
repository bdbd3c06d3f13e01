import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { unpackWoff } from './woff.ts';

const { resolve } = createRequire(import.meta.url);

export type Weight = 400 | 700;
/** The files of the typeface, each for a range of letters; a letter is looked for in this order. */
const ranges = ['latin', 'latin-ext', 'vietnamese', 'cyrillic-ext'] as const;

export interface FontFile {
  /** Names the font in a document. */
  readonly name: string;
  readonly bytes: Uint8Array;
  has(letter: string): boolean;
}

/** Hanken Grotesk in two weights, as static files: of the variable ones a PDF cannot hold a subset. */
export type Typeface = Readonly<Record<Weight, readonly FontFile[]>>;

/** A stretch of text that one font file can draw. */
export interface Run {
  readonly font: FontFile;
  readonly text: string;
}

/** Reads the typeface from the package that ships it. */
export async function readTypeface(): Promise<Typeface> {
  const ofWeight = (weight: Weight) => Promise.all(ranges.map((range) => readFont(range, weight)));
  return { 400: await ofWeight(400), 700: await ofWeight(700) };
}

/**
 * Divides a text among the files that have its letters. A letter that none has is drawn as its base letter (ǎ as a), else as
 * a question mark: a font's empty box says nothing (ISO 14289-1, 7.21.8).
 */
export function runsOf(text: string, fonts: readonly FontFile[]): readonly Run[] {
  const runs: { font: FontFile; text: string }[] = [];
  for (const letter of text.normalize('NFC')) {
    const drawn =
      [letter, letter.normalize('NFD').slice(0, 1)].find((one) => fonts.some((font) => font.has(one))) ?? '?';
    const font = fonts.find((one) => one.has(drawn))!;
    const last = runs.at(-1);
    if (last?.font === font) last.text += drawn;
    else runs.push({ font, text: drawn });
  }
  return runs;
}

async function readFont(range: (typeof ranges)[number], weight: Weight): Promise<FontFile> {
  const name = `hanken-grotesk-${range}-${weight}-normal`;
  const bytes = unpackWoff(await readFile(resolve(`@fontsource/hanken-grotesk/files/${name}.woff`)));
  const font = fontkit.create(bytes) as fontkit.Font;
  return { name, bytes, has: (letter) => font.hasGlyphForCodePoint(letter.codePointAt(0)!) };
}
