import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the guide lies, from the project's root. Its pictures are beside it. */
export const guideFile = 'docs/tekijan-opas.md';
export const pictureFolder = 'docs/images';

/**
 * The text of the guide, in Markdown.
 * @param pictures where its pictures are found; in the file they are named as they lie beside it
 */
export async function readGuide(root: string, pictures: string): Promise<string> {
  return (await readFile(join(root, guideFile), 'utf8')).replaceAll('](images/', `](${pictures}`);
}

/** A picture of the guide; null for a name that is none of its, or no file. */
export async function readPicture(root: string, name: string): Promise<Buffer | null> {
  if (!/^[a-z0-9-]+\.webp$/.test(name)) return null;
  return readFile(join(root, pictureFolder, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
