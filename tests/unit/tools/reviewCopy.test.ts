import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selfContained } from '../../../tools/review/selfContained.ts';
import { run } from '../../../tools/reviewCopy.ts';

const root = join(import.meta.dirname, '..', '..', '..');
let folder: string;
let printed: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oppihetki-review-'));
  writeFileSync(join(folder, 'on-jo.html'), '');
  printed = '';
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run review:copy', () => {
  it.each([
    [[], 'Käyttö:'],
    [['kurssiesittely', 'toinen'], 'Käyttö:'],
    [['kurssiesittely', '--out'], 'Käyttö:'],
    [['kurssiesittely', '--lang', 'de'], 'Käyttö:'],
    [['kurssiesittely', '--out', 'kopio.docx'], 'Käyttö:'],
    [['kurssiesittely', '--pdf', '--out', 'kopio.html'], 'Käyttö:'],
    [['kurssiesitely'], 'Tarkoititko kurssiesittely?'],
    [['../salaisuus'], 'Moduulit: '],
    [['kurssiesittely', '--out', 'on-jo.html'], 'on jo olemassa'],
    [['kurssiesittely', '--out', 'ei/ole.html'], 'Kansiota'],
    [['kurssiesittely', '--out', 'on-jo.html/x.html'], 'Kansiota'],
  ])('%j is refused in plain words before anything is built, and nothing is written', async (args, said) => {
    const before = readdirSync(folder);
    expect(await run(args, root, (text) => (printed += text), folder)).toBe(1);
    expect(printed).toContain(said);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('tells before anything is built that a PDF needs a browser, and how to do without', async () => {
    const before = readdirSync(folder);
    const say = (text: string) => (printed += text);
    expect(await run(['kurssiesittely', '--pdf'], root, say, folder, () => Promise.resolve(null))).toBe(1);
    expect(printed).toContain('Tältä koneelta ei löydy Chromium- tai Chrome-selainta');
    expect(printed).toContain('BROWSER_PATH');
    expect(printed).toMatch(/tulostaa sen millä tahansa selaimella: npm run review:copy -- kurssiesittely$/);
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('the file of a review copy', () => {
  const files: Readonly<Record<string, string>> = {
    '/_astro/a.css': '@font-face{src:url(/_astro/f.woff2)}',
    '/_astro/f.woff2': 'font',
    '/p.webp': 'picture',
  };
  const file = (path: string) => Promise.resolve(Buffer.from(files[path]!));
  const page = (article: string) =>
    `<html lang="sv"><head><title>A &amp; B</title><link rel="stylesheet" href="/_astro/a.css"></head>
    <body><nav>menu</nav>${article}<script src="/x.js"></script></body></html>`;

  it('holds the document with styles, typeface and pictures inside, and nothing of the site around it', async () => {
    const article =
      '<article class="review-copy" data-running="A &quot;B&quot; </style>"><img src="/p.webp" alt=""><a class="x" href="/fi/">home</a><a href="#p-1">1</a></article>';
    const html = (await selfContained(page(article), file))!;
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('<title>A &amp; B</title>');
    expect(html).toContain(`url(data:font/woff2;base64,${Buffer.from('font').toString('base64')})`);
    expect(html).toContain(`<img src="data:image/webp;base64,${Buffer.from('picture').toString('base64')}" alt="">`);
    expect(html).toContain('<a class="x">home</a><a href="#p-1">1</a>');
    expect(html).toContain('content: "A \\22 B\\22  \\3c /style>"');
    expect(html).not.toMatch(/menu|<script|x\.js/);
  });

  it('is not made of a page without a review copy', async () => {
    expect(await selfContained(page('<p>Moduulista puuttuu osia.</p>'), file)).toBeNull();
  });
});
