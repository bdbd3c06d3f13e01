import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../../tools/jsonSchemas.ts';

const root = join(import.meta.dirname, '../../..');
const videos = readdirSync(join(root, 'videos')).filter((name) => !name.startsWith('_'));

describe('the editors’ schemas', () => {
  it.each([...jsonSchemas()])(
    '%s says what the zod schema says; if not, run: node tools/jsonSchemas.ts',
    (name, text) => {
      expect(readFileSync(join(root, 'schemas', name), 'utf8')).toBe(text);
    },
  );

  it.each([
    ['src/content/courses', '../../../schemas/course.schema.json'],
    ['src/content/glossary', '../../../schemas/glossary.schema.json'],
    ['src/content/accessibility', '../../../schemas/accessibility.schema.json'],
    ['src/content/sources', '../../../schemas/sources.schema.json'],
    ['src/content/infographics', '../../../schemas/infographic.schema.json'],
    ['quizzes', '../schemas/quiz.schema.json'],
    ...videos.map((video) => [`videos/${video}`, '../../schemas/storyboard.schema.json']),
  ])('every YAML file in %s names its schema in the first line', (folder, schema) => {
    for (const file of readdirSync(join(root, folder)).filter((name) => name.endsWith('.yaml'))) {
      const [first] = readFileSync(join(root, folder, file), 'utf8').split(/\r?\n/);
      expect(`${file}: ${first}`).toBe(`${file}: # yaml-language-server: $schema=${schema}`);
    }
  });
});
