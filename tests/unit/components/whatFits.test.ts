import { describe, expect, it } from 'vitest';
import { whatFits } from '../../../src/components/whatFits.ts';

const places = [
  { module: 'a', section: '1', seconds: 200 },
  { module: 'a', section: '2', seconds: 150 },
  { module: 'a', section: '3', seconds: 330 },
  { module: 'b', section: '1', seconds: 60 },
];
const names = (minutes: number, done: readonly string[] = []) =>
  whatFits(places, minutes, ({ module, section }) => done.includes(module + section)).map(
    ({ module, section }) => module + section,
  );

describe('what fits a time', () => {
  it('is the next sections that are not done, of one module, as long as they fit', () => {
    expect(names(5)).toEqual(['a1']);
    expect(names(6)).toEqual(['a1', 'a2']);
    expect(names(25)).toEqual(['a1', 'a2', 'a3']);
    expect(names(5, ['a1'])).toEqual(['a2']);
  });

  it('passes over a section that is too long', () => {
    expect(names(2, ['a1', 'a2'])).toEqual(['b1']);
  });

  it('is nothing when nothing is left, or nothing is short enough', () => {
    expect(names(25, ['a1', 'a2', 'a3', 'b1'])).toEqual([]);
    expect(names(0.5)).toEqual([]);
  });
});
