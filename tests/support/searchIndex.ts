import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { IndexedPage, SearchIndex } from '../../src/search/indexedPage.ts';

const folder = join(import.meta.dirname, '..', '..', 'dist', 'client', 'pagefind');
/** What Pagefind's files begin with once they are unpacked. */
const signature = 'pagefind_dcd';

interface Pagefind {
  createInstance(options: { basePath: string }): {
    search(term: string): Promise<{ results: { id: string; score: number; data(): Promise<IndexedPage> }[] }>;
  };
}

/** The built index as a browser uses it: Pagefind's own script, which asks the running server for its parts. */
export async function builtIndex(origin: string): Promise<SearchIndex> {
  const module = (await import(join(folder, 'pagefind.js'))) as Pagefind;
  const pagefind = module.createInstance({ basePath: `${origin}/pagefind/` });
  return {
    pagesWith: async (beginning) =>
      (await pagefind.search(beginning)).results.map((result) => ({
        id: result.id,
        score: result.score,
        load: () => result.data(),
      })),
  };
}

/** The pages of the built index, read from its files. */
export async function indexedPages(): Promise<IndexedPage[]> {
  const names = await readdir(join(folder, 'fragment'));
  return Promise.all(
    names.map(async (name) => {
      const text = gunzipSync(await readFile(join(folder, 'fragment', name))).toString();
      return JSON.parse(text.slice(signature.length)) as IndexedPage;
    }),
  );
}
