import { createHash } from 'node:crypto';
import type { CollectionEntry } from 'astro:content';
import { getCollection, getEntry, render } from 'astro:content';
import { contentFolders } from '../../course/contentFolders.ts';
import { parseMdx, readableText } from '../../course/mdxBody.ts';
import type { ModuleNode, SectionNode } from '../../course/tree.ts';
import { contentLanguage } from '../../i18n/languages.ts';
import { authoredModule } from '../siteCourse.ts';
import { type Citation, placedInModule, type PlacedInModule } from './citations.ts';
import { type NumberedHeading, numberHeadings } from './numbering.ts';

/** A section of a review copy; its place in the list and 1 make its number. */
export interface ReviewSection {
  readonly node: SectionNode;
  readonly entry: CollectionEntry<'sections'>;
  readonly file: string;
  /** Words of running text. */
  readonly words: number;
  readonly headings: readonly NumberedHeading[];
}

/** A module as its reviewers read it: everything in it, each thing with its number. */
export interface ReviewCopy {
  readonly module: ModuleNode;
  readonly entry: CollectionEntry<'modules'>;
  readonly introduction: readonly NumberedHeading[];
  readonly sections: readonly ReviewSection[];
  /** Questions as `quiz/question`; place and 1 make the number. So with infographics and videos. */
  readonly questions: readonly string[];
  readonly infographics: readonly string[];
  readonly videos: readonly string[];
  readonly terms: readonly CollectionEntry<'glossary'>[];
  readonly citations: readonly Citation[];
  /** Files of the module from the project's root: its own folder, its quizzes, infographics and videos. */
  readonly ownsFile: (file: string) => boolean;
  /** Eight hexadecimal digits that change with any text, question, picture or video of the module. */
  readonly fingerprint: string;
}

const copies = new WeakMap<Request, Promise<ReviewCopy | null>>();

/**
 * The review copy of a module, gathered once for a request; null where there is no such module.
 * @throws CourseContentError while parts of a draft are missing
 */
export function reviewCopyOf(request: Request, module: string): Promise<ReviewCopy | null> {
  const begun = copies.get(request);
  if (begun) return begun;
  const copy = gather(module);
  copies.set(request, copy);
  return copy;
}

async function gather(id: string): Promise<ReviewCopy | null> {
  const module = await authoredModule(id);
  const entry = await getEntry('modules', id);
  if (!module || !entry) return null;
  const sections = await Promise.all(module.sections.map((node, index) => sectionOf(id, node, index + 1)));
  const placed = placedInModule([entry.body ?? '', ...sections.map((section) => section.entry.body ?? '')]);
  const questions = [...new Set(module.sections.flatMap((section) => section.questions))];
  const quizzes = [...new Set(questions.map((question) => question.split('/')[0]!))];
  const figures = entriesOf(placed.infographics, await getCollection('infographics'));
  const terms = entriesOf(placed.terms, await getCollection('glossary'));
  const videos = (await getCollection('videos')).filter(({ data }) => placed.videos.includes(data.video));
  const asked = entriesOf(quizzes, await getCollection('quizzes'));
  return {
    module,
    entry,
    introduction: numberHeadings(0, (await render(entry)).headings),
    sections,
    questions,
    infographics: placed.infographics,
    videos: placed.videos,
    terms: terms.toSorted((one, other) => one.data.term.localeCompare(other.data.term, contentLanguage)),
    citations: [...placed.citations, ...citedInFigures(figures, placed.infographics), ...citedInTerms(terms)],
    ownsFile: ownedBy(id, quizzes, placed),
    fingerprint: fingerprintOf([entry, ...sections.map((section) => section.entry), ...asked, ...figures, ...videos]),
  };
}

/** @param order all infographics the module places: one that nobody made yet has its number too */
function citedInFigures(figures: readonly CollectionEntry<'infographics'>[], order: readonly string[]): Citation[] {
  return figures.map(({ id, data: { source } }) => ({
    source: source.id,
    in: { figure: order.indexOf(id) + 1 },
    place: source.place,
    reviewBy: source.reviewBy,
  }));
}

function citedInTerms(terms: readonly CollectionEntry<'glossary'>[]): Citation[] {
  return terms.map(({ data: { term, source, place, reviewBy } }) => ({ source, in: { term }, place, reviewBy }));
}

function ownedBy(module: string, quizzes: readonly string[], placed: PlacedInModule): ReviewCopy['ownsFile'] {
  const beginnings = [
    `${contentFolders.modules}/${module}/`,
    ...quizzes.map((quiz) => `${contentFolders.quizzes}/${quiz}.yaml`),
    ...placed.infographics.map((figure) => `${contentFolders.infographics}/${figure}.yaml`),
    ...placed.videos.map((video) => `${contentFolders.videos}/${video}/`),
  ];
  return (file) => beginnings.some((beginning) => file.startsWith(beginning));
}

function fingerprintOf(parts: readonly { readonly data: unknown; readonly body?: string | undefined }[]): string {
  const content = JSON.stringify(parts.map(({ data, body = '' }) => [data, body]));
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}

async function sectionOf(module: string, node: SectionNode, number: number): Promise<ReviewSection> {
  const entry = (await getEntry('sections', `${module}/${node.id}`))!;
  const { headings } = await render(entry);
  return {
    node,
    entry,
    file: `${contentFolders.modules}/${module}/${node.id}.mdx`,
    words: readableText(parseMdx(entry.body ?? ''))
      .split(' ')
      .filter(Boolean).length,
    headings: numberHeadings(number, headings),
  };
}

/** The entries of these ids in the ids' order; one that is not there is left out. */
function entriesOf<Entry extends { readonly id: string }>(ids: readonly string[], entries: readonly Entry[]): Entry[] {
  return ids.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
}
