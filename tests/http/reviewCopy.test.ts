import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import type { QuestionData } from '../../src/schemas/quiz.ts';
import type { VideoTimeline } from '../../src/schemas/videoTimeline.ts';
import { readBuiltCourse } from '../../src/server/openServices.ts';
import { keyLeaks } from '../support/keyLeaks.ts';
import { explanationsOf } from '../support/responses.ts';
import { type RunningServer, startServer } from '../support/runningServer.ts';

const root = join(import.meta.dirname, '..', '..');
let server: RunningServer;
let course: CourseArtefact;
let coordinator: string;

beforeAll(async () => {
  server = await startServer();
  course = await readBuiltCourse(join(root, 'dist'));
  coordinator = await cookieOf('coordinator');
}, 180_000);
afterAll(() => server?.dispose());

async function cookieOf(persona: string): Promise<string> {
  const body = new URLSearchParams({ persona });
  const response = await fetch(`${server.origin}/sign-in`, { method: 'POST', body, redirect: 'manual' });
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

const get = (path: string, cookie = coordinator) =>
  fetch(`${server.origin}${path}`, { headers: { cookie }, redirect: 'manual' });

/** The words of a page without its tags, one space between them. */
async function wordsOf(path: string): Promise<string> {
  const response = await get(path);
  expect(response.status).toBe(200);
  return plain(await response.text());
}

function plain(html: string): string {
  const text = html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  return spaced(
    text
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>'),
  );
}

const spaced = (text: string) => text.replace(/\s+/g, ' ');

/** What has to stand in a copy about a question, in this order: its key in words. */
function keyInWords(question: QuestionData): readonly string[] {
  switch (question.type) {
    case 'ordering':
      return question.items.flatMap(({ text, explanation }, index) => [`${index + 1}. ${text}`, explanation]);
    case 'matching':
      return question.pairs.map(({ left, right, explanation }) => `${left.text} pari: → ${right.text} ${explanation}`);
    case 'branching':
      return question.steps.flatMap(({ text, choices = [] }, index) => [
        `Vaihe ${index + 1}. ${text}`,
        ...choices.map((choice) => {
          const next = question.steps.findIndex(({ id }) => id === choice.next) + 1;
          return `${choice.text} → vie vaiheeseen ${next} ${choice.explanation}`;
        }),
      ]);
    case 'single':
    case 'multiple':
    case 'true-false':
      return question.choices.map(
        ({ text, correct, explanation }) => `${text} ${correct ? '✓ Oikein.' : '✗ Väärin.'} ${explanation}`,
      );
  }
}

describe('the review copy of a module', () => {
  it('is for coordinators alone, in the language of whoever asks', async () => {
    const path = '/sv/authoring/review/kurssiesittely/';
    const nobody = await get(path, '');
    expect([nobody.status, nobody.headers.get('location')]).toEqual([
      303,
      `/sv/sign-in/?returnTo=${encodeURIComponent(path)}`,
    ]);
    for (const persona of ['learner', 'manager']) {
      const refused = await get(path, await cookieOf(persona));
      const page = await refused.text();
      expect([refused.status, keyLeaks(page, course.quizzes)], persona).toEqual([403, []]);
      expect(page, persona).toContain('<html lang="sv"');
    }
    const shown = await get(path);
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const page = await shown.text();
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toContain('<h1 lang="fi">Kurssiesittely</h1>');
    expect(page).toContain('Granskningskopia');
  });

  it('is not found where there is no such module', async () => {
    const missing = await get('/en/authoring/review/no-such-module/');
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('<html lang="en"');
  });

  it('is linked from the page of the content, for each module', async () => {
    const page = await (await get('/fi/authoring/')).text();
    for (const { id } of course.course.modules) expect(page).toContain(`href="/fi/authoring/review/${id}/"`);
  });

  it('holds every question with its number, its choices, what is right, and why', async () => {
    for (const module of course.course.modules) {
      const words = await wordsOf(`/fi/authoring/review/${module.id}/`);
      const asked = [...new Set(module.sections.flatMap(({ questions }) => questions))];
      let from = words.indexOf('1 ' + module.sections[0]!.title, words.indexOf('Moduulin etusivu index') + 1);
      for (const [index, reference] of asked.entries()) {
        const [quiz = '', id] = reference.split('/');
        const question = course.quizzes[quiz]!.questions.find((one) => one.id === id)!;
        from = words.indexOf(`Kysymys ${index + 1} `, from);
        expect(from, reference).toBeGreaterThan(0);
        expect(words, reference).toContain(spaced(question.prompt));
        for (const told of keyInWords(question)) expect(words, reference).toContain(spaced(told));
        for (const why of explanationsOf(question)) expect(words, reference).toContain(spaced(why));
      }
    }
  });

  it('holds all that is said in its videos, the text of its pictures, its sources and terms', async () => {
    const words = await wordsOf('/fi/authoring/review/tyokyvyn-tuki-asiakastyossa/');
    const module = course.course.modules.find(({ id }) => id === 'tyokyvyn-tuki-asiakastyossa')!;
    const videos = module.sections.flatMap((section) => section.videos);
    expect(videos.length).toBeGreaterThan(0);
    for (const video of videos) {
      const file = join(root, 'videos', video, 'timeline.fi.json');
      const { transcript, description } = JSON.parse(await readFile(file, 'utf8')) as VideoTimeline;
      for (const { text } of transcript) expect(words, video).toContain(spaced(text));
      expect(words).toContain(`Tekstivastine: ${spaced(description)}`);
    }
    expect(words).toContain('src/content/modules/tyokyvyn-tuki-asiakastyossa/huomaa-ja-kysy.mdx');
    expect(words).toMatch(/Pirkanmaan työkykyhanke \(tiivistelmä\) .{0,40}21\.12\.2022/);
    expect(words).toMatch(/tarkistettava viimeistään 30\.6\.2027/);
    expect(words).toContain('työkykypistemäärä');
  });

  it('is in no file of the public build', async () => {
    const names = await readdir(join(root, 'dist', 'client'), { recursive: true });
    expect(names.filter((name) => name.includes('authoring') && !/^_astro\b/.test(name))).toEqual([]);
  });
});

describe('npm run review:copy', () => {
  it('writes the page as one file that asks nobody for anything, and leaves the data alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'oppihetki-review-'));
    const dataDir = join(folder, 'data');
    const out = join(folder, 'kopio.html');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(root, 'tools', 'reviewCopy.ts'), 'kurssiesittely', '--lang', 'en', '--out', out],
      // Settings of the service that the command has to pass by.
      { cwd: folder, env: { ...process.env, DATA_DIR: dataDir, AUTH: 'oidc', HOST: '0.0.0.0' } },
    );
    expect(stdout).toContain(out);
    await expect(stat(dataDir)).rejects.toThrow('ENOENT');
    const html = await readFile(out, 'utf8');
    await rm(folder, { recursive: true });
    expect(html).not.toMatch(/<(?:script|link|iframe|source|video|base)\b/);
    const loaded = [...html.matchAll(/(?:\ssrc="|url\(["']?)([^"')]{0,40})/g)].map(([, address]) => address!);
    expect(loaded.length).toBeGreaterThan(2);
    for (const address of loaded) expect(address).toMatch(/^data:|^#/);
    for (const [, href] of html.matchAll(/\shref="([^"]*)"/g)) expect(href).toMatch(/^#|^https:/);
    for (const [, place] of html.matchAll(/\shref="#([^"]*)"/g)) expect(html).toContain(` id="${place}"`);
    const page = await (await get('/en/authoring/review/kurssiesittely/')).text();
    const article = plain(/<article class="review-copy"[\s\S]*<\/article>/.exec(page)![0]);
    expect(plain(html)).toContain(article);
  });
});
