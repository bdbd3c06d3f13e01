/** The part of subset-font's interface that is used here: the package brings no types. */
declare module 'subset-font' {
  interface Options {
    readonly targetFormat: 'sfnt' | 'woff' | 'woff2';
    /** Axes of a variable font, narrowed. */
    readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
    /** OpenType features to keep; all of them when left out. */
    readonly keepFeatures?: readonly string[];
  }

  /** @param text the characters that the new font must be able to write. */
  export default function subsetFont(font: Uint8Array, text: string, options: Options): Promise<Buffer>;
}
