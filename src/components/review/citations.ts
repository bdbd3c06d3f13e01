import { parseMdx, placedComponents, type PlacedComponent } from '../../course/mdxBody.ts';

/** Where in a review copy something is cited: a chapter (0 is the module's front page), a figure or a term. */
export type CitedIn = { readonly chapter: number } | { readonly figure: number } | { readonly term: string };

/** A source as one place of the module cites it. */
export interface Citation {
  readonly source: string;
  readonly in: CitedIn;
  /** The place in the source, as `luku 3.1`. */
  readonly place: string | undefined;
  /** When the claim should be looked at again: `2027-06-30`. */
  readonly reviewBy: string | undefined;
}

/** What the texts of a module place, in the order it is read. */
export interface PlacedInModule {
  readonly infographics: readonly string[];
  readonly videos: readonly string[];
  readonly terms: readonly string[];
  /** Those in running text. */
  readonly citations: readonly Citation[];
}

/**
 * What authors placed in a module's texts: infographics, videos and terms once each, and every citation.
 * @param bodies the MDX of its front page, then of each section
 */
export function placedInModule(bodies: readonly string[]): PlacedInModule {
  const placed = bodies.flatMap((body, chapter) =>
    placedComponents(parseMdx(body)).map((one) => ({ ...one, chapter })),
  );
  const idsOf = (component: string) => [...new Set(placed.flatMap((one) => (one.name === component ? idIn(one) : [])))];
  return {
    infographics: idsOf('Infographic'),
    videos: idsOf('Video'),
    terms: idsOf('Term'),
    citations: placed.flatMap((one) => {
      if (one.name !== 'Source') return [];
      const { place, reviewBy } = one.text;
      return idIn(one).map((source) => ({ source, in: { chapter: one.chapter }, place, reviewBy }));
    }),
  };
}

function idIn({ text: { id } }: PlacedComponent): string[] {
  return id === undefined ? [] : [id];
}
