import type { IndexedPage, PageCandidate, SearchIndex } from '../search/indexedPage.ts';

/** What of Pagefind's own script is used here: https://pagefind.app/docs/api/ */
interface Pagefind {
  createInstance(options: { basePath: string; baseUrl: string; noWorker: boolean }): PagefindInstance;
}

interface PagefindInstance {
  search(term: string): Promise<{ results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<IndexedPage>;
}

const folder = '/pagefind/';
let attempts = 0;

/**
 * Loads the search index that the build made, from this site. Its larger parts load when they are asked for.
 * @throws when it cannot be loaded; the next call tries anew
 */
export async function loadIndex(): Promise<SearchIndex> {
  // Browsers may remember that a module failed, so that a new attempt asks by another address.
  const script = attempts === 0 ? `${folder}pagefind.js` : `${folder}pagefind.js?attempt=${attempts}`;
  attempts += 1;
  const module = (await import(/* @vite-ignore */ script)) as Pagefind;
  const pagefind = module.createInstance({ basePath: folder, baseUrl: '/', noWorker: true });
  return {
    pagesWith: async (beginning) => (await pagefind.search(beginning)).results.map(candidate),
  };
}

function candidate(result: PagefindResult): PageCandidate {
  return { id: result.id, score: result.score, load: () => result.data() };
}
