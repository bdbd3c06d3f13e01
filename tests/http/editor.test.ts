import {
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editorPath, editorPathOf } from '../../tools/editor/addresses.ts';
import { createEditor } from '../../tools/editor/app.ts';
import { soundRoot } from '../support/contentFixture.ts';

const host = '127.0.0.1:4321';
const sectionFile = 'src/content/modules/alku/sanat.mdx';
const quizFile = 'quizzes/alku.yaml';
let root: string;
let editor: ReturnType<typeof createEditor>;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'oppihetki-editor-'));
  cpSync(soundRoot, root, { recursive: true });
  editor = createEditor(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const text = (file: string) => readFileSync(join(root, file), 'utf8');

interface Sent {
  readonly headers?: Record<string, string>;
  readonly address?: string;
}

function ask(
  path: string,
  init: RequestInit = {},
  { headers = {}, address = '127.0.0.1' }: Sent = {},
): Promise<Response> {
  const socket = { remoteAddress: address } as never;
  const sent = { host, ...headers, ...(init.headers as Record<string, string> | undefined) };
  return Promise.resolve(editor.request(`http://${host}${path}`, { ...init, headers: sent }, { incoming: { socket } }));
}

/** A form as a browser reads it: what it would send, unchanged. */
async function formAt(path: string): Promise<URLSearchParams> {
  const page = await (await ask(path)).text();
  const form = new URLSearchParams();
  const form_ = page.slice(page.indexOf('<form'));
  for (const [, tag, attributes = '', inner = ''] of form_.matchAll(
    /<(input|textarea|select)\b([^>]*)>(?:([^]*?)<\/\1\s*>)?/g,
  )) {
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
    if (name === undefined) continue;
    const value = /\bvalue="([^"]*)"/.exec(attributes)?.[1] ?? '';
    if (tag === 'textarea') form.append(name, unescaped(inner.replace(/^\n/, '')).replaceAll('\n', '\r\n'));
    else if (tag === 'select')
      form.append(
        name,
        unescaped(/value="([^"]*)"\s+selected/.exec(inner)?.[1] ?? /value="([^"]*)"/.exec(inner)?.[1] ?? ''),
      );
    else if (!attributes.includes('type="checkbox"') || /\bchecked\b/.test(attributes))
      form.append(name, unescaped(value));
  }
  return form;
}

function unescaped(source: string): string {
  return source.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) => {
    return code ? String.fromCharCode(Number(code)) : { amp: '&', lt: '<', gt: '>', quot: '"' }[name]!;
  });
}

function send(path: string, form: URLSearchParams, sent: Sent = {}): Promise<Response> {
  const headers = { origin: `http://${host}`, 'content-type': 'application/x-www-form-urlencoded' };
  return ask(path, { method: 'POST', body: form.toString() }, { ...sent, headers: { ...headers, ...sent.headers } });
}

const sectionPath = editorPathOf(sectionFile)!;
const quizPath = editorPathOf(quizFile)!;

describe('a form', () => {
  it('is listed, opens, and changes no byte when it is sent as it is', async () => {
    const list = await (await ask(editorPath)).text();
    const paths = [...list.matchAll(/href="(\/__muokkaus\/[^"#?]+\/)"/g)]
      .map(([, path]) => path!)
      .filter((path) => path !== editorPath);
    expect(paths).toEqual(expect.arrayContaining([sectionPath, quizPath]));
    const before = new Map(everyFile().map((file) => [file, text(file)]));
    for (const path of new Set(paths)) {
      const answer = await send(path, await formAt(path));
      expect(`${path} ${answer.status}`).toBe(`${path} 303`);
    }
    for (const [file, was] of before) expect(text(file), file).toBe(was);
    expect(everyFile()).toEqual([...before.keys()]);
  });

  it('changes the line of what was edited and says that it is saved', async () => {
    const was = text(sectionFile);
    const form = await formAt(sectionPath);
    form.set('f:title', 'Sanat: uusi nimi');
    const answer = await send(sectionPath, form);
    expect(answer.status).toBe(303);
    expect(text(sectionFile)).toBe(was.replace(/^title: .*$/m, 'title: "Sanat: uusi nimi"'));
    const after = await (await ask(answer.headers.get('location')!)).text();
    expect(after).toContain('role="status"');
    expect(after).toContain('Tallennettu');
  });

  it('saves what is half ready, and tells at the field what is missing', async () => {
    const form = await formAt(sectionPath);
    form.set('f:lead', '');
    form.set('body', `${form.get('body')}\r\n<Question id="alku/olematon" />\r\n`);
    const answer = await send(sectionPath, form);
    expect(answer.status).toBe(303);
    const after = await (await ask(answer.headers.get('location')!)).text();
    expect(after).toMatch(/id="k-lead"[^>]*aria-describedby="[^"]*k-lead-virhe"[^>]*aria-invalid="true"/);
    expect(after).toContain('Tämä kenttä puuttuu.');
    expect(after).toMatch(/id="k-body-virhe"[^]*?Tekstin rivi \d+: /);
  });

  it('adds to a list without saving, and takes the variant that is asked for', async () => {
    const was = text(quizFile);
    const form = await formAt(quizPath);
    form.append('v:questions', 'ordering');
    form.set('v:questions', 'ordering');
    form.set('do', 'add:questions');
    const answer = await (await send(quizPath, form)).text();
    const count = Number(form.get('n:questions'));
    expect(answer).toContain(`name="n:questions" value="${count + 1}"`);
    expect(answer).toContain(`name="f:questions.${count}.items.2.text"`);
    expect(text(quizFile)).toBe(was);
  });

  it('takes a number as it is written in Finnish', async () => {
    const path = editorPathOf('src/content/modules/alku/index.mdx')!;
    const put = await formAt(path);
    put.set('g:closingQuiz', '1');
    put.set('f:closingQuiz.quiz', 'alku');
    put.set('f:closingQuiz.mastery', ' 0,8 ');
    expect((await send(path, put)).status).toBe(303);
    expect(text('src/content/modules/alku/index.mdx')).toContain('closingQuiz:\n  quiz: alku\n  mastery: 0.8\n');
  });

  it('makes a new term, and refuses an id that cannot be one', async () => {
    const answer = await ask(`${editorPath}?term=uusi-sana`);
    const path = answer.headers.get('location')!;
    const form = await formAt(path);
    form.set('f:term', 'uusi sana');
    const was = text('src/content/glossary/terms.yaml');
    expect((await send(path, form)).status).toBe(303);
    expect(text('src/content/glossary/terms.yaml')).toBe(
      `${was}uusi-sana:\n  term: uusi sana\n  explanation: ""\n  source: ""\n`,
    );
    expect((await ask(`${editorPath}?term=Uusi sana`)).status).toBe(400);
  });

  it('tells where a file that cannot be read is broken, and does not touch it', async () => {
    writeFileSync(join(root, quizFile), 'title: "auki\nquestions: []\n');
    const answer = await ask(quizPath);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(`${quizFile}, rivi 1`);
  });
});

describe('a file that changed meanwhile', () => {
  it('is not written over unless its author says so, and the text in the form is kept', async () => {
    const form = await formAt(sectionPath);
    const changed = text(sectionFile).replace(/^lead: .*$/m, 'lead: Toisaalla muutettu.');
    writeFileSync(join(root, sectionFile), changed);
    form.set('f:title', 'Minun otsikkoni');
    const refused = await send(sectionPath, form);
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain('Tiedosto on muuttunut');
    expect(page).toContain('value="Minun otsikkoni"');
    expect(text(sectionFile)).toBe(changed);
    form.set('do', 'overwrite');
    expect((await send(sectionPath, form)).status).toBe(303);
    expect(text(sectionFile)).toContain('title: Minun otsikkoni\n');
  });
});

describe('an entry of a file that holds many', () => {
  it('is saved though another entry changed meanwhile, and is itself not written over', async () => {
    const file = 'src/content/glossary/terms.yaml';
    const [first, second] = [...text(file).matchAll(/^([a-z0-9-]+):$/gm)].map(([, id]) => `${editorPath}term/${id}/`);
    const [one, other, again] = [await formAt(first!), await formAt(second!), await formAt(first!)];
    one.set('f:term', 'ensin');
    other.set('f:term', 'toiseksi');
    expect((await send(first!, one)).status).toBe(303);
    expect((await send(second!, other)).status).toBe(303);
    expect(text(file)).toMatch(/term: ensin\n[^]*term: toiseksi\n/);
    expect((await send(first!, again)).status).toBe(409);
  });
});

describe('published ids', () => {
  it('cannot be changed or taken away in a form', async () => {
    const was = text(quizFile);
    const page = await (await ask(quizPath)).text();
    expect(page).toContain('Julkaistu: oppijoiden suoritukset viittaavat tähän tunnukseen');
    const changed = await formAt(quizPath);
    changed.set('f:questions.0.id', 'toinen-tunnus');
    const answer = await send(quizPath, changed);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('julkaistun tunnuksen');
    const removed = await formAt(quizPath);
    removed.set('n:questions', String(Number(removed.get('n:questions')) - 1));
    expect((await send(quizPath, removed)).status).toBe(409);
    expect(text(quizFile)).toBe(was);
  });
});

describe('the editor refuses', () => {
  it.each<[string, Sent]>([
    ['a name that is not this machine’s', { headers: { host: 'oppihetki.example:4321' } }],
    ['a name that only begins like this machine’s', { headers: { host: 'localhost.example' } }],
    ['another machine', { address: '192.0.2.7' }],
  ])('to show anything to %s', async (_title, sent) => {
    const answer = await ask(editorPath, {}, sent);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('alku');
  });

  it.each<[string, Sent]>([
    ['another site', { headers: { origin: 'https://example.org' } }],
    ['another port of this machine', { headers: { origin: 'http://127.0.0.1:9999' } }],
    ['a page without an origin', { headers: { origin: 'null' } }],
    ['what a browser calls another site', { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['another machine', { address: '192.0.2.7' }],
  ])('to save for %s', async (_title, sent) => {
    const was = text(sectionFile);
    const form = await formAt(sectionPath);
    form.set('f:title', 'Muualta');
    expect((await send(sectionPath, form, sent)).status).toBe(403);
    expect(text(sectionFile)).toBe(was);
  });

  it('to save without its own token, and keeps the text in the form', async () => {
    const form = await formAt(sectionPath);
    form.set('f:title', 'Vanha lomake');
    form.set('token', 'x'.repeat(32));
    const answer = await send(sectionPath, form);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('value="Vanha lomake"');
    expect(text(sectionFile)).not.toContain('Vanha lomake');
  });

  it('a body that is too large, or not a form', async () => {
    expect((await send(sectionPath, new URLSearchParams({ body: 'x'.repeat(1_100_000) }))).status).toBe(413);
    expect((await send(sectionPath, new URLSearchParams(), { headers: { 'content-type': 'text/plain' } })).status).toBe(
      415,
    );
  });

  it.each([
    'section/..%2f..%2fpackage/',
    'section/alku/..%2f..%2f..%2fwords/',
    'file/etc/passwd/',
    'quiz/__proto__/',
    'term/..%2fx/',
    'section/alku/ei-ole/',
  ])('to know %s', async (path) => {
    expect((await ask(`${editorPath}${path}`)).status).toBe(404);
  });

  it('a file that a link leads to', async () => {
    const outside = join(root, 'muualla.mdx');
    renameSync(join(root, sectionFile), outside);
    symlinkSync(outside, join(root, sectionFile));
    const was = text('muualla.mdx');
    expect((await ask(sectionPath)).status).toBe(404);
    expect(text('muualla.mdx')).toBe(was);
  });
});

it('the text of a form is shown as text, whatever is in it', async () => {
  const form = await formAt(sectionPath);
  form.set('f:title', '"><script>alert(1)</script>');
  form.set('body', '</textarea><script>alert(2)</script>');
  const answer = await send(sectionPath, form);
  const page = await (await ask(answer.headers.get('location')!)).text();
  expect(page).not.toContain('<script');
});

function everyFile(): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
