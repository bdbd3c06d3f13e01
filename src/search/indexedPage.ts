/** A page as the index holds it. Its text is the words of the page, in order, one space between them. */
export interface IndexedPage {
  /** Its path on the site. */
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Partial<Record<PageFact, string>>>;
  /** Elements with an id, by the number of the word they begin at. */
  readonly anchors: readonly PageAnchor[];
}

export interface PageAnchor {
  /** Name of the HTML element. */
  readonly element: string;
  readonly id: string;
  readonly text?: string;
  readonly location: number;
}

/** What the build tells the index of a page. `title` is its main heading; `minutes` are whole ones. */
export type PageFact = 'title' | 'module' | 'minutes';

/** The index as a search needs it: who implements it loads it when it is first asked. */
export interface SearchIndex {
  /**
   * Pages that hold a word with this beginning, perhaps among others that do not.
   * @throws when the index cannot be loaded
   */
  pagesWith(beginning: string): Promise<readonly PageCandidate[]>;
}

export interface PageCandidate {
  readonly id: string;
  /** How well the page answers, by the index's own measure. */
  readonly score: number;
  /** @throws when the page's text cannot be loaded */
  load(): Promise<IndexedPage>;
}
