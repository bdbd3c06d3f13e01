/** A heading that an author wrote, as a review copy numbers it. */
export interface NumberedHeading {
  /** The id that the MDX gave it: unique within its section only. */
  readonly slug: string;
  readonly text: string;
  /** `3.2`, and `3.2.1` below it. */
  readonly number: string;
  /** Its element id: unique in the copy. */
  readonly anchor: string;
}

/** The class of a paragraph that gets a number. */
export const numberedParagraph = 'paragraph';

/**
 * The headings of a section with their numbers.
 * @param chapter the section's own number
 * @param headings as Astro's `render` gives them; level 2 is the highest that authors may write
 */
export function numberHeadings(
  chapter: number,
  headings: readonly { readonly depth: number; readonly slug: string; readonly text: string }[],
): readonly NumberedHeading[] {
  const counts: number[] = [];
  return headings.map(({ depth, slug, text }) => {
    const level = Math.max(0, depth - 2);
    counts.length = Math.min(counts.length, level + 1);
    for (let above = 0; above <= level; above += 1) counts[above] ??= 0;
    counts[level]! += 1;
    return { slug, text, number: [chapter, ...counts].join('.'), anchor: `${chapter}-${slug}` };
  });
}

/**
 * What stands before a section's text in HTML, for `numberText` to know whose headings follow.
 * @param chapter the section's number
 */
export const chapterMark = 'data-chapter';

const places = new RegExp(
  [
    `${chapterMark}="(?<chapter>\\d+)"`,
    '<h(?<level>[2-5]) id="(?<slug>[^"]+)">(?<words>.*?)</h\\k<level>>',
    `<p class="${numberedParagraph}">`,
  ].join('|'),
  'gs',
);

/**
 * Numbers the paragraphs and the authors' headings of rendered sections in the order they are read, in words that also stay
 * in Word and on paper. Headings go one level down, below their section's.
 * @param html the sections one after another
 * @param outline each section's headings, by its number
 */
export function numberText(html: string, outline: ReadonlyMap<number, readonly NumberedHeading[]>): string {
  let chapter = 0;
  let paragraph = 0;
  return html.replace(places, (whole: string, ...rest: unknown[]) => {
    const found = rest.at(-1) as Readonly<Record<'chapter' | 'level' | 'slug' | 'words', string | undefined>>;
    if (found.chapter !== undefined) {
      chapter = Number(found.chapter);
      return whole;
    }
    if (found.slug === undefined) {
      paragraph += 1;
      return `<p class="${numberedParagraph}" id="p-${paragraph}"><span class="number">[${paragraph}]</span> `;
    }
    const heading = outline.get(chapter)?.find(({ slug }) => slug === found.slug);
    if (!heading) return whole;
    const level = Number(found.level) + 1;
    return `<h${level} id="${heading.anchor}"><span class="number">${heading.number}</span> ${found.words}</h${level}>`;
  });
}
