import type { TranslationCount } from '../../src/course/artefact.ts';
import type { Authored, AuthoredContent } from '../../src/course/authoredContent.ts';
import type { Finding } from '../../src/course/finding.ts';
import { nodesOf } from '../../src/course/mdxBody.ts';
import { minutesOf } from '../../src/course/minutes.ts';
import { type PageFile, pageFiles, placedIn } from './pageFiles.ts';

/** What the author's tools know of the content: looked at again at each change. */
export interface KnownContent {
  readonly content: AuthoredContent;
  readonly findings: readonly Finding[];
  readonly translations: readonly TranslationCount[];
}

/** What an author is told of one page. */
export interface PageState {
  readonly files: readonly PageFile[];
  /** Findings in this page's files, and those in all others. */
  readonly here: readonly Finding[];
  readonly elsewhere: readonly Finding[];
  readonly minutes: {
    /** In seconds; null for a page that is no section, or that cannot be read. */
    readonly page: number | null;
    readonly module: number;
    /** In minutes. */
    readonly target: number;
  } | null;
  /** Built videos of the page: their captions and transcript are made with them. */
  readonly videos: readonly { readonly id: string; readonly language: string; readonly state: VideoState }[];
  /** Pictures and infographics, and whether each says the same in words. */
  readonly pictures: readonly { readonly name: string; readonly hasText: boolean }[];
  /** Cited sources, and the days by which they are to be looked at again. */
  readonly sources: readonly { readonly id: string; readonly reviewBy: string | null }[];
  readonly translations: readonly TranslationCount[];
}

export type VideoState = 'fresh' | 'stale' | 'unbuilt';

/** @param path the page's address, `/fi/kurssiesittely/tervetuloa/` */
export function pageState(path: string, { content, findings, translations }: KnownContent): PageState {
  const { module, section, files } = pageFiles(path, content);
  const isHere = ({ file, severity }: Finding) => {
    return files.some((one) => one.file === file && (!one.shared || severity === 'error'));
  };
  const shown = [...content.modules, ...content.sections].filter(({ file }) => files.some((one) => one.file === file));
  return {
    files,
    here: findings.filter(isHere),
    elsewhere: findings.filter((finding) => !isHere(finding)),
    minutes: minutes(content, module, section),
    videos: shown.flatMap((authored) => videosOf(authored, content, findings)),
    pictures: shown.flatMap((authored) => picturesOf(authored, content)),
    sources: shown.flatMap((authored) => sourcesOf(authored, content)),
    translations: translations.filter((one) => one.module === module && (section === null || one.section === section)),
  };
}

function minutes(content: AuthoredContent, module: string | null, section: string | null): PageState['minutes'] {
  const found = minutesOf(content).find(({ id }) => id === module);
  if (!found) return null;
  const page = found.sections.find(({ id }) => id === section)?.seconds ?? null;
  return { page, module: found.seconds, target: found.target };
}

function videosOf(authored: Authored<unknown>, content: AuthoredContent, findings: readonly Finding[]) {
  return placedIn(authored).flatMap(({ name, text }) => {
    if (name !== 'Video') return [];
    const boards = content.storyboards.filter(({ id }) => id.startsWith(`${text['id'] ?? ''}/`));
    return boards.map(({ id, file }) => {
      const told = (rule: string) => findings.some((finding) => finding.file === file && finding.rule === rule);
      const state: VideoState = told('video-unbuilt') ? 'unbuilt' : told('video-stale') ? 'stale' : 'fresh';
      return { id: text['id']!, language: id.split('/')[1]!, state };
    });
  });
}

function picturesOf(authored: Authored<unknown>, content: AuthoredContent) {
  const images = authored.mdx ? [...nodesOf(authored.mdx)].filter(({ type }) => type === 'image') : [];
  const drawn = placedIn(authored).flatMap(({ name, text: { id } }) => {
    if (name !== 'Infographic') return [];
    const data = content.infographics.find((one) => one.id === id)?.data;
    return [{ name: id ?? '', hasText: Boolean(data?.description) }];
  });
  return [...images.map(({ url, alt }) => ({ name: url ?? '', hasText: Boolean(alt?.trim()) })), ...drawn];
}

function sourcesOf(authored: Authored<unknown>, content: AuthoredContent) {
  return placedIn(authored).flatMap(({ name, text }) => {
    if (name === 'Source') return [{ id: text['id'] ?? '', reviewBy: text['reviewBy'] ?? null }];
    const source = name === 'Infographic' && content.infographics.find(({ id }) => id === text['id'])?.data?.source;
    return source ? [{ id: source.id, reviewBy: source.reviewBy ?? null }] : [];
  });
}
