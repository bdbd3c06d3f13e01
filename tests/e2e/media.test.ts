import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { videoTimelineSchema, type VideoTimeline } from '../../src/schemas/videoTimeline.ts';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import { expectAccessible, expectReflow } from './accessible.ts';
import { expect, readingTest as test } from './site.ts';

const root = join(import.meta.dirname, '..', '..');

/** Every video of the course with the page that shows it. */
async function videosOf({ course }: CourseArtefact): Promise<{ path: string; timeline: VideoTimeline }[]> {
  const placed = course.modules.flatMap((module) =>
    module.sections.flatMap(({ id, videos }) => videos.map((video) => ({ path: `/fi/${module.id}/${id}/`, video }))),
  );
  return Promise.all(
    placed.map(async ({ path, video }) => {
      const text = await readFile(join(root, 'videos', video, 'timeline.fi.json'), 'utf8');
      return { path, timeline: videoTimelineSchema.parse(JSON.parse(text)) };
    }),
  );
}

test('every video loads, seeks by chapter and by its words, and shows the captions of what is said', async ({
  page,
  course,
}) => {
  test.setTimeout(240_000);
  const videos = await videosOf(course);
  expect(videos).toHaveLength(7);
  for (const { path, timeline } of videos) {
    const partial = page.waitForResponse((response) => response.url().endsWith(timeline.files.mp4));
    await page.goto(path);
    expect((await partial).status(), path).toBe(206);
    const player = page.locator('oppi-video');
    const video = player.locator('video');
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState)).toBeGreaterThan(0);
    const length = await video.evaluate((element: HTMLVideoElement) => element.duration);
    expect(Math.abs(length - timeline.duration), path).toBeLessThan(0.3);

    const chapter = timeline.chapters[2]!;
    await player.getByRole('button', { name: chapter.title }).first().click();
    await video.evaluate((element: HTMLVideoElement) => element.pause());
    await expect.poll(() => timeOf(video), path).toBeGreaterThanOrEqual(chapter.start);
    expect(await timeOf(video), path).toBeLessThan(chapter.start + 3);
    await expect(player.locator('.chapters [aria-current]')).toContainText(chapter.title);

    await player.getByText('Teksti videosta').click();
    const sentence = timeline.transcript.at(-2)!;
    await player.getByText(sentence.text, { exact: true }).click();
    await video.evaluate((element: HTMLVideoElement) => element.pause());
    await expect.poll(() => timeOf(video), path).toBeGreaterThanOrEqual(sentence.start);
    await expect
      .poll(async () => plain(sentence.text).includes(plain(await captionOf(video))) && (await captionOf(video)) !== '')
      .toBe(true);
  }
  await expectAccessible(page, 'a video with its words open');
});

test("a section's video has its picture with the first answer, and is itself fetched once it is seen", async ({
  page,
  course,
}) => {
  const { path, timeline } = (await videosOf(course)).at(-1)!;
  const asked: string[] = [];
  const isAsked = () => asked.includes(timeline.files.mp4);
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(path);
  await expect.poll(isAsked).toBe(true);
  expect(asked.filter((one) => one.endsWith('.avif'))).toEqual([]);
  const width = await page.locator('oppi-video video').evaluate(async ({ poster }: HTMLVideoElement) => {
    const picture = Object.assign(new Image(), { src: poster });
    await picture.decode();
    return picture.naturalWidth;
  });
  expect(width).toBeGreaterThan(600);

  asked.length = 0;
  await page.goto(`/fi/${path.split('/')[2]}/print/`);
  await expect(page.locator('oppi-video:defined').last()).toBeAttached();
  await page.waitForLoadState('networkidle');
  expect(isAsked()).toBe(false);
  await page.locator('video').last().scrollIntoViewIfNeeded();
  await expect.poll(isAsked).toBe(true);
});

test('a video plays without JavaScript, its words below it', async ({ browser, server, course }) => {
  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  const [{ path, timeline }] = (await videosOf(course)) as [{ path: string; timeline: VideoTimeline }];
  await page.goto(path);
  await expect(page.locator('video[controls]')).toBeVisible();
  await page.getByText('Teksti videosta').click();
  await expect(page.getByText(timeline.transcript[0]!.text)).toBeVisible();
  await context.close();
});

test('the choice of captions and speed is remembered in the next video', async ({ page, course }) => {
  const [first, second] = await videosOf(course);
  await page.goto(first!.path);
  await page.locator('oppi-video [data-part="speed"]').selectOption('1.5');
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    [...video.textTracks].find(({ kind }) => kind === 'captions')!.mode = 'disabled';
  });
  await page.waitForTimeout(200);
  await page.goto(second!.path);
  const chosen = () =>
    page.locator('video').evaluate((video: HTMLVideoElement) => ({
      speed: video.playbackRate,
      captions: [...video.textTracks].find(({ kind }) => kind === 'captions')!.mode,
    }));
  await expect.poll(chosen).toEqual({ speed: 1.5, captions: 'disabled' });
});

for (const [name, width] of [
  ['320 px', 320],
  ['200 % zoom', 640],
  ['a wide window', 1280],
] as const) {
  test(`every infographic keeps its words inside its picture and has an equal in text at ${name}`, async ({
    page,
    course,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 800 });
    let seen = 0;
    for (const module of course.course.modules) {
      for (const section of module.sections) {
        await page.goto(`/fi/${module.id}/${section.id}/`);
        await expectReflow(page, section.id);
        for (const figure of await page.locator('figure.infographic').all()) {
          seen += 1;
          const picture = figure.locator('svg[role="img"]:visible').first();
          await expect(picture).toHaveAccessibleName(/\S/);
          await expect(picture).toHaveAccessibleDescription(/\S{3}/);
          const { outside, smallest } = await wordsOf(picture);
          expect(outside, section.id).toEqual([]);
          expect(smallest, section.id).toBeGreaterThanOrEqual(13);
          await figure.getByText('Sama tekstinä').click();
          await expect(figure.locator('details li, details td, details dd').first()).toBeVisible();
        }
      }
    }
    expect(seen).toBeGreaterThanOrEqual(10);
  });
}

/** The words of a drawing that leave it, and the smallest size they are shown in, in CSS pixels. */
function wordsOf(picture: Locator): Promise<{ outside: string[]; smallest: number }> {
  return picture.evaluate((svg) => {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')];
    const scale = frame.width / (svg as SVGSVGElement).viewBox.baseVal.width;
    return {
      outside: texts
        .filter((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          return left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1;
        })
        .map(({ textContent }) => textContent),
      smallest: Math.min(...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale)),
    };
  });
}

function timeOf(video: Locator): Promise<number> {
  return video.evaluate((element: HTMLVideoElement) => element.currentTime);
}

function captionOf(video: Locator): Promise<string> {
  return video.evaluate((element: HTMLVideoElement) => {
    const captions = [...element.textTracks].find(({ kind }) => kind === 'captions');
    return [...(captions?.activeCues ?? [])].map((cue) => (cue as VTTCue).text).join(' ');
  });
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
