import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../../../src/course/readContent.ts';
import { shapeOf } from '../../../../tools/editor/fields/fieldSchema.ts';
import { schemaAt } from '../../../../tools/editor/fields/actions.ts';
import { isGroup, isList, untouched, valueAt } from '../../../../tools/editor/fields/formValue.ts';
import type { FormValue } from '../../../../tools/editor/fields/formValue.ts';
import { withValueAt } from '../../../../tools/editor/fields/posted.ts';
import type { Path } from '../../../../tools/editor/fields/posted.ts';
import { targetsOf } from '../../../../tools/editor/targets.ts';
import type { Target } from '../../../../tools/editor/targets.ts';
import { formOf, withForm } from '../../../../tools/editor/text/withForm.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
let targets: Target[];
beforeAll(async () => {
  targets = targetsOf((await readContent(root)).content);
});
const textOf = ({ file }: Target) => readFileSync(join(root, file), 'utf8');

/** The places of everything with a text of its own in a form. */
function leaves(value: FormValue, path: Path = []): Path[] {
  if (isGroup(value)) return [...value.fields].flatMap(([name, field]) => leaves(field, [...path, name]));
  if (isList(value)) return value.items.flatMap((item, index) => leaves(item.value, [...path, index]));
  return typeof value === 'string' ? [path] : [];
}

/** The lines of a text that another one does not have, from the first to the last of them. */
function changedLines(before: string, after: string): { old: string[]; put: string[] } {
  const [old, put] = [before.split('\n'), after.split('\n')];
  let first = 0;
  while (first < old.length && old[first] === put[first]) first += 1;
  let last = 0;
  while (last < Math.min(old.length, put.length) - first && old.at(-1 - last) === put.at(-1 - last)) last += 1;
  return { old: old.slice(first, old.length - last), put: put.slice(first, put.length - last) };
}

/** Every n-th text field of the whole content, so that the test stays quick; each file gives some. */
function* someFields(step: number): Generator<{ target: Target; text: string; path: Path }> {
  let seen = 0;
  for (const target of targets) {
    const text = textOf(target);
    const form = formOf(target, text)!;
    for (const path of leaves(form.value)) {
      if (shapeOf(schemaAt(target.schema, form.value, path)!) !== 'text') continue;
      if (seen++ % step === 0) yield { target, text, path };
    }
  }
}

describe('a form of any content file', () => {
  it('can show all of it', () => {
    expect(targets.length).toBeGreaterThan(100);
    const whole = (value: FormValue): boolean =>
      value !== untouched &&
      (!isGroup(value) || [...value.fields.values()].every(whole)) &&
      (!isList(value) || value.items.every((item) => whole(item.value)));
    expect(targets.filter((target) => !whole(formOf(target, textOf(target))!.value)).map(({ file }) => file)).toEqual(
      [],
    );
  });

  it.each([
    ['as it is', (text: string) => text],
    ['with the line ends of Windows and a byte order mark', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ])('changes no byte when it is saved unchanged, %s', (_title, made) => {
    const different = targets.filter((target) => {
      const text = made(textOf(target));
      return withForm(target, text, formOf(target, text)!) !== text;
    });
    expect(different.map(({ file }) => file)).toEqual([]);
  });

  it('changes the lines of one value when one value is edited, whatever is written', () => {
    const texts = [
      'Uusi teksti',
      'Kysymys: onko # "tämä" \'hyvä\'?',
      '- viiva',
      '2027-01-31',
      'true',
      '',
      ' alku',
      '&a *b',
    ];
    let edited = 0;
    for (const { target, text, path } of someFields(61)) {
      const form = formOf(target, text)!;
      const put = texts[edited % texts.length]!;
      const wanted = withForm(target, text, { ...form, value: withValueAt(form.value, path, () => put) });
      const { old } = changedLines(text, wanted);
      const value = valueAt(form.value, path) as string;
      expect(old.join(' ').length, `${target.file} ${path.join('.')}`).toBeLessThan(value.length * 1.2 + 120);
      expect(valueAt(formOf(target, wanted)!.value, path) ?? '').toBe(put);
      edited += 1;
    }
    expect(edited).toBeGreaterThan(25);
  });

  it('keeps the line ends of Windows in what is edited', () => {
    for (const { target, text, path } of someFields(401)) {
      const windows = text.replaceAll('\n', '\r\n');
      const form = formOf(target, windows)!;
      const wanted = withForm(target, windows, { ...form, value: withValueAt(form.value, path, () => 'yksi\nkaksi') });
      expect(wanted.replaceAll('\r\n', ''), target.file).not.toMatch(/[\r\n]/);
    }
  });
});
