import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guideHeadings, guideLinks, slugOf } from '../../../tools/authorGuide/addresses.ts';
import { guideFile, pictureFolder, readGuide, readPicture } from '../../../tools/authorGuide/guideFiles.ts';
import { guidePage } from '../../../tools/authorGuide/guidePage.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const guide = readFileSync(join(root, guideFile), 'utf8');
const headings = [...guide.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!);

describe('the authors’ guide', () => {
  it('has the parts to which the bar leads', () => {
    for (const heading of guideHeadings) expect(headings).toContain(heading);
  });

  it('leads only to its own parts and pictures', () => {
    const targets = [...guide.matchAll(/(!?)\[[^\]]+\]\(([^)]+)\)/g)];
    expect(targets.length).toBeGreaterThan(5);
    for (const [, isPicture, target] of targets) {
      if (isPicture) expect(target).toMatch(/^images\/[a-z-]+\.webp$/);
      else expect(headings.map((heading) => `#${slugOf(heading)}`)).toContain(target);
    }
  });

  it('shows pictures that are light and told in words', () => {
    const pictures = [...guide.matchAll(/!\[([^\]]*)\]\(images\/([^)]+)\)/g)];
    expect(pictures.length).toBeGreaterThanOrEqual(5);
    for (const [, words, name] of pictures) {
      expect(words!.length, name).toBeGreaterThan(60);
      expect(statSync(join(root, pictureFolder, name!)).size, name).toBeLessThan(80_000);
    }
  });

  it('names only commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    const named = [...guide.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it('is short enough to be read', () => {
    expect(guide.split('\n').length).toBeLessThan(300);
  });
});

describe('the way from a page to the guide', () => {
  const files = ['src/content/modules/a/b.mdx', 'quizzes/a.yaml', 'src/content/modules/a/index.mdx'];
  const names = (hasFindings: boolean) => guideLinks(files, hasFindings).map(({ heading }) => heading);

  it('leads to what helps with the page’s files, once each', () => {
    const found = [
      'Kirjoita osion teksti',
      'Korjaa luku minuutissa',
      'Kirjoita kysymykset',
      'Tee uusi moduuli',
      'Julkaise',
    ];
    expect(names(false)).toEqual(found);
  });

  it('leads first to mending when something is to be mended', () => {
    expect(names(true)[0]).toBe('Korjaa virhe');
  });

  it('leads nowhere from a page that no file makes', () => {
    expect(guideLinks([], false)).toEqual([]);
  });

  it('names headings as anchors do', () => {
    expect(slugOf('Seuraa, miten sisältö opettaa')).toBe('seuraa-miten-sisältö-opettaa');
  });
});

describe('the guide as a page', () => {
  const code = '<h1 id="o">Opas</h1><p>Alku</p><h2 id="a">A</h2><table></table><pre>x</pre>';
  const parts = [
    { depth: 1, slug: 'o', text: 'Opas' },
    { depth: 2, slug: 'a', text: 'A & B' },
  ];

  it('has its contents before the first part, and lets wide things scroll by keyboard', async () => {
    const page = String(await guidePage({ code, headings: parts }));
    expect(page).toContain('<title>Opas</title>');
    expect(page).toContain('<a href="#a">A &amp; B</a>');
    expect(page.indexOf('Alku')).toBeLessThan(page.indexOf('Sisällys'));
    expect(page).toContain('role="region" tabindex="0" aria-labelledby="a"><table></table></div>');
    expect(page).toContain('<pre tabindex="0">');
  });

  it('gives its own pictures alone', async () => {
    expect(await readGuide(root, '/x/')).toContain('](/x/opas-palkki.webp)');
    expect((await readPicture(root, 'opas-palkki.webp'))?.subarray(0, 4).toString()).toBe('RIFF');
    for (const name of ['../tekijan-opas.md', 'front.png', 'puuttuu.webp', '..%2fx.webp', '']) {
      expect(await readPicture(root, name), name).toBeNull();
    }
  });
});
