import { describe, expect, it } from 'vitest';
import { unpublishedIds } from '../../../src/course/contentIds.ts';
import { ledgerText, parseLedger } from '../../../src/course/ledger.ts';
import { ledgerFindings } from '../../../src/course/ledgerFindings.ts';
import { questionsAsked } from '../../../src/course/questionsAsked.ts';
import { contentOf } from '../../../src/course/readContent.ts';
import { findingsOn, soundTexts } from '../../support/contentFixture.ts';
import type { Texts } from '../../support/contentFixture.ts';

const ledger = 'src/content/published-ids.txt';
const module = 'src/content/modules/alku/index.mdx';
const quiz = 'quizzes/alku.yaml';
const words = 'src/content/modules/alku/sanat.mdx';

function vanishedFrom(texts: Texts): string[] {
  return findingsOn(texts).flatMap(({ rule, message }) => (rule === 'ledger-vanished' ? [message] : []));
}

describe('the ledger of published ids', () => {
  it('reads what it writes, sorted, one id a line', () => {
    const { entries, findings } = parseLedger(soundTexts()[ledger]!);
    expect(findings).toEqual([]);
    expect(ledgerText(entries.toReversed(), [])).toBe(soundTexts()[ledger]);
  });

  it('adds and never removes', () => {
    const text = ledgerText(
      [{ kind: 'module', id: 'vanha', retired: false }],
      [
        { kind: 'module', id: 'uusi' },
        { kind: 'module', id: 'vanha' },
      ],
    );
    expect(text.split('\n').filter((line) => line.startsWith('module'))).toEqual(['module uusi', 'module vanha']);
  });

  it('lets authors reorder, reword and move within a module', () => {
    const texts = soundTexts();
    const changed = {
      ...texts,
      [module]: texts[module]!.replace('  - sanat\n  - palvelut', '  - palvelut\n  - sanat').replace(
        'title: Alku',
        'title: Uusi nimi',
      ),
      [quiz]: texts[quiz]!.replace('Vain terveyttä.', 'Pelkkää terveyttä.'),
    };
    expect(vanishedFrom(changed)).toEqual([]);
  });

  it('holds when a module becomes a draft', () => {
    const texts = soundTexts();
    expect(vanishedFrom({ ...texts, [module]: texts[module]!.replace('accent:', 'draft: true\naccent:') })).toEqual([]);
  });

  it('tells of a renamed section whose progress would be lost, and the name it had', () => {
    const { [words]: text, ...texts } = soundTexts();
    const renamed = {
      ...texts,
      'src/content/modules/alku/sanasto.mdx': text!,
      [module]: texts[module]!.replace('- sanat', '- sanasto'),
    };
    const found = findingsOn(renamed).filter(({ rule }) => rule === 'ledger-vanished');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: module, severity: 'error' });
    expect(found[0]!.fix).toContain('palauta tunnus ”sanat”');
  });

  it('tells once of a question that went with its choices', () => {
    const texts = soundTexts();
    const shortened = texts[quiz]!.slice(0, texts[quiz]!.indexOf('  - id: kenelta'));
    expect(vanishedFrom({ ...texts, [quiz]: shortened })).toEqual([expect.stringContaining('”alku/kenelta”')]);
  });

  it('lets go for good what its line calls retired, with all within it, and says before what becomes of the records', () => {
    const texts = soundTexts();
    const shortened: Texts = { ...texts, [quiz]: texts[quiz]!.slice(0, texts[quiz]!.indexOf('  - id: kenelta')) };
    const { fix, line } = findingsOn(shortened).find(({ rule }) => rule === 'ledger-vanished')!;
    expect(fix).toMatch(/rivi \d+ tähän: question alku\/kenelta retired\. Annetut vastaukset säilyvät\./);
    const retired = texts[ledger]!.replace('question alku/kenelta\n', 'question alku/kenelta retired\n');
    expect(vanishedFrom({ ...shortened, [ledger]: retired })).toEqual([]);
    expect(line).toBeGreaterThan(0);
    expect(ledgerText(parseLedger(retired).entries, [{ kind: 'question', id: 'alku/kenelta' }])).toBe(retired);
  });

  it('gives the id of something retired to nothing else', () => {
    const texts = soundTexts();
    const retired = texts[ledger]!.replace('question alku/kenelta\n', 'question alku/kenelta retired\n');
    expect(findingsOn({ ...texts, [ledger]: retired })).toMatchObject([
      { rule: 'ledger-reused', severity: 'error', file: quiz },
    ]);
  });

  it('does not let a quiz go with a module of the same name', () => {
    const texts = soundTexts();
    const shortened: Texts = { ...texts, [quiz]: texts[quiz]!.slice(0, texts[quiz]!.indexOf('  - id: kenelta')) };
    const retired = texts[ledger]!.replace('module alku version 1\n', 'module alku version 1 retired\n');
    expect(vanishedFrom({ ...shortened, [ledger]: retired })).toHaveLength(1);
  });

  it('calls nothing gone that stands in a quiz which cannot be read', () => {
    const texts = soundTexts();
    expect(vanishedFrom({ ...texts, [quiz]: 'title: "auki' })).toEqual([]);
  });

  it('does not hold what is only announced or a draft', () => {
    const texts: Texts = { ...soundTexts(), [ledger]: '' };
    const draft = { ...texts, [module]: texts[module]!.replace('accent:', 'draft: true\naccent:') };
    expect(findingsOn(draft).map(({ rule }) => rule)).not.toContain('ledger-new');
  });
});

const everyType = `title: Kaikki lajit
questions:
  - id: jarjesta
    type: ordering
    prompt: Missä järjestyksessä?
    items:
      - { id: kysy, text: Kysy., explanation: Ensin. }
      - { id: sovi, text: Sovi., explanation: Sitten. }
      - { id: seuraa, text: Seuraa., explanation: Lopuksi. }
  - id: yhdista
    type: matching
    prompt: Kuka tekee mitä?
    pairs:
      - { left: { id: hoitaja, text: Hoitaja }, right: { id: tutkii, text: tutkii }, explanation: Niin. }
      - { left: { id: valmentaja, text: Valmentaja }, right: { id: kulkee, text: kulkee }, explanation: Niin. }
      - { left: { id: kela, text: Kela }, right: { id: paattaa, text: päättää }, explanation: Niin. }
  - id: vaite
    type: true-false
    prompt: Näin on.
    choices:
      - { id: aina, text: Aina., claim: true, explanation: Ei aina. }
      - { id: usein, text: Usein., claim: true, correct: true, explanation: Niin. }
      - { id: ei-koskaan, text: Ei., claim: false, explanation: Kyllä. }
  - id: tapaus
    type: branching
    prompt: Miten kohtaat hänet?
    steps:
      - id: alku
        text: Hän tulee.
        choices:
          - { id: kuuntele, text: Kuuntele., explanation: Hyvä., next: luottamus }
          - { id: neuvo, text: Neuvo., explanation: Liian pian., next: hiljaisuus }
      - id: hiljaisuus
        text: Hän on hiljaa.
        choices:
          - { id: odota, text: Odota., explanation: Hyvä., next: luottamus }
          - { id: lahde, text: Lähde., explanation: Hän jää yksin., next: yksin }
      - { id: luottamus, text: Hän luottaa., end: good }
      - { id: yksin, text: Hän jää yksin., end: other }
`;
const storyboard = 'videos/tervetuloa/storyboard.fi.yaml';

describe('what learners’ records may name', () => {
  const asked = ['jarjesta', 'yhdista', 'vaite', 'tapaus'].map((id) => `<Question id="kaikki/${id}" />`).join('\n\n');
  const texts: Texts = {
    ...soundTexts(),
    'quizzes/kaikki.yaml': everyType,
    [words]: `${soundTexts()[words]!}\n${asked}\n\n<Video id="tervetuloa" />\n`,
    [storyboard]: 'title: Tervetuloa\n',
  };
  const idsOf = (all: Texts) => {
    const { [ledger]: text = '', ...files } = all;
    const { content } = contentOf(Object.entries(files).map(([file, written]) => ({ file, text: written })));
    return { content, asked: questionsAsked(content), known: parseLedger(text).entries };
  };
  const publish = (all: Texts): Texts => {
    const { content, asked: questions, known } = idsOf(all);
    return { ...all, [ledger]: ledgerText(known, unpublishedIds(content, questions, known)) };
  };
  const refused = (all: Texts) => {
    const { content, asked: questions, known } = idsOf(all);
    return ledgerFindings(content, questions, known).filter(({ rule }) => rule === 'ledger-vanished');
  };
  const published = publish(texts);

  it('is published: items, both sides of pairs, reasons, the choices of a case, and videos', () => {
    const lines = published[ledger]!.split('\n').filter((line) => /kaikki|video/.test(line));
    expect(lines).toEqual([
      'choice kaikki/jarjesta/kysy',
      'choice kaikki/jarjesta/seuraa',
      'choice kaikki/jarjesta/sovi',
      'choice kaikki/tapaus/kuuntele',
      'choice kaikki/tapaus/lahde',
      'choice kaikki/tapaus/neuvo',
      'choice kaikki/tapaus/odota',
      'choice kaikki/vaite/aina',
      'choice kaikki/vaite/ei-koskaan',
      'choice kaikki/vaite/usein',
      'choice kaikki/yhdista/hoitaja',
      'choice kaikki/yhdista/kela',
      'choice kaikki/yhdista/kulkee',
      'choice kaikki/yhdista/paattaa',
      'choice kaikki/yhdista/tutkii',
      'choice kaikki/yhdista/valmentaja',
      'question kaikki/jarjesta',
      'question kaikki/tapaus',
      'question kaikki/vaite',
      'question kaikki/yhdista',
      'video tervetuloa',
    ]);
    expect(refused(published)).toEqual([]);
  });

  it.each([
    ['an item', 'sovi', 'choice kaikki/jarjesta/sovi'],
    ['the left side of a pair', 'hoitaja', 'choice kaikki/yhdista/hoitaja'],
    ['the right side of a pair', 'paattaa', 'choice kaikki/yhdista/paattaa'],
    ['a reason', 'aina', 'choice kaikki/vaite/aina'],
    ['a choice of a case’s first step', 'neuvo', 'choice kaikki/tapaus/neuvo'],
    ['a choice of a later step', 'lahde', 'choice kaikki/tapaus/lahde'],
  ])('is refused when it is renamed: %s, with its place in the question', (_, id, entry) => {
    const renamed = everyType.replace(`{ id: ${id},`, `{ id: ${id}-uusi,`);
    const found = refused({ ...published, 'quizzes/kaikki.yaml': renamed });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: 'quizzes/kaikki.yaml', severity: 'error' });
    expect(found[0]!.message).toContain(`”${entry.split(' ')[1]}”`);
    const name = entry.split(' ')[1]!;
    const line = published[ledger]!.split('\n').indexOf(entry) + 1;
    expect(found[0]!.fix).toBe(
      [
        `Jos tunnus muuttui vahingossa, palauta tunnus ”${id}”.`,
        `Jos ”${name}-uusi” on sama asia uudella tunnuksella, vaihda tiedoston ${ledger} rivi ${line} tähän: choice ${name} replaced by ${name}-uusi.`,
        'Vanhat vastaukset luetaan uudella tunnuksella. Kysymyksen tilasto alkaa alusta.',
        `Jos poistat sen tarkoituksella, vaihda tiedoston ${ledger} rivi ${line} tähän: choice ${name} retired.`,
        'Annetut vastaukset säilyvät.',
      ].join(' '),
    );
  });

  it('is refused when it is removed: each item, side, reason and choice that stood on the line', () => {
    const lines = everyType.split('\n');
    for (const [index, line] of lines.entries()) {
      if (!/explanation:/.test(line)) continue;
      const found = refused({ ...published, 'quizzes/kaikki.yaml': lines.toSpliced(index, 1).join('\n') });
      const named = [...line.matchAll(/\bid: ([a-z-]+)/g)].map(([, id]) => id);
      expect(found.map(({ message }) => /”[^”]*\/([^”]*)”/.exec(message)?.[1]).toSorted(), line).toEqual(
        named.toSorted(),
      );
    }
  });

  it('lets the steps of a case be renamed: no record names them', () => {
    const renamed = everyType.replaceAll('hiljaisuus', 'vaitiolo').replaceAll('luottamus', 'usko');
    expect(refused({ ...published, 'quizzes/kaikki.yaml': renamed })).toEqual([]);
  });

  it('is refused when a video is removed or renamed', () => {
    const { [storyboard]: text, ...without } = published;
    expect(refused(without).map(({ message }) => message)).toEqual([
      expect.stringContaining('Julkaistu video ”tervetuloa”'),
    ]);
    const renamed = { ...without, 'videos/alkuun/storyboard.fi.yaml': text! };
    expect(refused(renamed)).toHaveLength(1);
  });
});
