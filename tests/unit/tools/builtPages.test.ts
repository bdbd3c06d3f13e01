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
  const files = {
    '_astro/x.js': 'import"./all.js";',
    '_astro/y.js': "import './all.js';\n",
    '_astro/own.js': 'import"./all.js";run();',
    '_astro/all.js': 'run()',
  };

  it('are loaded by one in the head, and named once: what only points to another by where it points', async () => {
    const { client, page } = await site({
      'fi/index.html': `<head></head><body>${script('x')}${script('own')}${script('y')}</body>`,
      ...files,
    });
    const hash = await settleScripts(client);
    const [, modules, loader] = /^<head><script data-modules="([^"]*)">(.*)<\/script><\/head><body><\/body>$/.exec(
      await page(),
    )!;
    expect(modules).toBe('/_astro/all.js /_astro/own.js');
    expect(hash).toBe(`sha256-${createHash('sha256').update(loader!).digest('base64')}`);
  });

  it('are named by pages of errors themselves, whose policy lets no inline script run', async () => {
    const { client } = await site({
      'fi/404/index.html': `<head></head><body>${script('x')}${script('y')}</body>`,
      ...files,
    });
    await settleScripts(client);
    expect(await readFile(join(client, 'fi/404/index.html'), 'utf8')).toBe(
      `<head></head><body>${script('all')}</body>`,
    );
  });

  it('are not loaded where a page has none', async () => {
    const { client, page } = await site({ 'fi/index.html': '<head></head>', ...files });
    await settleScripts(client);
    expect(await page()).toBe('<head></head>');
  });
});
