import { describe, expect, it } from 'vitest';
import { boxGrid } from '../../../../src/components/infographics/boxGrid.ts';
import { wide } from '../../../../src/components/infographics/format.ts';
import { bottomOf, lineHeight } from '../../../../src/components/infographics/parts.ts';

const grid = { x: 10, y: 20, width: 420, columns: 2, columnGap: 20, rowGap: 30 };
const short = { label: 'Työ' };
const tall = { label: 'Työ', note: 'kaksi tai kolme kertaa kuukauden aikana' };

describe('a grid of boxes', () => {
  it('shares its width evenly between the columns', () => {
    const boxes = boxGrid([short, short, short], grid, wide);
    expect(boxes.map(({ x, width }) => [x, width])).toEqual([
      [10, 200],
      [230, 200],
      [10, 200],
    ]);
  });

  it('makes each row as high as its longest text, and begins the next below it', () => {
    const [first, second, third] = boxGrid([short, tall, short], grid, wide);
    expect(second!.height).toBeGreaterThan(2 * lineHeight(wide));
    expect(first!.height).toBe(second!.height);
    expect(third!.y).toBe(bottomOf([first!, second!]) + 30);
    expect(third!.height).toBe(lineHeight(wide) + 2 * 12);
  });

  it('leaves room above the words for a badge', () => {
    const [plain] = boxGrid([short], grid, wide);
    const [withHead] = boxGrid([short], { ...grid, head: 8 }, wide);
    expect(withHead!.height).toBe(plain!.height + 8);
    expect(withHead!.words.top).toBe(plain!.words.top + 8);
  });

  it('is empty when there is nothing to show', () => {
    expect(boxGrid([], grid, wide)).toEqual([]);
  });
});
