import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listVideos, readStoryboard } from '../../../../tools/videos/storyboards.ts';
import { copiedVideo, video } from '../../../support/videoProject.ts';

const name = { video, lang: 'fi' } as const;

describe('storyboards', () => {
  it('are found by their folder and language; the theme is none', async () => {
    const root = await copiedVideo();
    await writeFile(join(root, 'videos', video, 'storyboard.sv.yaml'), '');
    await writeFile(join(root, 'videos', video, 'storyboard.xx.yaml'), '');
    expect(await listVideos(root)).toEqual([name, { video, lang: 'sv' }]);
  });

  it('come with the recordings of their narration', async () => {
    const root = await copiedVideo();
    const folder = join(root, 'videos', video, 'narration', 'fi');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '01-01.wav'), 'RIFF');
    const { storyboard, findings } = await readStoryboard(root, name);
    expect(findings).toEqual([]);
    expect([...storyboard!.recordings]).toEqual([['01-01.wav', join(folder, '01-01.wav')]]);
  });

  it('are not built while a recording belongs to no sentence, as after a sentence was taken away', async () => {
    const root = await copiedVideo();
    const folder = join(root, 'videos', video, 'narration', 'fi');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '01-01.wav'), 'RIFF');
    await rename(join(folder, '01-01.wav'), join(folder, '99-01.wav'));
    const { storyboard, findings } = await readStoryboard(root, name);
    expect(storyboard).toBeNull();
    expect(findings).toMatchObject([{ rule: 'recording-stray', severity: 'error' }]);
    expect(findings[0]!.message).toContain('99-01.wav');
  });

  it('with a mistake are told with its line', async () => {
    const root = await copiedVideo();
    await writeFile(join(root, 'videos', video, 'storyboard.fi.yaml'), 'title: Video\nscenes: []\n');
    const { storyboard, findings } = await readStoryboard(root, name);
    expect(storyboard).toBeNull();
    expect(findings.map(({ line }) => line)).toContain(2);
  });
});
