import { describe, expect, it } from 'vitest';
import { authorMistakes, expectedFinding, findingsOn, soundTexts } from '../../support/contentFixture.ts';
import type { Texts } from '../../support/contentFixture.ts';

const module = 'src/content/modules/alku/index.mdx';
const words = 'src/content/modules/alku/sanat.mdx';
const terms = 'src/content/glossary/terms.yaml';
const quiz = 'quizzes/alku.yaml';

const mistakes = authorMistakes();

describe('an author’s mistake is told with its place and the fix', () => {
  it.each(mistakes)('$title', (mistake) => {
    const { file, find, put, says } = mistake;
    const texts = soundTexts();
    const mistaken = texts[file]!.replaceAll(find, put);
    expect(mistaken).not.toBe(texts[file]);
    const findings = findingsOn({ ...texts, [file]: mistaken });
    const expected = expectedFinding(mistake);
    const seen = findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      at: `${finding.file}:${finding.line}`,
    }));
    expect(seen).toContainEqual(expected);
    const finding = findings.find((candidate) => candidate.rule === expected.rule)!;
    expect(`${finding.message} ${finding.fix}`).toContain(says);
  });

  it('says nothing about a course that is in order', () => {
    expect(findingsOn(soundTexts())).toEqual([]);
  });

  it('names files, folders and modules that cannot become addresses', () => {
    const texts = soundTexts();
    const moved: Texts = {
      ...texts,
      'src/content/modules/sign-in/index.mdx': texts[module]!,
      'quizzes/Ääkköset.yaml': texts[quiz]!,
    };
    const rules = findingsOn(moved).map(({ rule, file }) => `${rule} ${file}`);
    expect(rules).toContain('module-reserved src/content/modules/sign-in/index.mdx');
    expect(rules).toContain('id-form quizzes/Ääkköset.yaml');
  });

  it('names files that nobody reads', () => {
    const findings = findingsOn({
      ...soundTexts(),
      'quizzes/toinen.yml': 'title: x',
      'src/content/modules/alku/osa.md': 'x',
    });
    expect(findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      'file-unknown quizzes/toinen.yml',
      'file-unknown src/content/modules/alku/osa.md',
    ]);
  });

  it('tells all mistakes at once, each once, in the order of files and lines', () => {
    const texts = soundTexts();
    const findings = findingsOn({
      ...texts,
      [words]: texts[words]!.replace('id="tyokyky"', 'id="tyokyk"').replace('lead:', 'led:'),
      [terms]: texts[terms]!.replace('source: raportti', 'source: raporti'),
    });
    expect(findings.map(({ rule, line }) => `${rule}:${line}`)).toEqual([
      'source-unknown:4',
      'field-missing:2',
      'field-unknown:3',
      'term-unknown:8',
    ]);
  });

  it('does not call questions unknown when their quiz is broken', () => {
    const texts = soundTexts();
    const rules = findingsOn({ ...texts, [quiz]: texts[quiz]!.replace('title:', 'title: a: b:') }).map(
      ({ rule }) => rule,
    );
    expect(rules).toEqual(['yaml-syntax']);
  });

  it('finds the same line in a file with Windows line ends and a byte order mark', () => {
    const texts = soundTexts();
    const windows = `\uFEFF${texts[words]!.replace('id="tyokyky"', 'id="tyokyk"').replaceAll('\n', '\r\n')}`;
    expect(findingsOn({ ...texts, [words]: windows }).map(({ rule, line }) => `${rule}:${line}`)).toEqual([
      'term-unknown:8',
    ]);
  });

  it('warns in a draft of what is an error in a published module, but not of what cannot be read', () => {
    const texts = soundTexts();
    const draft = { ...texts, [module]: texts[module]!.replace('version: 1', 'version: 1\ndraft: true') };
    const severityOf = (mistaken: string) =>
      findingsOn({ ...draft, [words]: mistaken }).find(({ file }) => file === words)?.severity;
    expect(severityOf(texts[words]!.replace('id="tyokyky"', 'id="tyokyk"'))).toBe('warning');
    expect(severityOf(`${texts[words]!}\n<Callout type="tip">\n`)).toBe('error');
  });

  it('speaks Finnish: no message of a parser or schema shines through', () => {
    for (const { file, find, put } of mistakes) {
      const texts = soundTexts();
      for (const { message, fix } of findingsOn({ ...texts, [file]: texts[file]!.replaceAll(find, put) })) {
        expect(`${message} ${fix}`).not.toMatch(/expected|invalid|required|unexpected|unknown|received/i);
        expect(message).toMatch(/[.]$/);
      }
    }
  });
});
