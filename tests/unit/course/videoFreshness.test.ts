import { appendFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readTimeline, videoFreshness } from '../../../src/course/videoFreshness.ts';

const root = join(import.meta.dirname, '../../..');
const video = 'tervetuloa-tyokyvyn-tukeen';

/** A copy of what one video is made from and of what was built of it. */
async function copied(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'oppihetki-video-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const part of ['videos/_theme', `videos/${video}`, `public/videos/${video}`, 'tools/videos/recipe.ts']) {
    await mkdir(dirname(join(folder, part)), { recursive: true });
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

it('a built video is fresh, whatever the line ends of its texts', async () => {
  const folder = await copied();
  expect(await videoFreshness(folder, video, 'fi')).toBe('fresh');
  const storyboard = join(folder, 'videos', video, 'storyboard.fi.yaml');
  await writeFile(storyboard, (await readFile(storyboard, 'utf8')).replaceAll('\n', '\r\n'));
  expect(await videoFreshness(folder, video, 'fi')).toBe('fresh');
});

it.each([
  ['its storyboard', `videos/${video}/storyboard.fi.yaml`],
  ['the theme', 'videos/_theme/theme.css'],
  ['the recipe', 'tools/videos/recipe.ts'],
])('a change of %s makes it stale', async (_what, file) => {
  const folder = await copied();
  await appendFile(join(folder, file), '\n');
  expect(await videoFreshness(folder, video, 'fi')).toBe('stale');
});

it('a recording of its narration makes it stale', async () => {
  const folder = await copied();
  const narration = join(folder, 'videos', video, 'narration', 'fi');
  await mkdir(narration, { recursive: true });
  await writeFile(join(narration, '01-01.wav'), 'RIFF');
  expect(await videoFreshness(folder, video, 'fi')).toBe('stale');
});

it('a video whose file is missing is not built', async () => {
  const folder = await copied();
  const { files } = (await readTimeline(folder, video, 'fi'))!;
  await rm(join(folder, 'public', files.captions));
  expect(await videoFreshness(folder, video, 'fi')).toBe('unbuilt');
  expect(await videoFreshness(folder, 'nothing', 'fi')).toBe('unbuilt');
});
