import { describe, expect, it } from 'vitest';
import { numberHeadings, numberText } from '../../../../src/components/review/numbering.ts';

const heading = (depth: number, slug: string) => ({ depth, slug, text: slug });

describe('the numbers of a review copy', () => {
  it('count an author’s headings below their section, and begin again under each', () => {
    const headings = numberHeadings(3, [
      heading(2, 'a'),
      heading(3, 'b'),
      heading(3, 'c'),
      heading(2, 'd'),
      heading(3, 'e'),
    ]);
    expect(headings.map(({ number }) => number)).toEqual(['3.1', '3.1.1', '3.1.2', '3.2', '3.2.1']);
  });

  it('make the same heading of two sections two places in the copy', () => {
    const [one] = numberHeadings(1, [heading(2, 'a')]);
    const [other] = numberHeadings(2, [heading(2, 'a')]);
    expect(one!.anchor).not.toBe(other!.anchor);
  });

  it('stand in the text: paragraphs through the whole copy, headings one level down', () => {
    const html =
      '<section data-chapter="1"><h2 id="a">On <em>it</em></h2><p class="paragraph">x</p></section>' +
      '<section data-chapter="2"><p class="paragraph">y</p><h2 id="a">On it</h2></section>';
    const outline = new Map([1, 2].map((chapter) => [chapter, numberHeadings(chapter, [heading(2, 'a')])]));
    expect(numberText(html, outline)).toBe(
      '<section data-chapter="1"><h3 id="1-a"><span class="number">1.1</span> On <em>it</em></h3>' +
        '<p class="paragraph" id="p-1"><span class="number">[1]</span> x</p></section>' +
        '<section data-chapter="2"><p class="paragraph" id="p-2"><span class="number">[2]</span> y</p>' +
        '<h3 id="2-a"><span class="number">2.1</span> On it</h3></section>',
    );
  });

  it('leave headings that no author wrote as they are', () => {
    const html = '<section data-chapter="1"><h3 id="q-1">Kysymys 1</h3></section>';
    expect(numberText(html, new Map([[1, []]]))).toBe(html);
  });
});
