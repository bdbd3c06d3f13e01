import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { commonLetters, commonTypeface, typefaceFiles } from '../../../tools/typeface.ts';

const root = join(import.meta.dirname, '../../..');
const path = join(root, typefaceFiles.common);

describe('the part of the typeface that every page fetches', () => {
  it('is what `npm run typeface` makes of the package as it is now', async () => {
    expect(await commonTypeface(root)).toEqual(await readFile(path));
  });

  it('is small enough to come with the page', async () => {
    expect((await readFile(path)).byteLength).toBeLessThan(14_000);
  });

  it('has every letter it is said to have, in the weights that pages use', async () => {
    const font = create(await readFile(path)) as Font;
    const missing = commonLetters.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index).filter(
        (code) => !font.hasGlyphForCodePoint(code),
      ),
    );
    expect(missing).toEqual([]);
    expect(font.variationAxes['wght']).toMatchObject({ min: 400, max: 700 });
  });

  it('is asked for by the style sheet for those letters, and other files for none of them', async () => {
    const css = await readFile(join(root, 'src/styles/fonts.css'), 'utf8');
    const [common, ...others] = css.split('@font-face').filter((face) => face.includes('unicode-range'));
    expect(common).toContain('hanken-grotesk-common.woff2');
    expect(rangesOf(common!)).toEqual(commonLetters);
    const overlapping = others
      .flatMap(rangesOf)
      .filter(([from, to]) => commonLetters.some((letters) => letters[0] <= to && from <= letters[1]));
    expect(overlapping).toEqual([]);
    expect(others).toHaveLength(2);
  });
});

/** The code points, from and to, that a face of the style sheet is for. */
function rangesOf(face: string): [number, number][] {
  const range = /unicode-range:([^;]+);/.exec(face)?.[1] ?? '';
  return range.split(',').map((part) => {
    const [from, to] = part
      .trim()
      .slice(2)
      .split('-')
      .map((code) => parseInt(code, 16)) as [number, number?];
    return [from, to ?? from];
  });
}
