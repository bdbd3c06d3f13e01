import { appendFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTimeline } from '../../../src/course/videoFreshness.ts';
import { run } from '../../../tools/videos.ts';
import { findTools, howToGet } from '../../../tools/videos/requiredTools.ts';
import { copiedVideo, video } from '../../support/videoProject.ts';

async function told(args: readonly string[], root: string): Promise<{ code: number; text: string }> {
  let text = '';
  const code = await run(args, root, { write: (more) => (text += more), colours: false });
  return { code, text };
}

const storyboardOf = (root: string) => join(root, 'videos', video, 'storyboard.fi.yaml');

describe('npm run videos', () => {
  it('leaves a video alone whose storyboard has not changed', async () => {
    const root = await copiedVideo();
    const mp4 = join(root, 'public', (await readTimeline(root, video, 'fi'))!.files.mp4);
    const { mtimeMs } = await stat(mp4);
    expect(await told([], root)).toEqual({ code: 0, text: 'Kaikki videot ovat ajan tasalla.\n' });
    expect(await told([video], root)).toMatchObject({ code: 0 });
    expect((await stat(mp4)).mtimeMs).toBe(mtimeMs);
  });

  it('with --check tells which are stale or unbuilt, and builds none', async () => {
    const root = await copiedVideo();
    expect(await told(['--check'], root)).toEqual({ code: 0, text: `${video} (fi)  ajan tasalla\n` });
    await appendFile(storyboardOf(root), '\n');
    expect(await told(['--check'], root)).toMatchObject({ code: 1, text: expect.stringContaining('vanhentunut') });
    await rm(join(root, 'public'), { recursive: true });
    expect(await told(['--check', video], root)).toEqual({ code: 1, text: `${video} (fi)  tekemättä\n` });
  });

  it('tells a mistake in a storyboard before it asks for any tool', async () => {
    const root = await copiedVideo();
    await appendFile(storyboardOf(root), 'colour: red\n');
    const { code, text } = await told([], root);
    expect(code).toBe(1);
    expect(text).toContain(`videos/${video}/storyboard.fi.yaml`);
    expect(text).not.toContain('apt-get');
  });

  it.each([
    ['--chekc', 'Valintaa --chekc ei ole.'],
    ['toinen-video', 'Videota toinen-video ei ole.'],
  ])('does nothing with %s, and tells what it knows', async (arg, says) => {
    const { code, text } = await told([arg], await copiedVideo());
    expect(code).toBe(2);
    expect(text).toContain(says);
    expect(text).toContain('--check');
  });
});

describe('the tools of videos', () => {
  it('that the machine lacks are told with the command that installs them', () => {
    const text = howToGet({ missing: ['festival', 'chromium'] });
    expect(text).toContain('festival, chromium');
    expect(text).toContain('apt-get install -y --no-install-recommends festival chromium\n');
  });

  it('are only those of the languages that are spoken', () => {
    const found = findTools(new Set(['sv']));
    const names = 'missing' in found ? found.missing : Object.keys(found.versions);
    expect(names).not.toContain('festival');
    expect(names).not.toContain('festvox-suopuhe-mv');
  });
});
