import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuthoredContent } from '../../../src/course/authoredContent.ts';
import { builtVideoFindings } from '../../../src/course/builtVideos.ts';
import { readContent } from '../../../src/course/readContent.ts';
import { readTimeline } from '../../../src/course/videoFreshness.ts';
import { copiedVideo, video } from '../../support/videoProject.ts';

const { content } = await readContent(join(import.meta.dirname, '../../..'));
const oneVideo: AuthoredContent = {
  ...content,
  storyboards: content.storyboards.filter(({ id }) => id === `${video}/fi`),
};
const storyboard = `videos/${video}/storyboard.fi.yaml`;

describe('a video that a published module shows', () => {
  it('has no findings while it is fresh', async () => {
    expect(await builtVideoFindings(await copiedVideo(), oneVideo)).toEqual([]);
  });

  it('is an error once it is stale, with the command that mends it', async () => {
    const root = await copiedVideo();
    await appendFile(join(root, storyboard), '\n');
    const findings = await builtVideoFindings(root, oneVideo);
    expect(findings).toMatchObject([{ rule: 'video-stale', severity: 'error', file: storyboard }]);
    expect(findings[0]!.fix).toContain(`npm run videos -- ${video}`);
  });

  it('is an error when a file of it is missing', async () => {
    const root = await copiedVideo();
    await rm(join(root, 'public'), { recursive: true });
    expect(await builtVideoFindings(root, oneVideo)).toMatchObject([{ rule: 'video-unbuilt', severity: 'error' }]);
  });

  it('is warned of when it is larger than a phone’s connection likes', async () => {
    const root = await copiedVideo();
    const { mp4 } = (await readTimeline(root, video, 'fi'))!.files;
    await truncate(join(root, 'public', mp4), 5_000_001);
    expect(await builtVideoFindings(root, oneVideo)).toMatchObject([{ rule: 'video-large', severity: 'warning' }]);
  });

  it('has its captions read as well', async () => {
    const root = await copiedVideo();
    const { captions } = (await readTimeline(root, video, 'fi'))!.files;
    const file = join(root, 'public', captions);
    await writeFile(file, (await readFile(file, 'utf8')).replace(/\n(\p{L}+) /u, `\n${'a'.repeat(50)} $1 `));
    const findings = await builtVideoFindings(root, oneVideo);
    expect(findings).toMatchObject([{ rule: 'caption-length', file: `public${captions}` }]);
  });
});

it('a video that no published module shows yet may be unbuilt: that is a warning', async () => {
  const root = await copiedVideo();
  await rm(join(root, 'public'), { recursive: true });
  const findings = await builtVideoFindings(root, { ...oneVideo, sections: [] });
  expect(findings).toMatchObject([{ rule: 'video-unbuilt', severity: 'warning' }]);
});
