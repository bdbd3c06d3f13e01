import type { CourseData } from '../schemas/course.ts';
import type { TermData } from '../schemas/glossary.ts';
import type { ModuleData } from '../schemas/module.ts';
import type { QuizData } from '../schemas/quiz.ts';
import type { SectionData } from '../schemas/section.ts';
import type { SourceData } from '../schemas/source.ts';
import type { VideoTimeline } from '../schemas/videoTimeline.ts';

/** One entry of a collection: what Astro's `getCollection` gives, and what `readContent` reads from the disk. */
export interface ContentEntry<Data> {
  /** `kurssiesittely` for a module, `kurssiesittely/tervetuloa` for a section, the file's name for a course or quiz. */
  readonly id: string;
  readonly data: Data;
  /** The MDX after the frontmatter, where the entry has one. */
  readonly body?: string;
}

/** What a course tree is built from. */
export interface ContentEntries {
  readonly courses: readonly ContentEntry<CourseData>[];
  readonly modules: readonly ContentEntry<ModuleData>[];
  readonly sections: readonly ContentEntry<SectionData>[];
  readonly quizzes: readonly ContentEntry<QuizData>[];
  /** Built videos, by `video/language`. */
  readonly videos: readonly ContentEntry<VideoTimeline>[];
}

/** All that authors write: what the content check looks at. */
export interface AuthoredEntries extends ContentEntries {
  readonly glossary: readonly ContentEntry<TermData>[];
  readonly sources: readonly ContentEntry<SourceData>[];
}
