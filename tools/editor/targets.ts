import type { z } from 'astro/zod';
import type { Authored, AuthoredContent } from '../../src/course/authoredContent.ts';
import { accessibilityFile, glossaryFile, sourcesFile } from '../../src/course/contentFolders.ts';
import { accessibilityCheckSchema } from '../../src/schemas/accessibility.ts';
import { courseSchema } from '../../src/schemas/course.ts';
import { termSchema } from '../../src/schemas/glossary.ts';
import { infographicSchema } from '../../src/schemas/infographic.ts';
import { moduleSchema } from '../../src/schemas/module.ts';
import { quizSchema } from '../../src/schemas/quiz.ts';
import { sectionSchema } from '../../src/schemas/section.ts';
import { sourceSchema } from '../../src/schemas/source.ts';
import { storyboardSchema } from '../../src/schemas/storyboard.ts';
import type { EditedKind } from './addresses.ts';
import { fieldSchemaOf } from './fields/fieldSchema.ts';
import type { FieldSchema } from './fields/fieldSchema.ts';
import type { FormPlace } from './text/withForm.ts';

/** Something that has a form. */
export interface Target extends FormPlace {
  readonly kind: EditedKind;
  readonly id: string;
  /** What it is called, as far as that can be read. */
  readonly title: string;
  /** What judges it. */
  readonly judge: z.ZodType;
}

const schemas: Readonly<Record<EditedKind, z.ZodType>> = {
  course: courseSchema,
  module: moduleSchema,
  section: sectionSchema,
  quiz: quizSchema,
  infographic: infographicSchema,
  video: storyboardSchema,
  term: termSchema,
  source: sourceSchema,
  accessibility: accessibilityCheckSchema,
};

/** The files that hold many entries, each of which has a form of its own. */
export const sharedFiles: Partial<Readonly<Record<EditedKind, string>>> = {
  term: glossaryFile,
  source: sourcesFile,
  accessibility: accessibilityFile,
};

const fieldSchemas = new Map<EditedKind, FieldSchema>();

function schemaOf(kind: EditedKind): FieldSchema {
  const held = fieldSchemas.get(kind) ?? fieldSchemaOf(schemas[kind]);
  fieldSchemas.set(kind, held);
  return held;
}

/** Everything that has a form, of all that lies in the content folders. */
export function targetsOf(content: AuthoredContent): Target[] {
  const all = (kind: EditedKind, authored: readonly Authored<unknown>[]) => {
    return authored.map(({ id, file, raw }) => targetOf(kind, id, file, raw));
  };
  return [
    ...all('course', content.courses),
    ...all('module', content.modules),
    ...all('section', content.sections),
    ...all('quiz', content.quizzes),
    ...all('infographic', content.infographics),
    ...all('video', content.storyboards),
    ...all('term', content.glossary ?? []),
    ...all('source', content.sources ?? []),
    ...all('accessibility', content.accessibilityChecks),
  ];
}

/** An entry that is to be made in a shared file. */
export function newTarget(kind: 'term' | 'source', id: string): Target {
  return targetOf(kind, id, sharedFiles[kind]!, undefined);
}

function targetOf(kind: EditedKind, id: string, file: string, raw: unknown): Target {
  const path = sharedFiles[kind] === undefined ? [] : [id];
  return { kind, id, file, path, schema: schemaOf(kind), judge: schemas[kind], title: titleOf(raw) ?? id };
}

function titleOf(raw: unknown): string | null {
  const { title, term } = (raw ?? {}) as { title?: unknown; term?: unknown };
  const found = title ?? term;
  return typeof found === 'string' && found !== '' ? found : null;
}
