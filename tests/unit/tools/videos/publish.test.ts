import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readTimeline } from '../../../../src/course/videoFreshness.ts';
import type { VideoTimeline } from '../../../../src/schemas/videoTimeline.ts';
import { publish } from '../../../../tools/videos/publish.ts';
import { addressesOf } from '../../../../tools/videos/timeline.ts';

async function project() {
  const root = await mkdtemp(join(tmpdir(), 'oppihetki-publish-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'videos', 'v'), { recursive: true });
  const build = async (hash: string, lang: 'fi' | 'sv' = 'fi') => {
    const files = { mp4: 'mp4', captions: 'captions', chapters: 'chapters', poster: 'poster' };
    for (const kind of Object.values(files)) await writeFile(join(root, kind), `${kind} ${hash}`);
    const built = Object.fromEntries(Object.keys(files).map((kind) => [kind, join(root, kind)])) as typeof files;
    await publish(root, timelineOf(hash, lang), built);
  };
  return { root, build, files: async () => (await readdir(join(root, 'public', 'videos', 'v'))).sort() };
}

const namesOf = (hash: string, lang: string) =>
  ['avif', 'captions.vtt', 'chapters.vtt', 'mp4'].map((ending) => `v.${lang}.${hash}.${ending}`);

function timelineOf(hash: string, lang: 'fi' | 'sv'): VideoTimeline {
  return {
    ...{ video: 'v', lang, title: 'V', description: 'V.', duration: 2, width: 1920, height: 1080, bytes: 3 },
    ...{ synthetic: true, inputs: 'a'.repeat(64), madeWith: {} },
    files: addressesOf('v', lang, hash),
    chapters: [{ id: 'alku', title: 'Alku', start: 0, end: 2 }],
    transcript: [{ scene: 'alku', start: 0, end: 1, text: 'Alku.' }],
  };
}

describe('publishing a video', () => {
  it('puts its files where its timeline says', async () => {
    const { root, build, files } = await project();
    await build('0123456789');
    expect(await files()).toEqual(namesOf('0123456789', 'fi'));
    const timeline = (await readTimeline(root, 'v', 'fi'))!;
    expect(timeline).toEqual(timelineOf('0123456789', 'fi'));
    expect(await readFile(join(root, 'public', timeline.files.captions), 'utf8')).toBe('captions 0123456789');
  });

  it('takes the build before it away, and what one that was stopped left, but nothing of another language', async () => {
    const { root, build, files } = await project();
    await build('0000000000');
    await build('1111111111', 'sv');
    await writeFile(join(root, 'public', 'videos', 'v', '.unfinished-v.fi.2222222222.mp4'), 'half');
    await build('3333333333');
    expect(await files()).toEqual([...namesOf('3333333333', 'fi'), ...namesOf('1111111111', 'sv')]);
  });

  it('may be done again with the same bytes', async () => {
    const { build, files } = await project();
    await build('0123456789');
    await build('0123456789');
    expect(await files()).toEqual(namesOf('0123456789', 'fi'));
  });
});
