import { describe, expect, it } from 'vitest';
import { narrow } from '../../../../src/components/infographics/format.ts';
import { layScale } from '../../../../src/components/infographics/scaleLayout.ts';

const end = { label: 'Pää', detail: 'Mitä pää tarkoittaa.' };
const scaleOf = (...values: readonly number[]) =>
  layScale({ low: end, high: end, points: values.map((at) => ({ ...end, id: `kohta-${at}`, at })) }, narrow);

describe('the marks of a scale', () => {
  it('stand on the line where they have room', () => {
    const { marks, stems, line } = scaleOf(2, 5, 9);
    expect(marks.map(({ y }) => y)).toEqual([line.from.y, line.from.y, line.from.y]);
    expect(stems).toEqual([]);
  });

  it('stand above each other where they have not, each with a line down to its point', () => {
    const { marks, stems, line, height } = scaleOf(5, 5.5, 9);
    expect(marks.map(({ y }) => y < line.from.y)).toEqual([false, true, false]);
    expect(stems).toEqual([
      [
        { x: marks[1]!.x, y: marks[1]!.y },
        { x: marks[1]!.x, y: line.from.y },
      ],
    ]);
    expect(height).toBeGreaterThan(scaleOf(2, 5, 9).height);
  });

  it('carry letters in the order of the points, the ends first among the boxes', () => {
    const { marks, badges } = scaleOf(3, 7);
    expect(marks.map(({ words }) => words.lines[0]!.text)).toEqual(['A', 'B']);
    expect(badges.map(({ words }) => words.lines[0]!.text)).toEqual(['0', '10', 'A', 'B']);
  });
});
