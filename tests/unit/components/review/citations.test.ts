import { describe, expect, it } from 'vitest';
import { placedInModule } from '../../../../src/components/review/citations.ts';

describe('what a review copy lists', () => {
  const placed = placedInModule([
    'Alku. <Source id="laki" />',
    '<Term id="kela">Kelan</Term> ja <Term id="kela">Kela</Term>. <Source id="laki" place="1 §" reviewBy="2027-06-30" />\n\n<Infographic id="polku" />\n\n<Video id="tervetuloa" />',
  ]);

  it('is every citation with its section, place and day of review', () => {
    expect(placed.citations).toEqual([
      { source: 'laki', in: { chapter: 0 }, place: undefined, reviewBy: undefined },
      { source: 'laki', in: { chapter: 1 }, place: '1 §', reviewBy: '2027-06-30' },
    ]);
  });

  it('is each term, infographic and video once', () => {
    expect([placed.terms, placed.infographics, placed.videos]).toEqual([['kela'], ['polku'], ['tervetuloa']]);
  });
});
