import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { accessibilityCheckSchema, automatedCheckSchema } from './schemas/accessibility.ts';
import { courseSchema } from './schemas/course.ts';
import { moduleSchema } from './schemas/module.ts';
import { quizSchema } from './schemas/quiz.ts';
import { sectionSchema } from './schemas/section.ts';
import { sourceSchema } from './schemas/source.ts';
import { termSchema } from './schemas/glossary.ts';
import { videoTimelineSchema } from './schemas/videoTimeline.ts';
import { infographicSchema } from './schemas/infographic.ts';

export const collections = {
  courses: defineCollection({
    loader: glob({ base: './src/content/courses', pattern: '*.yaml' }),
    schema: courseSchema,
  }),
  modules: defineCollection({
    loader: glob({
      base: './src/content/modules',
      pattern: '*/index.mdx',
      generateId: ({ entry }) => entry.split('/')[0]!,
    }),
    schema: moduleSchema,
  }),
  sections: defineCollection({
    loader: glob({
      base: './src/content/modules',
      pattern: ['*/*.mdx', '!*/index.mdx'],
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
    schema: sectionSchema,
  }),
  quizzes: defineCollection({ loader: glob({ base: './quizzes', pattern: '*.yaml' }), schema: quizSchema }),
  infographics: defineCollection({
    loader: glob({ base: './src/content/infographics', pattern: '*.yaml' }),
    schema: infographicSchema,
  }),
  videos: defineCollection({
    loader: glob({
      base: './videos',
      pattern: '*/timeline.*.json',
      generateId: ({ entry }) => entry.replace(/timeline\.([a-z]+)\.json$/, '$1'),
    }),
    schema: videoTimelineSchema,
  }),
  glossary: defineCollection({ loader: file('./src/content/glossary/terms.yaml'), schema: termSchema }),
  sources: defineCollection({ loader: file('./src/content/sources/sources.yaml'), schema: sourceSchema }),
  accessibilityChecks: defineCollection({
    loader: file('./src/content/accessibility/checks.yaml'),
    schema: accessibilityCheckSchema,
  }),
  automatedChecks: defineCollection({
    loader: file('./src/content/accessibility/automated.json'),
    schema: automatedCheckSchema,
  }),
};
