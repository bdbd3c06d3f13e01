import type { CourseTree } from '../../src/course/tree.ts';

/** One page of each kind the site has, for what is measured of every kind: bytes, and Lighthouse's figures. */
export interface PageKind {
  readonly name: string;
  readonly path: string;
  /** The demo persona who is signed in; null for nobody. */
  readonly persona: 'learner' | 'coordinator' | 'manager' | null;
  /** False for pages that ask search engines to leave them alone. */
  readonly indexed: boolean;
  /** True for an address without a page: what is measured is what is answered there. */
  readonly missing?: boolean;
}

/** Pages in the language of the content, each kind once; the fullest module and its sections stand for the others. */
export function pageKinds(course: CourseTree): readonly PageKind[] {
  const module = course.modules.filter(({ announced }) => !announced).at(-1)!;
  const withVideo = module.sections.find(({ videos }) => videos.length > 0)!;
  const withQuestions = module.sections.find(({ videos, questions }) => videos.length === 0 && questions.length > 0)!;
  const open = (name: string, path: string): PageKind => ({ name, path, persona: null, indexed: true });
  const signedIn = (persona: NonNullable<PageKind['persona']>, name: string, path: string): PageKind => ({
    name,
    path,
    persona,
    indexed: true,
  });
  const unlisted = (kind: PageKind): PageKind => ({ ...kind, indexed: false });
  const section = `/fi/${module.id}/${withVideo.id}/`;
  return [
    open('front', '/fi/'),
    open('module', `/fi/${module.id}/`),
    open('section with a video', section),
    open('section with questions', `/fi/${module.id}/${withQuestions.id}/`),
    open('glossary', '/fi/glossary/'),
    open('sources', '/fi/sources/'),
    open('search', '/fi/search/'),
    open('accessibility', '/fi/accessibility/'),
    open('privacy', '/fi/privacy/'),
    unlisted(open('print', `/fi/${module.id}/print/`)),
    unlisted(open('verify', '/fi/verify/')),
    unlisted(open('sign-in', '/fi/sign-in/')),
    open('offline', '/fi/offline/'),
    { ...unlisted(open('not found', '/fi/not-there/')), missing: true },
    signedIn('learner', 'front, signed in', '/fi/'),
    signedIn('learner', 'module, signed in', `/fi/${module.id}/`),
    signedIn('learner', 'section with a video, signed in', section),
    unlisted(signedIn('learner', 'own learning', '/fi/my/')),
    unlisted(signedIn('manager', 'reports', '/fi/reports/')),
    unlisted(signedIn('coordinator', 'authoring', '/fi/authoring/')),
  ];
}
