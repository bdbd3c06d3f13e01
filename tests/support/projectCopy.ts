import { cp, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
/** What the site and its preview are made of; data and builds stay behind. */
const parts = [
  'astro.config.mjs',
  'docs',
  'oppihetki.config.ts',
  'package.json',
  'public',
  'quizzes',
  'src',
  'tools',
  'tsconfig.json',
  'videos',
];

/** Copies the project into a folder of its own, whose files a test may break. @returns the folder */
export async function projectCopy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'oppihetki-copy-'));
  for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
