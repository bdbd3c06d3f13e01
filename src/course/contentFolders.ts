/** Where authors' files lie, from the project's root. `src/content.config.ts` binds the same folders to Astro. */
export const contentFolders = {
  courses: 'src/content/courses',
  modules: 'src/content/modules',
  quizzes: 'quizzes',
  glossary: 'src/content/glossary',
  sources: 'src/content/sources',
  accessibility: 'src/content/accessibility',
  infographics: 'src/content/infographics',
  videos: 'videos',
} as const;

export const glossaryFile = `${contentFolders.glossary}/terms.yaml`;
export const sourcesFile = `${contentFolders.sources}/sources.yaml`;
/** Checks of accessibility by people, and what the browser tests looked at last. */
export const accessibilityFile = `${contentFolders.accessibility}/checks.yaml`;
export const automatedChecksFile = `${contentFolders.accessibility}/automated.json`;
export const readabilityFile = 'src/content/readability.txt';
export const wordsFile = 'src/content/words.txt';
export const ledgerFile = 'src/content/published-ids.txt';

export type ContentKind =
  | 'course'
  | 'module'
  | 'section'
  | 'quiz'
  | 'glossary'
  | 'sources'
  | 'accessibility'
  | 'automated'
  | 'infographic'
  | 'storyboard'
  | 'timeline';

/** What a file of a content folder is, by its path from the root with forward slashes; null when nobody reads it. */
export function kindOf(file: string): ContentKind | null {
  if (file === glossaryFile) return 'glossary';
  if (file === sourcesFile) return 'sources';
  if (file === accessibilityFile) return 'accessibility';
  if (file === automatedChecksFile) return 'automated';
  if (/^src\/content\/courses\/[^/]+\.yaml$/.test(file)) return 'course';
  if (/^src\/content\/modules\/[^/]+\/index\.mdx$/.test(file)) return 'module';
  if (/^src\/content\/modules\/[^/]+\/[^/]+\.mdx$/.test(file)) return 'section';
  if (/^src\/content\/infographics\/[^/]+\.yaml$/.test(file)) return 'infographic';
  if (/^videos\/[^/]+\/storyboard\.[a-z]+\.yaml$/.test(file)) return 'storyboard';
  if (/^videos\/[^/]+\/timeline\.[a-z]+\.json$/.test(file)) return 'timeline';
  if (/^quizzes\/[^/]+\.yaml$/.test(file)) return 'quiz';
  return null;
}
