import { describe, expect, it } from 'vitest';
import { moduleSchema } from '../../../../src/schemas/module.ts';
import { quizSchema } from '../../../../src/schemas/quiz.ts';
import { sectionSchema } from '../../../../src/schemas/section.ts';
import { termSchema } from '../../../../src/schemas/glossary.ts';
import { afterPress } from '../../../../tools/editor/fields/actions.ts';
import type { Action } from '../../../../tools/editor/fields/actions.ts';
import { fieldSchemaOf } from '../../../../tools/editor/fields/fieldSchema.ts';
import { withValueAt } from '../../../../tools/editor/fields/posted.ts';
import type { Path } from '../../../../tools/editor/fields/posted.ts';
import { formOf, withForm } from '../../../../tools/editor/text/withForm.ts';
import type { FormContent, FormPlace } from '../../../../tools/editor/text/withForm.ts';

const quiz: FormPlace = { file: 'quizzes/sarja.yaml', schema: fieldSchemaOf(quizSchema), path: [] };
const term: FormPlace = { file: 'src/content/glossary/terms.yaml', schema: fieldSchemaOf(termSchema), path: ['arvio'] };
const section: FormPlace = {
  file: 'src/content/modules/alku/sanat.mdx',
  schema: fieldSchemaOf(sectionSchema),
  path: [],
};

const quizText = `# sarjan alku
title: 'Kysymykset' # lainattu
questions:
  # ensimmäisestä
  - id: yksi
    type: single
    objectives: [a, b] # mitä mitataan
    prompt: >-
      Pitkä kysymys, joka on kirjoitettu
      kahdelle riville.
    choices:
      - id: oikea
        text: Oikea
        correct: true
        explanation: Koska.

      # toisesta
      - id: vaara
        text: Väärä
        explanation: Ei.
  - id: kaksi
    type: ordering
    prompt: Järjestä
    items:
      - { id: a, text: A, explanation: x }
# loppu
`;

function set(place: FormPlace, text: string, path: Path, value: string | undefined): string {
  const form = formOf(place, text)!;
  return withForm(place, text, { ...form, value: withValueAt(form.value, path, () => value) });
}

function press(
  place: FormPlace,
  text: string,
  action: Action,
  path: Path,
  then?: (form: FormContent) => FormContent,
): string {
  const form = formOf(place, text)!;
  const pressed = { ...form, value: afterPress(place.schema, form.value, { action, path }, 'single').form };
  return withForm(place, text, then ? then(pressed) : pressed);
}

describe('an edited value', () => {
  it('keeps its quotes and the comment behind it', () => {
    expect(set(quiz, quizText, ['title'], "Miten 'se' on?")).toBe(
      quizText.replace("'Kysymykset'", "'Miten ''se'' on?'"),
    );
  });

  it('stays folded over lines where it was, and no wider', () => {
    const prompt = 'Uusi kysymys: mitä teet, kun asiakas ei vastaa?';
    expect(set(quiz, quizText, ['questions', 0, 'prompt'], prompt)).toBe(
      quizText.replace(/Pitkä kysymys[^]*riville\./, 'Uusi kysymys: mitä teet, kun\n      asiakas ei vastaa?'),
    );
  });

  it('is quoted when it would be read as something else', () => {
    const prompt: Path = ['questions', 1, 'prompt'];
    for (const value of [
      'Kello: 12',
      'true',
      '2026-11-25',
      '12',
      '# ei',
      '@a',
      '"lainaus"',
      '- a',
      '? b',
      'null',
      '~',
    ]) {
      const put = set(quiz, quizText, prompt, value);
      expect(put).toContain(`prompt: ${JSON.stringify(value)}\n`);
    }
    expect(set(quiz, quizText, prompt, '”Lainaus”, sanoi hän.')).toContain('prompt: ”Lainaus”, sanoi hän.\n');
  });

  it('goes on the lines below when it has several', () => {
    expect(set(quiz, quizText, ['questions', 1, 'prompt'], 'yksi\nkaksi')).toBe(
      quizText.replace('prompt: Järjestä', 'prompt: |-\n      yksi\n      kaksi'),
    );
  });

  it('stays between brackets where it was', () => {
    expect(set(quiz, quizText, ['questions', 1, 'items', 0, 'text'], 'A, B')).toBe(
      quizText.replace('text: A,', 'text: "A, B",'),
    );
  });
});

describe('a field', () => {
  it('goes when it is emptied and need not be there', () => {
    const text = 'arvio:\n  term: arvio\n  place: luku 1 # missä\n  # muistiinpano\n  source: a\nmuu:\n  term: muu\n';
    expect(set(term, text, ['place'], undefined)).toBe(text.replace('  place: luku 1 # missä\n', ''));
  });

  it('stays blank when it must be there', () => {
    expect(set(quiz, quizText, ['questions', 1, 'prompt'], undefined)).toBe(
      quizText.replace('prompt: Järjestä', 'prompt: ""'),
    );
  });

  it('comes behind the one before it in the schema', () => {
    const path: Path = ['questions', 0, 'choices', 1, 'correct'];
    expect(set(quiz, quizText, path, 'true')).toBe(
      quizText.replace('text: Väärä\n', 'text: Väärä\n        correct: true\n'),
    );
    expect(set(quiz, quizText, ['questions', 0, 'choices', 0, 'correct'], undefined)).toBe(
      quizText.replace('        correct: true\n', ''),
    );
  });
});

describe('a list', () => {
  const choices: Path = ['questions', 0, 'choices'];
  const second = '\n      # toisesta\n      - id: vaara\n        text: Väärä\n        explanation: Ei.';
  const first = '      - id: oikea\n        text: Oikea\n        correct: true\n        explanation: Koska.';

  it('moves the lines of its items as they are, with the comments above them', () => {
    expect(press(quiz, quizText, 'up', [...choices, 1])).toBe(
      quizText.replace(`${first}\n${second}`, `${second}\n${first}`),
    );
  });

  it('loses the lines of an item, and no comment', () => {
    expect(press(quiz, quizText, 'remove', [...choices, 1])).toBe(quizText.replace(second, '\n      # toisesta'));
  });

  it('gets a new item in the way of the others', () => {
    const added = press(quiz, quizText, 'add', choices, (form) => ({
      ...form,
      value: withValueAt(form.value, [...choices, 2, 'id'], () => 'kolmas'),
    }));
    expect(added).toBe(
      quizText.replace(second, `${second}\n      - id: kolmas\n        text: ""\n        explanation: ""`),
    );
  });

  it('stays between brackets where it was', () => {
    expect(press(quiz, quizText, 'remove', ['questions', 0, 'objectives', 0])).toBe(quizText.replace('[a, b]', '[b]'));
  });

  it('moves and edits at once', () => {
    const moved = press(quiz, quizText, 'down', ['questions', 0], (form) => ({
      ...form,
      value: withValueAt(form.value, ['questions', 1, 'choices', 0, 'text'], () => 'Toinen'),
    }));
    const start = quizText.indexOf('  - id: yksi');
    const middle = quizText.indexOf('  - id: kaksi');
    const end = quizText.indexOf('# loppu');
    const [one, two] = [quizText.slice(start, middle), quizText.slice(middle, end)];
    expect(moved).toBe(quizText.slice(0, start) + two + one.replace('Oikea', 'Toinen') + quizText.slice(end));
  });
});

describe('a part that need not be there', () => {
  const module: FormPlace = {
    file: 'src/content/modules/alku/index.mdx',
    schema: fieldSchemaOf(moduleSchema),
    path: [],
  };
  const text = `---
title: Alku
summary: Mitä.
version: 1
targetMinutes: 10
accent: engel
objectives: []
sections: # järjestys
  - sanat
---
Teksti
`;
  const closing = 'closingQuiz:\n  quiz: lopputesti\n  mastery: 0.8\n';

  it('comes and goes with its lines', () => {
    const put = press(module, text, 'put', ['closingQuiz'], (form) => {
      const named = withValueAt(form.value, ['closingQuiz', 'quiz'], () => 'lopputesti');
      return { ...form, value: withValueAt(named, ['closingQuiz', 'mastery'], () => '0.8') };
    });
    expect(put).toBe(text.replace('  - sanat\n', `  - sanat\n${closing}`));
    expect(press(module, put, 'drop', ['closingQuiz'])).toBe(text);
  });

  it('begins a list that was empty, and leaves an empty one where there must be one', () => {
    const begun = press(module, text, 'add', ['objectives'], (form) => ({
      ...form,
      value: withValueAt(form.value, ['objectives', 0, 'id'], () => 'osaa'),
    }));
    expect(begun).toBe(text.replace('objectives: []', 'objectives:\n  - id: osaa\n    text: ""'));
    expect(press(module, text, 'remove', ['sections', 0])).toBe(text.replace('sections: # järjestys\n  - sanat\n', ''));
    expect(press(quiz, 'title: A\nquestions:\n  - id: a\n    type: single\n', 'remove', ['questions', 0])).toBe(
      'title: A\nquestions: []\n',
    );
  });
});

describe('the text of a section', () => {
  const text = '---\r\ntitle: Sanat\r\nlead: Johdanto.\r\n---\r\n\r\nYksi.  \nKaksi.\r\n\r\nKolme.\r\n';

  it('keeps the bytes of the lines that did not change', () => {
    const form = formOf(section, text)!;
    expect(form.body).toBe('Yksi.  \nKaksi.\n\nKolme.\n');
    expect(withForm(section, text, { ...form, body: form.body!.replace('Kolme', 'Neljä\nja viisi') })).toBe(
      text.replace('Kolme', 'Neljä\r\nja viisi'),
    );
  });
});

describe('an entry', () => {
  it('is made at the end of its file when it is not there', () => {
    const text = 'muu:\n  term: muu\n';
    const value = {
      fields: new Map([
        ['term', 'arvio'],
        ['explanation', 'Selitys: mitä.'],
        ['source', 'a'],
      ]),
    };
    expect(withForm(term, text, { value, body: null })).toBe(
      `${text}arvio:\n  term: arvio\n  explanation: "Selitys: mitä."\n  source: a\n`,
    );
  });
});
