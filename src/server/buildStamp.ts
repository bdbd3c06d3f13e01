import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a build is made from, below the project's root. */
const inputs = [
  'astro.config.mjs',
  'oppihetki.config.ts',
  'package-lock.json',
  'public',
  'quizzes',
  'src',
  'tools',
  'tsconfig.json',
  'videos',
] as const;

const stampName = 'build-stamp';

/** Whether `dist` was built, to its end, from just what lies in the project now. */
export async function isBuilt(root: string, dist: string): Promise<boolean> {
  const stamp = await readFile(join(dist, stampName), 'utf8').catch(() => null);
  return stamp === (await hashInputs(root));
}

/** Marks a build as finished. Takes the hash from before it began, so that an edit meanwhile is seen. */
export async function markBuilt(dist: string, hash: string): Promise<void> {
  await writeFile(join(dist, stampName), hash);
}

/** A SHA-256 over the names and contents of everything a build is made from, hex. */
export async function hashInputs(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of await filesOf(root, input)) {
      const content = await readFile(join(root, file));
      hash.update(`${file.replaceAll('\\', '/')}\0${content.byteLength}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

async function filesOf(root: string, input: string): Promise<string[]> {
  const entries = await readdir(join(root, input), { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return null;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  if (entries === null) return [input];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
