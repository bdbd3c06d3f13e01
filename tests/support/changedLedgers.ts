import { expect } from 'vitest';
import { findingsOn, soundTexts, type Texts } from './contentFixture.ts';

export const ledger = 'src/content/published-ids.txt';
export const quiz = 'quizzes/alku.yaml';
const course = 'src/content/courses/kurssi.yaml';
export const folder = 'src/content/modules/alku';

/** The small course with this written otherwise. */
export function withWords(file: string, find: string, put: string, texts: Texts = soundTexts()): Texts {
  expect(texts[file]).toContain(find);
  return { ...texts, [file]: texts[file]!.replaceAll(find, put) };
}

export function withSectionRenamed(id: string, texts: Texts = soundTexts()): Texts {
  const { [`${folder}/sanat.mdx`]: text = '', ...others } = texts;
  return withWords(`${folder}/index.mdx`, '- sanat', `- ${id}`, { ...others, [`${folder}/${id}.mdx`]: text });
}

export function withModuleRenamed(id: string, texts: Texts = soundTexts()): Texts {
  const moved = Object.entries(texts).map(([file, text]) => [file.replace(folder, `src/content/modules/${id}`), text]);
  return withWords(course, '- alku', `- ${id}`, Object.fromEntries(moved) as Texts);
}

export const withQuestionRenamed = (id: string) => {
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

export const withLines = (texts: Texts, ...lines: string[]): Texts => ({
  ...texts,
  [ledger]: `${texts[ledger]}${lines.join('\n')}\n`,
});

export const ofLedger = (texts: Texts) => findingsOn(texts).filter(({ rule }) => /^ledger-(?!new)/.test(rule));

export const renamed: readonly [what: string, texts: Texts, lines: string[]][] = [
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
];

const section = withSectionRenamed('sanasto');
export const mistaken: readonly [what: string, texts: Texts, rule: string, says: string][] = [
  [
    'while the old one still stands in the content',
    withLines(soundTexts(), 'section alku/sanat replaced by alku/palvelut'),
    'ledger-reused',
    'sen tilalla on ”alku/palvelut”: sen lukeneiden merkinnät luetaan sille',
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
    'johtavat siitä takaisin',
  ],
  [
    'by what is not there',
    withLines(section, 'section alku/sanat replaced by alku/sanastto'),
    'ledger-replaced',
    'tähän: section alku/sanat replaced by alku/sanasto.',
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
    'samaa lajia ja muotoa kuin vanhan: moduuli/osio.',
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
    'Tunnus ”uusi” on sisällössä, mutta rivin',
  ],
  [
    'in a circle, of which one is in the content',
    withLines(section, 'section alku/sanat replaced by alku/sanasto', 'section alku/sanasto replaced by alku/sanat'),
    'ledger-reused',
    'tähän: section alku/sanasto.',
  ],
  [
    'and stands in the content after it was taken out',
    withLines(soundTexts(), 'section alku/sanat retired'),
    'ledger-reused',
    'sen lukeneiden merkinnät tulisivat uuden sisällön tiedoiksi',
  ],
  [
    'a module by what is not there',
    withLines(withModuleRenamed('alkuun'), 'module alku replaced by alkun'),
    'ledger-replaced',
    'module alku version 1 replaced by alkuun.',
  ],
];
