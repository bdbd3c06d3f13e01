import { kindOf } from '../../src/course/contentFolders.ts';

/** Where the editor stands under the development server: no page's language, and nothing of the build. */
export const editorPath = '/__muokkaus/';

/** What can be edited in a form. A term or a source is an entry of its file; `file` is anything whose YAML cannot be read. */
export const editedKinds = [
  'course',
  'module',
  'section',
  'quiz',
  'infographic',
  'video',
  'term',
  'source',
  'accessibility',
] as const;
export type EditedKind = (typeof editedKinds)[number];

/** The address of a thing's form. `id` has slashes where the content's ids do: `kurssiesittely/tervetuloa`. */
export function formPath(kind: EditedKind, id: string): string {
  return `${editorPath}${kind}/${id}/`;
}

/**
 * The address of the form of a content file, for links from elsewhere; null for a file that no form edits.
 * @param file its path from the project's root, with forward slashes
 */
export function editorPathOf(file: string): string | null {
  const parts = file.replace(/\.[a-z]+$/, '').split('/');
  switch (kindOf(file)) {
    case 'course':
      return formPath('course', parts[3]!);
    case 'module':
      return formPath('module', parts[3]!);
    case 'section':
      return formPath('section', `${parts[3]}/${parts[4]}`);
    case 'infographic':
      return formPath('infographic', parts[3]!);
    case 'quiz':
      return formPath('quiz', parts[1]!);
    case 'storyboard':
      return formPath('video', `${parts[1]}/${file.split('.').at(-2)}`);
    case 'glossary':
      return `${editorPath}#term`;
    case 'sources':
      return `${editorPath}#source`;
    case 'accessibility':
      return `${editorPath}#accessibility`;
    case 'automated':
    case 'timeline':
    case null:
      return null;
  }
}
