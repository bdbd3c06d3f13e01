import { describe, expect, it } from 'vitest';
import { withPublished } from '../../../src/course/checkContent.ts';
import { parseLedger } from '../../../src/course/ledger.ts';
import { contentOf } from '../../../src/course/readContent.ts';
import { firstIdOf, replacedIds } from '../../../src/course/replaced.ts';
import { findingsOn, soundTexts } from '../../support/contentFixture.ts';
import type { Texts } from '../../support/contentFixture.ts';

const ledger = 'src/content/published-ids.txt';
const quiz = 'quizzes/alku.yaml';
const course = 'src/content/courses/kurssi.yaml';
const folder = 'src/content/modules/alku';

/** The small course with this written otherwise. */
function withWords(file: string, find: string, put: string, texts: Texts = soundTexts()): Texts {
  expect(texts[file]).toContain(find);
  return { ...texts, [file]: texts[file]!.replaceAll(find, put) };
}

function withSectionRenamed(id: string, texts: Texts = soundTexts()): Texts {
  const { [`${folder}/sanat.mdx`]: text = '', ...others } = texts;
  return withWords(`${folder}/index.mdx`, '- sanat', `- ${id}`, { ...others, [`${folder}/${id}.mdx`]: text });
}

function withModuleRenamed(id: string, texts: Texts = soundTexts()): Texts {
  const moved = Object.entries(texts).map(([file, text]) => [file.replace(folder, `src/content/modules/${id}`), text]);
  return withWords(course, '- alku', `- ${id}`, Object.fromEntries(moved) as Texts);
}

const withQuestionRenamed = (id: string) => {
  const texts = withWords(quiz, '  - id: mita-on\n', `  - id: ${id}\n`);
  return withWords(`${folder}/sanat.mdx`, 'alku/mita-on', `alku/${id}`, texts);
};

function withQuizRenamed(): Texts {
  const { [quiz]: text = '', ...others } = soundTexts();
  const moved = Object.entries(others).map(([file, words]) => [
    file,
    file.startsWith(folder) ? words.replaceAll('"alku/', '"uusi/') : words,
  ]);
  return { ...(Object.fromEntries(moved) as Texts), 'quizzes/uusi.yaml': text };
}

const withLines = (texts: Texts, ...lines: string[]): Texts => ({
  ...texts,
  [ledger]: `${texts[ledger]}${lines.join('\n')}\n`,
});

const ofLedger = (texts: Texts) => findingsOn(texts).filter(({ rule }) => /^ledger-(?!new)/.test(rule));

/** The lines that the check offers for what is gone, to the letter. */
function offered(texts: Texts, fate: RegExp): string[] {
  return ofLedger(texts).flatMap(({ fix }) =>
    [...fix.matchAll(/riville \d+: ([^.]+)\./g)].flatMap(([, line = '']) => (fate.test(line) ? [line] : [])),
  );
}

/** The ledger after `--publish`. */
function published(texts: Texts): Texts {
  const { [ledger]: text = '', ...files } = texts;
  const { content } = contentOf(Object.entries(files).map(([file, words]) => ({ file, text: words })));
  return { ...texts, [ledger]: withPublished({ content, ledger: parseLedger(text).entries }).text };
}

describe('an id that an author gives another name', () => {
  it.each<[what: string, texts: Texts, lines: string[]]>([
    ['a section', withSectionRenamed('sanasto'), ['section alku/sanat replaced by alku/sanasto']],
    ['a section, quite otherwise', withSectionRenamed('kasitteet'), ['section alku/sanat replaced by alku/kasitteet']],
    ['a module', withModuleRenamed('alkuun'), ['module alku version 1 replaced by alkuun']],
    ['a question', withQuestionRenamed('mita-se-on'), ['question alku/mita-on replaced by alku/mita-se-on']],
    [
      'a choice',
      withWords(quiz, 'id: naapuri', 'id: naapurit'),
      ['choice alku/kenelta/naapuri replaced by alku/kenelta/naapurit'],
    ],
    [
      'a quiz',
      withQuizRenamed(),
      ['question alku/kenelta replaced by uusi/kenelta', 'question alku/mita-on replaced by uusi/mita-on'],
    ],
  ])('is refused until the line is written that the check offers: %s', (_, texts, lines) => {
    expect(ofLedger(texts).map(({ rule }) => rule)).toEqual(lines.map(() => 'ledger-vanished'));
    expect(offered(texts, /replaced by/)).toEqual(lines);
    const mended = withLines(texts, ...lines);
    expect(ofLedger(mended)).toEqual([]);
    const after = published(mended);
    expect(findingsOn(after).filter(({ rule }) => rule.startsWith('ledger-'))).toEqual([]);
    expect(published(after)).toEqual(after);
    for (const line of lines) expect(after[ledger]!.split('\n')).toContain(line);
  });

  it('may be taken out for good instead, by the other line', () => {
    const texts = withSectionRenamed('kasitteet');
    expect(offered(texts, / retired$/)).toEqual(['section alku/sanat retired']);
    expect(ofLedger(withLines(texts, 'section alku/sanat retired'))).toEqual([]);
  });

  it('is told what becomes of whose records, whichever line is written', () => {
    const [found] = ofLedger(withSectionRenamed('sanasto'));
    expect(found!.message).toContain('sen lukeneiden eteneminen jäisi irralleen');
    expect(found!.fix).toContain('kesken olevat jatkavat uudesta osiosta, ja vanha osoite ohjaa uuteen');
    expect(found!.fix).toContain('Niiltä, joilla moduuli on kesken, osiota ei enää vaadita');
  });

  it('is offered no name where it is not known which of several it got', () => {
    const texts = withSectionRenamed('kasitteet');
    const more = withWords(`${folder}/index.mdx`, '- kasitteet', '- kasitteet\n  - tekijat', {
      ...texts,
      [`${folder}/tekijat.mdx`]: texts[`${folder}/kasitteet.mdx`]!,
    });
    expect(offered(more, /replaced by/)).toEqual(['section alku/sanat replaced by alku/UUSI']);
  });

  it('takes a module’s sections along, and asks for a line for one that got another id at the same time', () => {
    const renamed = withModuleRenamed('alkuun');
    const { 'src/content/modules/alkuun/sanat.mdx': text = '', ...others } = renamed;
    const both = withWords('src/content/modules/alkuun/index.mdx', '- sanat', '- sanasto', {
      ...others,
      'src/content/modules/alkuun/sanasto.mdx': text,
    });
    const mapped = withLines(both, 'module alku replaced by alkuun');
    expect(offered(mapped, /replaced by/)).toEqual(['section alku/sanat replaced by alkuun/sanasto']);
    const mended = published(withLines(mapped, 'section alku/sanat replaced by alkuun/sanasto'));
    expect(ofLedger(mended)).toEqual([]);
    expect(replacedIds(parseLedger(mended[ledger]!).entries)).toMatchObject({
      module: { alku: 'alkuun' },
      section: { 'alku/sanat': 'alkuun/sanasto', 'alku/palvelut': 'alkuun/palvelut' },
    });
  });

  it('may get another one again', () => {
    const once = published(withLines(withSectionRenamed('sanasto'), 'section alku/sanat replaced by alku/sanasto'));
    const { [`${folder}/sanasto.mdx`]: text = '', ...others } = once;
    const twice = withWords(`${folder}/index.mdx`, '- sanasto', '- sanastot', {
      ...others,
      [`${folder}/sanastot.mdx`]: text,
    });
    expect(offered(twice, /replaced by/)).toEqual(['section alku/sanasto replaced by alku/sanastot']);
    const mended = withLines(twice, 'section alku/sanasto replaced by alku/sanastot');
    expect(ofLedger(mended)).toEqual([]);
    expect(replacedIds(parseLedger(mended[ledger]!).entries).section).toEqual({
      'alku/sanat': 'alku/sanastot',
      'alku/sanasto': 'alku/sanastot',
    });
  });

  it('of a module leads back to the first one, from which registrations are derived', () => {
    const { entries } = parseLedger('module a version 2 replaced by b\nmodule b replaced by c\nmodule x\n');
    expect(['a', 'b', 'c', 'x', 'y'].map((id) => firstIdOf(id, entries))).toEqual(['a', 'a', 'a', 'x', 'y']);
  });
});

describe('what replaced what', () => {
  const section = withSectionRenamed('sanasto');
  it.each<[what: string, texts: Texts, rule: string, says: string]>([
    [
      'while the old one still stands in the content',
      withLines(soundTexts(), 'section alku/sanat replaced by alku/palvelut'),
      'ledger-reused',
      'Tunnuksen ”alku/sanat” tilalla on ”alku/palvelut”',
    ],
    [
      'in a circle',
      withLines(
        section,
        'section alku/sanat replaced by alku/kerta',
        'section alku/kerta replaced by alku/toinen',
        'section alku/toinen replaced by alku/sanat',
      ),
      'ledger-replaced',
      'johtavat takaisin',
    ],
    [
      'by what is not there',
      withLines(section, 'section alku/sanat replaced by alku/sanastto'),
      'ledger-replaced',
      'Tarkoititko ”alku/sanasto”?',
    ],
    [
      'by what is retired',
      withLines(section, 'section alku/sanat replaced by alku/vanha', 'section alku/vanha retired'),
      'ledger-replaced',
      'section alku/sanat replaced by alku/vanha retired',
    ],
    [
      'by another kind',
      withLines(section, 'section alku/sanat replaced by alku/kenelta'),
      'ledger-replaced',
      '”alku/kenelta” ei ole osio, vaan kysymys',
    ],
    [
      'by what has the form of another kind',
      withLines(section, 'section alku/sanat replaced by sanasto'),
      'ledger-replaced',
      'section moduuli/osio',
    ],
    [
      'across modules',
      withLines(section, 'section muu/sanat replaced by alku/sanasto', 'section alku/sanat retired'),
      'ledger-replaced',
      'toisessa moduulissa',
    ],
    [
      'across questions',
      withLines(soundTexts(), 'choice alku/mita-on/vanha replaced by alku/kenelta/naapuri'),
      'ledger-replaced',
      'toisessa kysymyksessä',
    ],
    [
      'a module by one that has records of its own',
      withLines(soundTexts(), 'module vanha version 1 replaced by alku'),
      'ledger-replaced',
      'module vanha version 1 retired',
    ],
    [
      'two modules by one',
      withLines(withModuleRenamed('uusi'), 'module alku replaced by uusi', 'module vanha replaced by uusi'),
      'ledger-replaced',
      'se on jo moduulin ”vanha” uusi tunnus, eikä kahden moduulin suorituksia voi yhdistää',
    ],
    [
      'with the kind written twice',
      withLines(section, 'section alku/sanat replaced by section alku/sanasto', 'section alku/sanat retired'),
      'ledger-line',
      'Kirjoita laji kerran',
    ],
    [
      'in two ways',
      withLines(section, 'section alku/sanat replaced by alku/sanasto', 'section alku/sanat retired'),
      'ledger-line',
      'kahta eri asiaa',
    ],
    [
      'by what was taken out later and stands in the content again',
      withLines(withModuleRenamed('uusi'), 'module alku replaced by uusi retired'),
      'ledger-reused',
      'Tunnus ”uusi” on poistettu käytöstä',
    ],
  ])('is refused %s', (_, texts, rule, says) => {
    const found = ofLedger(texts);
    expect(found[0]).toMatchObject({ rule, severity: 'error' });
    expect(found.map(({ message, fix }) => `${message} ${fix}`).join('\n')).toContain(says);
  });

  it('may be taken out later: the line says so', () => {
    const { [`${folder}/sanat.mdx`]: _, ...others } = soundTexts();
    const without = withWords(`${folder}/index.mdx`, '  - sanat\n', '', others);
    const lines = ['section alku/sanasto retired', 'section alku/sanat replaced by alku/sanasto retired'];
    expect(ofLedger(withLines(without, ...lines))).toEqual([]);
  });

  it('is not judged where the quiz cannot be read', () => {
    const texts = withLines(soundTexts(), 'question alku/vanha replaced by alku/uusi');
    expect(ofLedger({ ...texts, [quiz]: 'title: "auki' })).toEqual([]);
  });
});

describe('a module’s published version', () => {
  const inVersion = (version: number, texts = soundTexts()) =>
    withWords(`${folder}/index.mdx`, 'version: 1', `version: ${version}`, texts);

  it('rises with --publish, and is asked for until then', () => {
    const raised = inVersion(3);
    expect(findingsOn(raised).filter(({ rule }) => rule === 'ledger-new')).toMatchObject([
      { severity: 'warning', message: 'Moduulin ”alku” versiota 3 ei ole vielä merkitty julkaistuksi.' },
    ]);
    const after = published(raised);
    expect(after[ledger]).toContain('module alku version 3\n');
    expect(findingsOn(after).filter(({ rule }) => rule.startsWith('ledger-'))).toEqual([]);
  });

  it('is never lowered: newer completions would go out of sight', () => {
    const lowered = withWords(`${folder}/index.mdx`, 'version: 3', 'version: 2', published(inVersion(3)));
    expect(ofLedger(lowered)).toMatchObject([
      { rule: 'ledger-version', file: `${folder}/index.mdx`, line: 4, severity: 'error' },
    ]);
  });

  it('is held for the module that took its place', () => {
    const texts = withModuleRenamed('alkuun');
    const held = withLines(texts, 'module alku version 5 replaced by alkuun');
    expect(ofLedger(held)).toMatchObject([{ rule: 'ledger-version', file: 'src/content/modules/alkuun/index.mdx' }]);
  });

  it('is not known of a line that an older version wrote, and nothing is said of it', () => {
    const texts = soundTexts();
    const old = { ...texts, [ledger]: texts[ledger]!.replace('module alku version 1', 'module alku') };
    expect(findingsOn(old).filter(({ rule }) => rule.startsWith('ledger-'))).toEqual([]);
    expect(published(old)[ledger]).toBe(texts[ledger]);
  });
});
