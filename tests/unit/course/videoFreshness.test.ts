import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTimeline, timelineFile, videoFreshness } from '../../../src/course/videoFreshness.ts';
import { videoInputs } from '../../../src/course/videoInputs.ts';
import { copiedVideo as copied, video } from '../../support/videoProject.ts';

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

it('a change of one word that is said makes it stale, and taking the change back makes it fresh again', async () => {
  const folder = await copied();
  const storyboard = join(folder, 'videos', video, 'storyboard.fi.yaml');
  const text = await readFile(storyboard, 'utf8');
  await writeFile(storyboard, text.replace(/(- text: \S+) /, '$1 juuri '));
  expect(await videoFreshness(folder, video, 'fi')).toBe('stale');
  await writeFile(storyboard, text);
  expect(await videoFreshness(folder, video, 'fi')).toBe('fresh');
});

it('neither another language nor a hidden file makes it stale', async () => {
  const folder = await copied();
  const narration = join(folder, 'videos', video, 'narration');
  await mkdir(join(narration, 'fi'), { recursive: true });
  await mkdir(join(narration, 'sv'));
  await writeFile(join(narration, 'sv', '01-01.wav'), 'RIFF');
  await writeFile(join(narration, 'fi', '.DS_Store'), 'x');
  await writeFile(join(folder, 'videos', video, 'storyboard.sv.yaml'), 'title: x');
  expect(await videoFreshness(folder, video, 'fi')).toBe('fresh');
});

describe('the hash of what a video is made from', () => {
  it('tells a moved recording from the same one in its old place', async () => {
    const folder = await copied();
    const narration = join(folder, 'videos', video, 'narration', 'fi');
    await mkdir(narration, { recursive: true });
    await writeFile(join(narration, '01-01.wav'), 'RIFF');
    const before = await videoInputs(folder, video, 'fi');
    await rm(join(narration, '01-01.wav'));
    await writeFile(join(narration, '01-02.wav'), 'RIFF');
    expect(await videoInputs(folder, video, 'fi')).not.toBe(before);
  });

  it('counts every byte of a recording, line ends among them', async () => {
    const folder = await copied();
    const recording = join(folder, 'videos', video, 'narration', 'fi', '01-01.wav');
    await mkdir(join(recording, '..'), { recursive: true });
    await writeFile(recording, 'RIFF\n');
    const before = await videoInputs(folder, video, 'fi');
    await writeFile(recording, 'RIFF\r\n');
    expect(await videoInputs(folder, video, 'fi')).not.toBe(before);
  });

  it('cannot be made without the storyboard or the theme', async () => {
    const folder = await copied();
    await expect(videoInputs(folder, 'nothing', 'fi')).rejects.toThrow('ENOENT');
    await rm(join(folder, 'videos', '_theme'), { recursive: true });
    await expect(videoInputs(folder, video, 'fi')).rejects.toThrow('ENOENT');
  });
});

it.each([
  ['is no JSON', '{'],
  ['lacks what pages need', '{"video": "x"}'],
])('a timeline that %s is none', async (_what, text) => {
  const folder = await copied();
  await writeFile(join(folder, timelineFile(video, 'fi')), text);
  expect(await readTimeline(folder, video, 'fi')).toBeNull();
  expect(await videoFreshness(folder, video, 'fi')).toBe('unbuilt');
});
