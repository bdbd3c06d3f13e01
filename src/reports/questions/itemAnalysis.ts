/** The share that answered rightly: the item's facility, or difficulty index p, 0–1. Classical test theory. */
export function facility(answers: readonly { readonly success: boolean }[]): number {
  return answers.filter(({ success }) => success).length / answers.length;
}

/**
 * How well a question tells those who know from those who do not: the point-biserial correlation between being right in it and
 * the number of the other questions that were right, −1–1 (the corrected item–total correlation: Nunnally & Bernstein,
 * *Psychometric Theory*, 3rd ed. 1994, ch. 8). The question itself is left out, since it would correlate with itself.
 *
 * @param rows of each learner, whether this question was right, and how many of the others were
 * @returns null where everybody has the same in either: there is nothing to correlate
 */
export function pointBiserial(rows: readonly { readonly right: boolean; readonly rest: number }[]): number | null {
  const ones = rows.map(({ right }) => Number(right));
  const rests = rows.map(({ rest }) => rest);
  const [meanOne, meanRest] = [mean(ones), mean(rests)];
  let [both, one, other] = [0, 0, 0];
  for (const [index, value] of ones.entries()) {
    const [a, b] = [value - meanOne, rests[index]! - meanRest];
    both += a * b;
    one += a * a;
    other += b * b;
  }
  return one === 0 || other === 0 ? null : both / Math.sqrt(one * other);
}

/** The middle value; of an even number, the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
