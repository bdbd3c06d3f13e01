import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the guide lies, from the project's root. Its pictures are beside it. */
export const guideFile = 'docs/tekijan-opas.md';
export const pictureFolder = 'docs/images';

/** The text of the guide. */
export function readGuide(root: string): Promise<string> {
  return readFile(join(root, guideFile), 'utf8');
}

/** A picture of the guide; null for a name that is none of its, or no file. */
export async function readPicture(root: string, name: string): Promise<Buffer | null> {
  if (!/^[a-z0-9-]+\.webp$/.test(name)) return null;
  return readFile(join(root, pictureFolder, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
