import { describe, expect, it } from 'vitest';
import { facility, median, pointBiserial } from '../../../../src/reports/questions/itemAnalysis.ts';
import { inWords, suggestionOf } from '../../../../src/reports/questions/suggestion.ts';

const rows = (right: readonly number[], rest: readonly number[]) =>
  right.map((one, index) => ({ right: one === 1, rest: rest[index]! }));

describe('item analysis, against values computed by hand', () => {
  it('facility is the share that was right', () => {
    expect(facility([true, true, true, false].map((success) => ({ success })))).toBe(0.75);
  });

  it('discrimination is the correlation of being right with the rest of the score', () => {
    // Means 3/5 and 2; Σ(x−x̄)(y−ȳ) = 0.4·2 + 0.4·1 + 0.4·0 + 0.6·1 + 0.6·2 = 3; Σ(x−x̄)² = 1.2; Σ(y−ȳ)² = 10.
    expect(pointBiserial(rows([1, 1, 1, 0, 0], [4, 3, 2, 1, 0]))).toBeCloseTo(3 / Math.sqrt(12), 12);
    expect(pointBiserial(rows([0, 0, 1, 1, 1], [4, 3, 2, 1, 0]))).toBeCloseTo(-3 / Math.sqrt(12), 12);
    expect(pointBiserial(rows([1, 0, 1, 0], [1, 1, 0, 0]))).toBe(0);
  });

  it('discrimination is not told where all are right, or all know as much', () => {
    expect(pointBiserial(rows([1, 1, 1], [0, 1, 2]))).toBeNull();
    expect(pointBiserial(rows([1, 0, 1], [2, 2, 2]))).toBeNull();
  });

  it('the median is the middle one, or between the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 2, 1, 4])).toBe(3);
  });
});

describe('what figures suggest', () => {
  it.each([
    [-0.01, 'negative'],
    [0, 'weak'],
    [0.19, 'weak'],
    [0.2, 'fair'],
    [0.3, 'good'],
  ] as const)('a correlation of %d is called %s', (correlation, word) => {
    expect(inWords(correlation)).toBe(word);
  });

  const figures = { facility: 0.6, discrimination: 'good', hasWrongChoices: true, hasUnused: false } as const;
  it.each([
    ['luring', { discrimination: 'negative' }],
    ['contrary', { discrimination: 'negative', hasWrongChoices: false }],
    ['luring', { discrimination: 'negative', facility: 0.95 }],
    ['hard', { facility: 0.34 }],
    ['easy', { facility: 0.9, hasUnused: true }],
    ['easy', { facility: 1, discrimination: 'weak' }],
    ['weak', { discrimination: 'weak', hasUnused: true }],
    ['unused', { hasUnused: true }],
    ['fitting', { discrimination: null }],
    ['good', { facility: 0.35 }],
  ] as const)('%s comes of %o', (suggestion, change) => {
    expect(suggestionOf({ ...figures, ...change })).toBe(suggestion);
  });
});
