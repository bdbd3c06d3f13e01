import { describe, expect, it } from 'vitest';
import { withPublished } from '../../../src/course/checkContent.ts';
import { parseLedger } from '../../../src/course/ledger.ts';
import { contentOf } from '../../../src/course/readContent.ts';
import { firstIdOf, formerIdsOf, replacedIds } from '../../../src/course/replaced.ts';
import {
  folder,
  ledger,
  mistaken,
  ofLedger,
  quiz,
  renamed,
  withLines,
  withModuleRenamed,
  withSectionRenamed,
  withWords,
} from '../../support/changedLedgers.ts';
import { findingsOn, soundTexts } from '../../support/contentFixture.ts';
import type { Texts } from '../../support/contentFixture.ts';

/** The lines that the check offers for what is gone, to the letter. */
function offered(texts: Texts, fate: RegExp): string[] {
  return ofLedger(texts).flatMap(({ fix }) =>
    [...fix.matchAll(/rivi \d+ tähän: ([^.]+)\./g)].flatMap(([, line = '']) => (fate.test(line) ? [line] : [])),
  );
}

/** The ledger after `--publish`. */
function published(texts: Texts): Texts {
  const { [ledger]: text = '', ...files } = texts;
  const { content } = contentOf(Object.entries(files).map(([file, words]) => ({ file, text: words })));
  return { ...texts, [ledger]: withPublished({ content, ledger: parseLedger(text).entries }).text };
}

describe('an id that an author gives another name', () => {
  it.each(renamed)('is refused until the line is written that the check offers: %s', (_, texts, lines) => {
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
    expect(found!.message).toContain('sen lukeneiden merkinnät katoaisivat näkyvistä');
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

describe('an id that a module takes back', () => {
  /** The small course with the module under another id and the ledger of before. */
  const again = (id: string, before: Texts) => ({ ...withModuleRenamed(id), [ledger]: before[ledger]! });
  const first = published(soundTexts());
  const once = published(withLines(again('b', first), 'module alku replaced by b'));
  const twice = published(withLines(again('c', once), 'module b replaced by c'));

  it.each([
    ['of one change', once, 'module alku version 1 formerly b', ['b']],
    ['of two changes', twice, 'module alku version 1 formerly b, c', ['b', 'c']],
  ])('keeps those it went by meanwhile, by the line that the check offers: %s', (_, before, line, former) => {
    const back = again('alku', before);
    expect(offered(back, /^module alku version 1(?! replaced| retired)/)).toEqual([line]);
    const mended = published({
      ...back,
      [ledger]: back[ledger].replace('module alku version 1 replaced by b', line),
    });
    expect(findingsOn(mended).filter(({ rule }) => rule.startsWith('ledger-'))).toEqual([]);
    const { entries } = parseLedger(mended[ledger]!);
    expect(formerIdsOf('alku', entries)).toEqual(former);
    expect(firstIdOf('alku', entries)).toBe('alku');
    expect(entries.flatMap(({ id, version }) => (version === undefined ? [] : [id]))).toEqual(['alku']);
    expect(replacedIds(entries)).toMatchObject({
      module: Object.fromEntries(former.map((id) => [id, 'alku'])),
      section: Object.fromEntries(former.map((id) => [`${id}/sanat`, 'alku/sanat'])),
    });
  });

  it('may be changed again afterwards', () => {
    const { entries } = parseLedger('module alku version 1 formerly b replaced by c\n');
    expect(formerIdsOf('c', entries)).toEqual(['alku', 'b']);
    expect(firstIdOf('c', entries)).toBe('alku');
    expect(replacedIds(entries).module).toEqual({ alku: 'c', b: 'c' });
  });

  it('takes no module of its own for one that it went by', () => {
    const claimed = {
      ...first,
      [ledger]: `${first[ledger]!.replace('alku version 1', 'alku version 1 formerly muu')}module muu version 1\n`,
    };
    const found = ofLedger(claimed).filter(({ rule }) => rule === 'ledger-replaced');
    expect(found).toMatchObject([{ message: expect.stringContaining('entinen tunnus ei voi olla ”muu”') }]);
    expect(found[0]!.fix).toContain('tähän: module alku version 1.');
  });
});

describe('what replaced what', () => {
  it.each(mistaken)('is refused %s', (_, texts, rule, says) => {
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
