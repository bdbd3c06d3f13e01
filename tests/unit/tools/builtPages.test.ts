import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inlineStyles } from '../../../tools/inlineStyles.ts';
import { settleScripts } from '../../../tools/pageScripts.ts';

/** A built site of these files, and how its one page reads afterwards. */
async function site(files: Readonly<Record<string, string>>) {
  const client = await mkdtemp(join(tmpdir(), 'built-'));
  onTestFinished(() => rm(client, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(client, name)), { recursive: true });
    await writeFile(join(client, name), content);
  }
  return { client, page: () => readFile(join(client, 'fi/index.html'), 'utf8') };
}

const sheet = (name: string) => `<link rel="stylesheet" href="/_astro/${name}.css">`;
const script = (name: string) => `<script type="module" src="/_astro/${name}.js"></script>`;
const late = (name: string) => `<script type="module" fetchpriority="low" src="/_astro/${name}.js"></script>`;

describe('style sheets of built pages', () => {
  it('stand in the page in their order, and their hashes are told', async () => {
    const { client, page } = await site({
      'fi/index.html': `<head>${sheet('a')}${sheet('b')}</head>`,
      '_astro/a.css': 'p{color:red}',
      '_astro/b.css': 'p{color:blue}',
      '_astro/unused.css': 'p{}',
    });
    const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    expect(await inlineStyles(client)).toEqual([hash('p{color:red}'), hash('p{color:blue}')].sort());
    expect(await page()).toBe('<head><style>p{color:red}</style><style>p{color:blue}</style></head>');
  });

  it.each([
    ['would end the element early', '_astro/a.css', 'p::after{content:"</style>"}'],
    ['is not there', '_astro/other.css', ''],
  ])('stay a link where the sheet %s', async (_why, name, content) => {
    const { client, page } = await site({ 'fi/index.html': sheet('a'), [name]: content });
    expect(await inlineStyles(client)).toEqual([]);
    expect(await page()).toBe(sheet('a'));
  });

  it('are written letter by letter, whatever a replacement would read into them', async () => {
    const text = "a::before{content:'$& $1'}";
    const { client, page } = await site({ 'fi/index.html': sheet('a'), '_astro/a.css': text });
    await inlineStyles(client);
    expect(await page()).toBe(`<style>${text}</style>`);
  });
});

describe('scripts of built pages', () => {
  it('are asked for last, and once: what only points to another is named by where it points', async () => {
    const { client, page } = await site({
      'fi/index.html': script('x') + script('own') + script('y'),
      '_astro/x.js': 'import"./all.js";',
      '_astro/y.js': "import './all.js';\n",
      '_astro/own.js': 'import"./all.js";run();',
      '_astro/all.js': 'run()',
    });
    await settleScripts(client);
    expect(await page()).toBe(late('all') + late('own'));
  });
});
