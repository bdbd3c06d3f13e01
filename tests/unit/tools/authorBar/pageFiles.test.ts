import { describe, expect, it } from 'vitest';
import { contentOf, readContent } from '../../../../src/course/readContent.ts';
import type { Finding } from '../../../../src/course/finding.ts';
import { pageFiles } from '../../../../tools/authorBar/pageFiles.ts';
import { pageState } from '../../../../tools/authorBar/pageState.ts';
import { soundRoot, soundTexts } from '../../../support/contentFixture.ts';

const { content } = await readContent(soundRoot);
const folder = 'src/content/modules/alku';
const words = `${folder}/sanat.mdx`;
const filesAt = (path: string, of = content) => pageFiles(path, of).files.map(({ file }) => file);
const finding = (file: string, severity: Finding['severity'] = 'warning'): Finding => {
  return { file, line: 1, rule: 'rule', severity, message: 'm', fix: 'f' };
};
/** The small course with this written at the end of the section of words. */
const withWords = (text: string) => {
  const texts = { ...soundTexts(), [words]: `${soundTexts()[words]}\n${text}\n` };
  return contentOf(Object.entries(texts).map(([file, written]) => ({ file, text: written }))).content;
};

describe('the files that a page is made of', () => {
  it.each([
    ['/fi/', ['src/content/courses/kurssi.yaml']],
    ['/sv/glossary/', ['src/content/glossary/terms.yaml']],
    ['/en/sources/', ['src/content/sources/sources.yaml']],
    ['/fi/accessibility/', ['src/content/accessibility/checks.yaml']],
    ['/fi/alku/', [`${folder}/index.mdx`]],
    ['/fi/ei-ole/', []],
    ['/fi/sign-in/', []],
    ['/fi/authoring/review/alku/', []],
    ['/de/alku/', []],
    ['/xapi/about', []],
  ])('of %s are its own, and none of a page without content', (path, files) => {
    expect(filesAt(path)).toEqual(files);
  });

  it('of a section are its text, what is placed in it and its module, each once', () => {
    const page = pageFiles('/fi/alku/sanat/', content);
    expect(page).toMatchObject({ module: 'alku', section: 'sanat' });
    expect(page.files.map(({ file, shared }) => [file, shared])).toEqual([
      [words, false],
      ['src/content/glossary/terms.yaml', true],
      ['src/content/sources/sources.yaml', true],
      ['quizzes/alku.yaml', false],
      [`${folder}/index.mdx`, false],
    ]);
  });

  it('of the page for printing are those of every section', () => {
    expect(filesAt('/fi/alku/print/')).toEqual(expect.arrayContaining([words, `${folder}/palvelut.mdx`]));
    expect(pageFiles('/fi/alku/print/', content).section).toBeNull();
  });

  it('are found also where the text cannot be parsed', () => {
    const broken = withWords('<Infographic id="kartta" />\n\n<Callout type="tip">');
    expect(broken.sections.find(({ file }) => file === words)!.mdx).toBeNull();
    expect(filesAt('/fi/alku/sanat/', broken)).toContain('src/content/infographics/kartta.yaml');
  });
});

describe('what an author is told of a page', () => {
  it('are the findings of its files, of shared files the errors alone, and the others as elsewhere', () => {
    const glossary = 'src/content/glossary/terms.yaml';
    const own = finding(words);
    const [error, warning] = [finding(glossary, 'error'), finding(glossary)];
    const other = finding(`${folder}/palvelut.mdx`, 'error');
    const state = pageState('/fi/alku/sanat/', { content, findings: [own, error, warning, other], translations: [] });
    expect(state.here).toEqual([own, error]);
    expect(state.elsewhere).toEqual([warning, other]);
  });

  it('are its minutes, those of its module and what was planned', () => {
    const at = (path: string) => pageState(path, { content, findings: [], translations: [] }).minutes;
    const { page, module, target } = at('/fi/alku/sanat/')!;
    expect(page).toBeGreaterThan(0);
    expect(module).toBeGreaterThan(page!);
    expect(target).toBe(2);
    expect(at('/fi/alku/')).toEqual({ page: null, module, target });
    expect(at('/fi/glossary/')).toBeNull();
  });

  it('are the sources with their days, the pictures with whether words say the same, and its own translations', () => {
    const shown = withWords(
      '<Source id="raportti" reviewBy="2027-01-31" />\n\n<Infographic id="kartta" />\n\n![](/tyhja.png)\n\n![Kuva](/kuva.png)',
    );
    const count = (section: string) =>
      ({ module: 'alku', section, language: 'sv', texts: 4, missing: 3, stale: 1 }) as const;
    const translations = [count('sanat'), count('palvelut')];
    const state = pageState('/fi/alku/sanat/', { content: shown, findings: [], translations });
    expect(state.sources).toContainEqual({ id: 'raportti', reviewBy: '2027-01-31' });
    expect(state.sources).toContainEqual({ id: 'raportti', reviewBy: null });
    expect(state.pictures).toEqual([
      { name: '/tyhja.png', hasText: false },
      { name: '/kuva.png', hasText: true },
      { name: 'kartta', hasText: true },
    ]);
    expect(state.translations).toEqual([count('sanat')]);
    expect(pageState('/fi/alku/', { content: shown, findings: [], translations }).translations).toEqual(translations);
  });
});
