import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { PagefindIndex } from 'pagefind';
import { contentLanguage } from '../src/i18n/languages.ts';
import { knownBeginnings, markCompounds } from '../src/search/compounds.ts';

/** What a built page holds beside what it teaches: what opens on demand, and the words of the user interface. */
const leftOut = ['[hidden]', '[popover]', 'summary', 'main [lang]'];
/** Of Pagefind's files those that our own search page needs. */
const needed = /^pagefind\.js$|\.json$|\.(?:pagefind|pf_\w+)$/;
const textBetweenTags = />([^<]+)</g;

/**
 * Makes the search index of a built site, from its pages in the course's language that have a `data-pagefind-body`, into
 * `pagefind` in the same folder. Forms, questions and their answers stay out: Pagefind takes no form.
 * @returns how many pages it holds
 */
export async function writeSearchIndex(client: string): Promise<number> {
  const pages = await pagesToIndex(client);
  const known = knownBeginnings(
    pages.map(({ html }) => [...html.matchAll(textBetweenTags)].map(([, text]) => text).join(' ')),
  );
  try {
    const index = await newIndex();
    for (const { url, html } of pages) {
      const content = html.replace(textBetweenTags, (_, text: string) => `>${markCompounds(text, known)}<`);
      throwAny((await index.addHTMLFile({ url, content })).errors);
    }
    const { files, errors } = await index.getFiles();
    throwAny(errors);
    for (const { path, content } of files.filter(({ path }) => needed.test(path))) {
      const file = join(client, 'pagefind', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  } finally {
    await close();
  }
  return pages.length;
}

async function pagesToIndex(client: string): Promise<{ url: string; html: string }[]> {
  const names = await readdir(join(client, contentLanguage), { recursive: true });
  const pages = await Promise.all(
    names
      .filter((name) => name.endsWith('index.html'))
      .sort()
      .map(async (name) => ({
        url: `/${contentLanguage}/${name
          .split(sep)
          .join('/')
          .replace(/index\.html$/, '')}`,
        html: await readFile(join(client, contentLanguage, name), 'utf8'),
      })),
  );
  return pages.filter(({ html }) => html.includes('data-pagefind-body'));
}

/** An index that takes words as they are: what belongs together is known by `src/search`, not by a stemmer. */
async function newIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: 'unknown', excludeSelectors: leftOut });
  throwAny(errors);
  if (!index) throw new Error('the search index could not be begun');
  return index;
}

function throwAny(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`the search index could not be made: ${errors.join('; ')}`);
}
