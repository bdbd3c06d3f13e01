import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { VideoLanguage } from '../schemas/storyboard.ts';

/** What every video is made from, besides its own folder: how it looks, how it sounds, and its typeface. */
const sharedInputs = [
  'videos/_theme',
  'tools/videos/recipe.ts',
  'node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
  'node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-ext-wght-normal.woff2',
] as const;

const binary = /\.(?:wav|woff2)$/;

/**
 * A SHA-256 over the names and contents of everything one video is made from, hex: its storyboard, the recordings of its narration and
 * what all videos share. The video is stale when its timeline's `inputs` differ. Line ends of text do not count, as git may change them.
 * @param root the project's root folder.
 * @throws the file system's error when the storyboard or something shared cannot be read.
 */
export async function videoInputs(root: string, video: string, lang: VideoLanguage): Promise<string> {
  const hash = createHash('sha256');
  const paths = [`videos/${video}/storyboard.${lang}.yaml`, `videos/${video}/narration/${lang}`, ...sharedInputs];
  for (const path of paths) {
    for (const file of await filesAt(root, path)) {
      const content = await contentOf(join(root, file));
      hash.update(`${file}\0${content.byteLength}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/** The file at a path, or all files below it, sorted; paths from the root with forward slashes. Recordings may be missing. */
async function filesAt(root: string, path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTDIR') return null;
      if (error.code === 'ENOENT' && path.includes('/narration/')) return [];
      throw error;
    },
  );
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

async function contentOf(path: string): Promise<Buffer> {
  const content = await readFile(path);
  return binary.test(path) ? content : Buffer.from(content.toString('utf8').replaceAll('\r\n', '\n'));
}
