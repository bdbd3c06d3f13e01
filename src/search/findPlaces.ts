import { withoutMarks } from './compounds.ts';
import type { ExcerptPart } from './excerpt.ts';
import { excerptOf } from './excerpt.ts';
import type { IndexedPage, PageCandidate, SearchIndex } from './indexedPage.ts';
import type { Passage } from './passages.ts';
import { passagesOf } from './passages.ts';
import type { WordForms } from './wordForms.ts';
import { wordForms } from './wordForms.ts';

/** A page with places where something of the query stands, the best first. */
export interface FoundPage {
  readonly path: string;
  readonly title: string;
  /** The title of its module; null outside modules. */
  readonly module: string | null;
  /** Reading time; null where there is none. */
  readonly minutes: number | null;
  readonly places: readonly FoundPlace[];
}

export interface FoundPlace {
  readonly kind: Passage['kind'];
  readonly title: string;
  /** To be put after `#` in the page's address; null for the page's start. */
  readonly anchor: string | null;
  /** Of a sentence of a video: when it is said, in seconds. */
  readonly seconds: number | null;
  readonly excerpt: readonly ExcerptPart[];
}

/** More words than these in a query are not looked for, nor more pages read. */
const most = { words: 8, pages: 40 };
/** What a title counts beside the text. */
const titleWorth = 2;
/** Which share of the best one's words, rare ones counting more, a page or a place must hold to be shown. */
const leastShare = 0.6;

/**
 * Looks for the words of a query, in any of their forms, and ranks the pages that hold them: rare words count more than
 * common ones, titles more than text. Empty for a query without words.
 * @throws what the index throws when it cannot be loaded
 */
export async function findPlaces(query: string, index: SearchIndex): Promise<FoundPage[]> {
  const forms = wordsOf(query).map(wordForms);
  const pages = await Promise.all((await candidates(forms, index)).map((candidate) => candidate.load()));
  const read = pages.map((page) => readPage(page, forms)).filter(({ hits }) => hits.some((hit) => hit > 0));
  const rarity = forms.map((_, word) =>
    Math.log(1 + read.length / (1 + read.filter(({ hits }) => hits[word]! > 0).length)),
  );
  const rank = (hits: readonly number[]) => ({
    worth: sumOf(hits, (hit, word) => hit * rarity[word]!),
    share: sumOf(hits, (hit, word) => (hit > 0 ? rarity[word]! : 0)),
  });
  const bestPlace = (places: readonly ReadPlace[]) => Math.max(...places.map(({ hits }) => rank(hits).worth));
  return strongest(read, ({ hits, places }) => ({ ...rank(hits), worth: rank(hits).worth + bestPlace(places) })).map(
    ({ page, places }) => ({
      path: page.url,
      title: withoutMarks(page.meta.title ?? ''),
      module: page.meta.module === undefined ? null : withoutMarks(page.meta.module),
      minutes: page.meta.minutes === undefined ? null : Number(page.meta.minutes),
      places: strongest(places, ({ hits }) => rank(hits)).map(({ passage: { words, ...place }, strengths }) => ({
        ...place,
        excerpt: excerptOf(words, strengths),
      })),
    }),
  );
}

/** The words of a query as they were typed, each once. */
function wordsOf(query: string): string[] {
  return [...new Set(query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, most.words);
}

/** The pages the index knows for any form of any of the words, those it thinks best of first. */
async function candidates(forms: readonly WordForms[], index: SearchIndex): Promise<PageCandidate[]> {
  const beginnings = [...new Set(forms.flatMap(({ beginnings }) => beginnings))];
  const found = await Promise.all(beginnings.map((beginning) => index.pagesWith(beginning)));
  const best = new Map<string, PageCandidate>();
  for (const candidate of found.flat()) {
    if (candidate.score > (best.get(candidate.id)?.score ?? -1)) best.set(candidate.id, candidate);
  }
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, most.pages);
}

interface ReadPlace {
  readonly passage: Passage;
  /** How surely each word of the passage is one of the query. */
  readonly strengths: readonly number[];
  /** How well the passage answers each word of the query. */
  readonly hits: readonly number[];
}

function readPage(page: IndexedPage, forms: readonly WordForms[]) {
  const titleHits = hitsIn(forms, wordsIn(page.meta.title ?? ''));
  const places = passagesOf(page)
    .map((passage) => readPlace(passage, forms))
    .filter(({ hits }) => hits.some((hit) => hit > 0));
  const hits = titleHits.map(
    (hit, word) => titleWorth * hit + Math.max(0, ...places.map((place) => place.hits[word]!)),
  );
  return { page, places, hits: places.length === 0 ? hits.map(() => 0) : hits };
}

function readPlace(passage: Passage, forms: readonly WordForms[]): ReadPlace {
  const inTitle = hitsIn(forms, wordsIn(passage.title));
  const strengthsByForm = forms.map((form) => passage.words.map((word) => form.match(core(word))));
  return {
    passage,
    strengths: passage.words.map((_, at) => Math.max(...strengthsByForm.map((strengths) => strengths[at]!))),
    hits: strengthsByForm.map((strengths, word) => inText(strengths) + titleWorth * inTitle[word]!),
  };
}

/** How surely a text holds a word, a little more where it is said often. */
function inText(strengths: readonly number[]): number {
  const times = strengths.filter((strength) => strength > 0).length;
  return times === 0 ? 0 : Math.max(...strengths) * (1 + Math.log(times) / 4);
}

/** How surely a title holds each word, more in a short title: there the word is what it is about. */
function hitsIn(forms: readonly WordForms[], words: readonly string[]): number[] {
  return forms.map((form) => Math.max(0, ...words.map((word) => form.match(word))) / Math.sqrt(words.length || 1));
}

function wordsIn(text: string): string[] {
  return text.split(/\s+/).map(core).filter(Boolean);
}

/** A word without the punctuation around it. */
function core(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** In falling order of worth, without those that hold too little of what the best one holds. */
function strongest<Item>(
  items: readonly Item[],
  rank: (item: Item) => { readonly worth: number; readonly share: number },
): Item[] {
  const ranked = items.map((item) => ({ item, ...rank(item) })).sort((a, b) => b.worth - a.worth);
  const most = Math.max(...ranked.map(({ share }) => share));
  return ranked.filter(({ share }) => share >= leastShare * most).map(({ item }) => item);
}

function sumOf(hits: readonly number[], part: (hit: number, word: number) => number): number {
  return hits.reduce((sum, hit, word) => sum + part(hit, word), 0);
}
