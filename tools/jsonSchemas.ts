import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { accessibilityCheckSchema } from '../src/schemas/accessibility.ts';
import { courseSchema } from '../src/schemas/course.ts';
import { termSchema } from '../src/schemas/glossary.ts';
import { id } from '../src/schemas/id.ts';
import { infographicSchema } from '../src/schemas/infographic.ts';
import { quizSchema } from '../src/schemas/quiz.ts';
import { sourceSchema } from '../src/schemas/source.ts';
import { storyboardSchema } from '../src/schemas/storyboard.ts';

/** The YAML files authors write, by the name of their schema. */
const yamlSchemas = {
  accessibility: z.record(id, accessibilityCheckSchema),
  course: courseSchema,
  glossary: z.record(id, termSchema),
  infographic: infographicSchema,
  quiz: quizSchema,
  sources: z.record(id, sourceSchema),
  storyboard: storyboardSchema,
};

/**
 * JSON Schemas of the authors' YAML files, for editors that read the line `# yaml-language-server: $schema=…`: they then complete
 * fields, show the notes and underline mistakes. Draft 7, which editors know best.
 * @returns texts by file name.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(yamlSchemas).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
      return [`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '..', 'schemas');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of jsonSchemas()) await writeFile(join(folder, name), text);
}
