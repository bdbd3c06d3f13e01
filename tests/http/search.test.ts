import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import { readContent } from '../../src/course/readContent.ts';
import { withoutMarks } from '../../src/search/compounds.ts';
import { findPlaces } from '../../src/search/findPlaces.ts';
import type { IndexedPage, SearchIndex } from '../../src/search/indexedPage.ts';
import { pageLoaderHash } from '../support/pageLoader.ts';
import { type RunningServer, startServer } from '../support/runningServer.ts';
import { builtIndex, indexedPages } from '../support/searchIndex.ts';

const root = join(import.meta.dirname, '..', '..');

let server: RunningServer;
let index: SearchIndex;
let pages: IndexedPage[];

beforeAll(async () => {
  server = await startServer();
  index = await builtIndex(server.origin);
  pages = await indexedPages();
});

afterAll(() => server.dispose());

const pathOf = (url: string) => url.replace(server.origin, '');
const search = async (query: string) => {
  await setImmediate(); // Lets the connections to the server notice that they were closed.
  const found = await findPlaces(query, index);
  return found.map((page) => ({ ...page, path: pathOf(page.path) }));
};

describe('the forty words of the course', async () => {
  const lines = (await readFile(join(root, 'tests', 'fixtures', 'searchWords.txt'), 'utf8')).split('\n');
  const words = lines
    .filter((line) => /^\p{L}+:/u.test(line))
    .map((line) => [line.split(':')[0]!, line.split(':')[1]!.trim().split(' ')] as const);

  it('are forty', () => {
    expect(words).toHaveLength(40);
  });

  it.each(words)('%s finds in each form every page that holds any of them', async (_, forms) => {
    const one = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
    const holding = pages.filter(({ content }) => one.test(withoutMarks(content))).map(({ url }) => url);
    expect(holding).not.toEqual([]);
    for (const form of forms) {
      const found = (await search(form)).map(({ path }) => path);
      expect(
        holding.filter((url) => !found.includes(url)),
        form,
      ).toEqual([]);
    }
  });
});

describe('what is found', () => {
  it('opens at a heading, at a sentence of a video with its second, and at a term', async () => {
    const places = (await search('suostumus')).flatMap(({ path, places }) =>
      places.map((place) => ({ path, ...place })),
    );
    const html = async (path: string) => (await fetch(server.origin + path)).text();
    for (const kind of ['heading', 'sentence', 'term'] as const) {
      const place = places.find((candidate) => candidate.kind === kind);
      expect(await html(place!.path), kind).toContain(`id="${place!.anchor}"`);
      expect(place!.seconds === null, kind).toBe(kind !== 'sentence');
    }
  });

  it('tells the module and the minutes of a section', async () => {
    const [first] = await search('luvalla');
    expect(first).toMatchObject({ module: 'Työkyvyn tuki asiakastyössä', minutes: expect.any(Number) });
  });

  it('puts the term that was asked for before the others', async () => {
    const glossary = (await search('kannustinloukku')).find(({ path }) => path === '/fi/glossary/');
    expect(glossary?.places[0]).toMatchObject({ kind: 'term', title: 'kannustinloukku' });
  });

  it('marks the words in the forms that stand there', async () => {
    const excerpts = (await search('työkyky')).flatMap(({ places }) => places.flatMap(({ excerpt }) => excerpt));
    const marked = excerpts.filter((part) => part.marked).map(({ text }) => text.toLowerCase());
    expect(marked).toEqual(expect.arrayContaining(['työkyvyn', 'työkykyä']));
    expect(excerpts.map(({ text }) => text).join('')).not.toContain('|');
  });

  it.each([
    ['valmentaja', 'työhönvalmentaja'],
    ['selvitys', 'työkykyselvitys'],
    ['tarkastus', 'terveystarkastus'],
  ])('%s is found within the compound %s', async (query, compound) => {
    const found = (await search(query)).flatMap(({ places }) =>
      places.flatMap(({ title, excerpt }) => [title, ...excerpt.map(({ text }) => text)]),
    );
    expect(found.join(' ').toLowerCase()).toContain(compound);
  });

  it('holds the rare words of a question rather than the common ones', async () => {
    for (const { places } of await search('mitä tarkoittaa kannustinloukku')) {
      const words = places.flatMap(({ title, excerpt }) => [title, ...excerpt.map(({ text }) => text)]).join(' ');
      expect(words.toLowerCase()).toContain('kannustinlouk');
    }
  });

  it.each(['', '   ', '?!', 'xyzzyx', 'ö'])('is nothing for %j', async (query) => {
    expect(await search(query)).toEqual([]);
  });
});

describe('the index', () => {
  it('holds each published module and section and the glossary, and nothing else', async () => {
    const { course } = JSON.parse(await readFile(join(root, 'dist/server/course.json'), 'utf8')) as CourseArtefact;
    const expected = course.modules
      .filter(({ announced }) => !announced)
      .flatMap(({ id, sections }) => [`/fi/${id}/`, ...sections.map((section) => `/fi/${id}/${section.id}/`)]);
    expect(pages.map(({ url }) => url).sort()).toEqual([...expected, '/fi/glossary/'].sort());
  });

  it('holds no question, choice or explanation', async () => {
    const { entries } = await readContent(root);
    const questions = entries.quizzes.flatMap(({ data }) => data.questions);
    const texts = questions.flatMap((question) => [
      question.prompt,
      ...('choices' in question ? question.choices.flatMap(({ text, explanation }) => [text, explanation]) : []),
    ]);
    const everything = pages.map(({ content }) => withoutMarks(content)).join('\n');
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => text.length > 30 && everything.includes(text))).toEqual([]);
  });

  it('has the words of every video on the page that shows it, each once', async () => {
    const { entries } = await readContent(root);
    for (const { data } of entries.videos) {
      const holding = pages.filter(({ anchors }) => anchors.some(({ id }) => id.startsWith(`${data.video}-t`)));
      expect(holding, data.video).not.toEqual([]);
      const ids = holding[0]!.anchors.map(({ id }) => id).filter((id) => id.startsWith(`${data.video}-t`));
      expect(ids, data.video).toHaveLength(data.transcript.length);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

it('WebAssembly may run on the search page and nowhere else', async () => {
  const policy = async (path: string) => (await fetch(server.origin + path)).headers.get('content-security-policy');
  for (const lang of ['fi', 'sv', 'en']) expect(await policy(`/${lang}/search/`)).toContain("'wasm-unsafe-eval'");
  const loader = pageLoaderHash(await (await fetch(`${server.origin}/fi/`)).text());
  for (const path of ['/fi/', '/fi/glossary/', '/fi/search/x'])
    expect(await policy(path), path).toContain(`script-src 'self' ${loader};`);
  for (const path of ['/pagefind/pagefind.js', '/healthz'])
    expect(await policy(path), path).toContain("script-src 'self';");
});
