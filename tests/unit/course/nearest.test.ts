import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../../src/course/nearest.ts';

describe('the nearest word', () => {
  it.each([
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['työkyky', 'tyokyky', 1],
    ['abcd', 'abdc', 1],
    ['kissa', 'koira', 3],
  ])('is as far as the letters that change: %j to %j is %d', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
    expect(editDistance(to, from)).toBe(distance);
  });

  it('is what was most likely meant', () => {
    expect(nearest('Qestion', ['Callout', 'Question', 'Term'])).toBe('Question');
    expect(nearest('question', ['Question'])).toBe('Question');
  });

  it('is none when nothing is near', () => {
    expect(nearest('Karuselli', ['Callout', 'Question'])).toBeNull();
    expect(nearest('x', ['abc'])).toBeNull();
    expect(nearest('x', [])).toBeNull();
  });
});
