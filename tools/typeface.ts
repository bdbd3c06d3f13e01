import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** Where the typeface comes from, and where its part lies that nearly every page is written with. Paths from the project's root. */
export const typefaceFiles = {
  whole: 'node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
  common: 'src/styles/typeface/hanken-grotesk-common.woff2',
} as const;

/**
 * What Finnish, Swedish and English are written with, as code points from and to. `src/styles/fonts.css` names the same ones:
 * for any other letter a browser fetches the whole typeface.
 */
export const commonLetters: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e], // ASCII
  [0xa0, 0xa0], // no-break space
  [0xa7, 0xa7], // §
  [0xab, 0xab], // «
  [0xb0, 0xb1], // ° ±
  [0xb7, 0xb7], // ·
  [0xbb, 0xbb], // »
  [0xbd, 0xbd], // ½
  [0xc4, 0xc5], // Ä Å
  [0xc9, 0xc9], // É
  [0xd6, 0xd7], // Ö ×
  [0xdc, 0xdc], // Ü
  [0xe4, 0xe5], // ä å
  [0xe9, 0xe9], // é
  [0xf6, 0xf6], // ö
  [0xfc, 0xfc], // ü
  [0x2013, 0x2014], // – —
  [0x2018, 0x2019], // ‘ ’
  [0x201c, 0x201d], // “ ”
  [0x2026, 0x2026], // …
  [0x20ac, 0x20ac], // €
  [0x2212, 0x2212], // −
];

/** The weights that the style sheets use. */
const weights = { min: 400, max: 700 };
/** What keeps letters apart and accents in place. Pages use no fractions and no ligatures. */
const features = ['ccmp', 'kern', 'mark', 'mkmk'];

/**
 * The part of the typeface for what is common: the letters above in the weights that pages use, as WOFF2. It is two fifths of
 * the whole, which a phone fetches before it shows the page.
 * @param root the project's root folder, with its packages installed.
 */
export async function commonTypeface(root: string): Promise<Buffer> {
  const letters = commonLetters.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index),
  );
  return subsetFont(await readFile(join(root, typefaceFiles.whole)), String.fromCodePoint(...letters), {
    targetFormat: 'woff2',
    variationAxes: { wght: weights },
    keepFeatures: features,
  });
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  await writeFile(join(root, typefaceFiles.common), await commonTypeface(root));
}
