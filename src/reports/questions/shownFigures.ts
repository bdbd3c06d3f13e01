/** Fewer learners than this are never told of, and figures change by so many at a time. See `feedbackSummary.ts`. */
const batch = 10;

/** Shares are told in steps of so many per cent. */
const step = 5;

/** The first whole tens of a list, so that a figure is the same before and after one more learner; null below ten. */
export function wholeTens<T>(list: readonly T[]): readonly T[] | null {
  const count = Math.floor(list.length / batch) * batch;
  return count === 0 ? null : list.slice(0, count);
}

/** A share, 0–1, in per cent as it is told: rounded to whole fives. */
export function toldShare(share: number): number {
  return Math.round((share * 100) / step) * step;
}
