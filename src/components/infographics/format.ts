/** A size a picture is drawn in. Lengths are in the drawing's own units; the page scales the whole. */
export interface Format {
  readonly width: number;
  readonly fontSize: number;
  /** True: everything stands in one column. */
  readonly narrow: boolean;
}

/** As wide as the reading column. */
export const wide: Format = { width: 704, fontSize: 16, narrow: false };

/** For a phone 320 px wide, where it shrinks by a tenth. */
export const narrow: Format = { width: 320, fontSize: 16, narrow: true };

/** Half the drawn line, so that the outermost lines stay whole. */
export const edge = 2;
