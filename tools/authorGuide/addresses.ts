import { type ContentKind, kindOf } from '../../src/course/contentFolders.ts';

/** Where the authors' guide stands under the development server. A build has nothing of it. */
export const guidePath = '/__opas/';

/** Headings of the guide that other pages lead to. A test holds that the guide has them. */
const parts = {
  error: 'Korjaa virhe',
  figure: 'Korjaa luku minuutissa',
  section: 'Kirjoita osion teksti',
  quiz: 'Kirjoita kysymykset',
  infographic: 'Tee infografiikka',
  video: 'Tee video',
  entry: 'Lisää termi tai lähde',
  module: 'Tee uusi moduuli',
  publish: 'Julkaise',
} as const;

export const guideHeadings: readonly string[] = Object.values(parts);

/** A part of the guide, by its heading. */
export interface GuideLink {
  readonly heading: string;
  readonly href: string;
}

const ofKind: Partial<Record<ContentKind, readonly (keyof typeof parts)[]>> = {
  course: ['module', 'publish'],
  module: ['module', 'publish'],
  section: ['section', 'figure'],
  quiz: ['quiz'],
  infographic: ['infographic'],
  storyboard: ['video'],
  glossary: ['entry'],
  sources: ['entry'],
};

/**
 * The parts of the guide that help with a page, the nearest first.
 * @param files what the page is made of, by path
 * @param hasFindings whether something of it is to be mended
 */
export function guideLinks(files: readonly string[], hasFindings: boolean): GuideLink[] {
  const kinds = files.flatMap((file) => kindOf(file) ?? []);
  const wanted = [...(hasFindings ? (['error'] as const) : []), ...kinds.flatMap((kind) => ofKind[kind] ?? [])];
  return [...new Set(wanted)].map((part) => ({ heading: parts[part], href: `${guidePath}#${slugOf(parts[part])}` }));
}

/** The anchor of a heading, as GitHub and the renderer of the guide make it. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
