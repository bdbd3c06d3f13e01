import type { QuizData } from '../schemas/quiz.ts';
import type { Finding } from './finding.ts';
import type { Replaced } from './replaced.ts';
import type { ReviewDay } from './reviewDay.ts';
import type { CourseTree } from './tree.ts';

/**
 * What a build hands to the server: the course tree and the quizzes with their answer keys.
 * Written to `dist/server/course.json`; it must never reach `dist/client`.
 */
export interface CourseArtefact {
  readonly format: 1;
  readonly course: CourseTree;
  /** Quizzes by id, keys and explanations included. */
  readonly quizzes: Readonly<Record<string, QuizData>>;
  /** What the built videos are called and tell of, by `video/language`. */
  readonly videos: Readonly<Record<string, { readonly title: string; readonly description: string }>>;
  /** Published ids that others took the place of: records of the old count for the new. Absent where there are none. */
  readonly replaced?: Replaced;
  /** What the content check told when it was built, for coordinators; absent where it was not asked. */
  readonly findings?: readonly Finding[];
  /** How the translations stood when it was built, for coordinators; absent where nobody counted them. */
  readonly translations?: readonly TranslationCount[];
  /** Claims and the days by which they are to be looked at again; absent where nobody collected them. */
  readonly reviews?: readonly ReviewDay[];
}

/** How the translation of one file's texts stands. */
export interface TranslationCount {
  readonly module: string;
  /** `index` for the module's front page. */
  readonly section: string;
  readonly language: 'sv' | 'en';
  readonly texts: number;
  readonly missing: number;
  /** Translated from a Finnish text that has changed since. */
  readonly stale: number;
}
