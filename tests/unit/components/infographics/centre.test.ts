import { describe, expect, it } from 'vitest';
import { centreDisc, centreRadius } from '../../../../src/components/infographics/centre.ts';
import { narrow } from '../../../../src/components/infographics/format.ts';
import { reachOf } from '../../../support/drawings.ts';

const middle = { x: 160, y: 100 };

describe('the centre of a picture', () => {
  it('has larger letters than the rest, in a disc of the usual size', () => {
    expect(centreRadius('Asiakas', 66, narrow)).toBe(66);
    expect(centreDisc(middle, 66, 'Asiakas', narrow).words.fontSize).toBe(20);
  });

  it.each(['Työkykykoordinaattorin', 'Työ, terveys ja osaaminen samassa työssä'])(
    'lets its letters shrink to the size of the rest and then grows, so that it holds ”%s”',
    (label) => {
      const radius = centreRadius(label, 40, narrow);
      const disc = centreDisc(middle, radius, label, narrow);
      expect(radius).toBeGreaterThan(40);
      expect(disc.words.fontSize).toBeGreaterThanOrEqual(narrow.fontSize);
      expect(reachOf(disc)).toBeLessThan(radius);
      expect(2 * radius).toBeLessThan(narrow.width);
    },
  );
});
