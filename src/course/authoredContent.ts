import type { AccessibilityCheck } from '../schemas/accessibility.ts';
import type { CourseData } from '../schemas/course.ts';
import type { TermData } from '../schemas/glossary.ts';
import type { InfographicData } from '../schemas/infographic.ts';
import type { ModuleData } from '../schemas/module.ts';
import type { QuizData } from '../schemas/quiz.ts';
import type { SectionData } from '../schemas/section.ts';
import type { SourceData } from '../schemas/source.ts';
import type { StoryboardData } from '../schemas/storyboard.ts';
import type { VideoTimeline } from '../schemas/videoTimeline.ts';
import type { AuthoredEntries, ContentEntry } from './entries.ts';
import type { Place } from './finding.ts';
import type { MdxNode } from './mdxBody.ts';

export type Path = readonly (string | number)[];

/** One thing an author wrote, with its place in the file, also when it is not valid. */
export interface Authored<Data> {
  readonly id: string;
  readonly file: string;
  /** What the YAML says; undefined when it cannot be read. */
  readonly raw: unknown;
  /** What the schema made of it; null when it is not valid. */
  readonly data: Data | null;
  /** The 1-based line where a field stands, or the nearest above it. */
  readonly lineOf: (path: Path) => number;
  /** The MDX after the frontmatter, and the line in the file before its first. */
  readonly body?: string;
  readonly linesBeforeBody: number;
  /** The parsed body; null when there is none or it cannot be parsed. */
  readonly mdx: MdxNode | null;
}

/** A file in a content folder that is none of the known kinds: nobody reads it. */
export interface StrayFile {
  readonly file: string;
}

/** Everything authors wrote, as it lies on the disk. */
export interface AuthoredContent {
  readonly courses: readonly Authored<CourseData>[];
  readonly modules: readonly Authored<ModuleData>[];
  readonly sections: readonly Authored<SectionData>[];
  readonly quizzes: readonly Authored<QuizData>[];
  /** Null when the file cannot be read: then no term can be called unknown. */
  readonly glossary: readonly Authored<TermData>[] | null;
  readonly sources: readonly Authored<SourceData>[] | null;
  /** Checks by people that the accessibility statement lists. */
  readonly accessibilityChecks: readonly Authored<AccessibilityCheck>[];
  readonly infographics: readonly Authored<InfographicData>[];
  /** By `video/language`, like the timelines of the built videos. */
  readonly storyboards: readonly Authored<StoryboardData>[];
  readonly timelines: readonly Authored<VideoTimeline>[];
  readonly strays: readonly StrayFile[];
}

/** The valid entries, in the shape of Astro's collections. */
export function validEntries(content: AuthoredContent): AuthoredEntries {
  return {
    courses: valid(content.courses),
    modules: valid(content.modules),
    sections: valid(content.sections),
    quizzes: valid(content.quizzes),
    videos: valid(content.timelines),
    glossary: valid(content.glossary ?? []),
    sources: valid(content.sources ?? []),
  };
}

function valid<Data>(authored: readonly Authored<Data>[]): ContentEntry<Data>[] {
  return authored.flatMap(({ id, data, body }) =>
    data === null ? [] : [{ id, data, ...(body !== undefined && { body }) }],
  );
}

/** Where a field of something authored stands. */
export function placeOf(authored: Authored<unknown>, path: Path = []): Place {
  return { file: authored.file, line: authored.lineOf(path) };
}

/** Where a line of an authored body stands. */
export function placeInBody(authored: Authored<unknown>, bodyLine: number): Place {
  return { file: authored.file, line: authored.linesBeforeBody + bodyLine };
}

/** True when learners see it: neither a draft nor only announced. */
export function isPublished(module: Authored<ModuleData>): boolean {
  return module.data !== null && !module.data.draft && !module.data.announced;
}
