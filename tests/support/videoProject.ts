import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** The video of `copiedVideo`. */
export const video = 'tervetuloa-tyokyvyn-tukeen';

/** A copy of what one video is made from and of what was built of it, to be changed; removed after the test. @returns its root. */
export async function copiedVideo(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'oppihetki-video-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const part of ['videos/_theme', `videos/${video}`, `public/videos/${video}`, 'tools/videos/recipe.ts']) {
    await mkdir(dirname(join(folder, part)), { recursive: true });
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
