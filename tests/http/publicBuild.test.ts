import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CourseArtefact } from '../../src/course/artefact.ts';
import { readBuiltCourse } from '../../src/server/openServices.ts';
import { everyTypeCourse } from '../support/everyType.ts';
import { keyLeaks } from '../support/keyLeaks.ts';
import { pageLoader } from '../support/pageLoader.ts';
import { type RunningServer, startServer } from '../support/runningServer.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');
/** Pictures, films and typefaces, and what is there once more in compressed form. */
const notText = /\.(?:br|gz|avif|mp4|woff2)$/;

/** A file's text, also where it is kept compressed under a name that does not say so. */
function textOf(bytes: Buffer): string {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isCompressed ? gunzipSync(bytes) : bytes).toString('utf8');
}

interface PublicFile {
  readonly name: string;
  readonly text: string;
}
let server: RunningServer;
let course: CourseArtefact;
let files: readonly PublicFile[];

beforeAll(async () => {
  server = await startServer();
  course = await readBuiltCourse(dist);
  const client = join(dist, 'client');
  const entries = (await readdir(client, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  files = await Promise.all(
    entries
      .filter(({ name }) => !notText.test(name))
      .map(async ({ name, parentPath }) => {
        const path = join(parentPath, name);
        return { name: path.slice(client.length), text: textOf(await readFile(path)) };
      }),
  );
}, 180_000);
afterAll(() => server?.dispose());

describe('the public build', () => {
  it('is searched whole, and the course asks in every way there is', () => {
    expect(files.length).toBeGreaterThan(50);
    const types = Object.values(course.quizzes).flatMap(({ questions }) => questions.map(({ type }) => type));
    expect([...new Set(types)].toSorted()).toEqual([
      'branching',
      'matching',
      'multiple',
      'ordering',
      'single',
      'true-false',
    ]);
  });

  it('has nothing of the forms in which authors edit, nor of their guide, nor does the server', async () => {
    const built = (await readdir(dist, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const texts = built.filter(({ name }) => /\.(?:html|m?js|css|json)$/.test(name));
    expect(texts.length).toBeGreaterThan(50);
    for (const { name, parentPath } of texts) {
      expect(textOf(await readFile(join(parentPath, name))), join(parentPath, name)).not.toMatch(
        /__muokkaus|content-editor|__opas|author-guide/,
      );
    }
    for (const path of ['/__muokkaus/', '/__opas/']) {
      expect((await fetch(`${server.origin}${path}`)).status, path).toBe(404);
    }
  });

  it('asks the questions, but holds no key, no explanation, no right order or pair, and no step of a case to come', () => {
    for (const { name, text } of files) expect(keyLeaks(text, course.quizzes), name).toEqual([]);
    const shown = files.map(({ text }) => text).join('\n');
    const asked = course.course.modules.flatMap(({ sections }) => sections.flatMap(({ questions }) => questions));
    for (const question of asked) expect(shown).toContain(`data-question="${question}"`);
  });

  it('holds nothing of the author’s bar of the preview', () => {
    for (const { name, text } of files)
      expect(text, name).not.toMatch(/oppi-bar|Tekijän palkki|__author|__open-in-editor/);
  });

  it('holds nothing of the server, no address of its own, and no draft', () => {
    for (const { name, text } of files) {
      expect(name).not.toContain('course.json');
      expect(text, name).not.toMatch(/127\.0\.0\.1|localhost/);
    }
    expect(course.course.modules.filter(({ draft }) => draft)).toEqual([]);
  });

  it('asks nobody else for anything, and runs one script of its own that stands in pages', () => {
    const loaders = new Set<string>();
    for (const { name, text } of files.filter((file) => file.name.endsWith('.html'))) {
      expect(text, name).not.toMatch(/<(?:script|link|img|iframe|source|video)[^>]+(?:src|href)="(?:https?:)?\/\//);
      expect(text.replace(pageLoader, ''), name).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle="|\son\w+="/);
      const loader = pageLoader.exec(text)?.[1];
      if (loader !== undefined) loaders.add(loader);
    }
    expect(loaders.size).toBe(1);
  });
});

describe('the search for keys', () => {
  const { quizzes } = everyTypeCourse;
  const list = (ids: readonly string[]) => ids.map((id) => `<li data-choice="${id}">Text of ${id}</li>`).join('\n');

  it.each([
    ['an explanation', '<p>Why of some</p>'],
    ['the explanation of an item', 'export const a="Why of agree"'],
    ['the explanation of a pair', 'export const a=`Why of coach`'],
    ['the explanation of a choice in a case', '<p hidden>Why of wait</p>'],
    ['an explanation in a property of an element', '<x-y props="{&quot;text&quot;:&quot;Why of none&quot;}">'],
    ['an explanation with escapes', '{"text":"Why \\u006ff none"}'],
    ['a step to come', '<template>The client is silent.</template>'],
    ['a choice of a step to come', '["Text of leave"]'],
    ['how a case ends', '<p>The client trusts you.</p>'],
    ['items in their right order', `<ol>${list(['ask', 'agree', 'act', 'follow'])}</ol>`],
    ['the ids of items in their right order', '["ask","agree","act","follow"]'],
    ['right sides in the order of their left ones', `<ul>${list(['examines', 'trains', 'decides'])}</ul>`],
    ['a right pair', 'data-pair="nurse:examines"'],
    ['a right pair as a statement writes it', '"nurse[.]examines"'],
    ['the key of a choice', '{"id":"best","correct":true}'],
    ['the key of a choice in a property', '<x-y props="{&quot;correct&quot;:[0,true]}">'],
    ['the key of a choice in a script', 'const c={id:"best",correct:!0}'],
    ['where a choice leads', '{"id":"listen","next":"trust"}'],
    ['the pattern of right answers', '{"correctResponsesPattern":["best"]}'],
  ])('finds %s', (_, text) => {
    expect(keyLeaks(`<main>${text}</main>`, quizzes)).not.toEqual([]);
  });

  it('finds nothing in questions as they are shown', () => {
    const select = `<select>${list(['decides', 'examines', 'trains'])}</select>`;
    const shown = `<p>A client arrives.</p>${list(['listen', 'advise', 'some', 'best', 'none'])}
      <ol>${list(['agree', 'ask', 'follow', 'act'])}</ol><ul>${list(['nurse', 'coach', 'office'])}</ul>${select}${select}`;
    expect(keyLeaks(shown, quizzes)).toEqual([]);
  });
});
