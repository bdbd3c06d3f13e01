import { groupSchema, shapeOf, tagOf } from './fieldSchema.ts';
import type { FieldSchema } from './fieldSchema.ts';
import { isGroup, isList, textOf, untouched } from './formValue.ts';
import type { FormItem, FormValue } from './formValue.ts';

export type Path = readonly (string | number)[];

/** The names of a form's inputs, by the place of what they hold. */
export const inputName = {
  /** The text of a field. */
  field: (path: Path) => `f:${path.join('.')}`,
  /** There when a group is. */
  group: (path: Path) => `g:${path.join('.')}`,
  /** How many items a list has. */
  count: (path: Path) => `n:${path.join('.')}`,
  /** An item's place in the list of the file, or nothing. */
  from: (path: Path) => `o:${path.join('.')}`,
  /** There when a part is left as it is. */
  untouched: (path: Path) => `u:${path.join('.')}`,
};

/** The id of a field's input, or of the frame of a group or a list, in the page. */
export function inputId(path: Path): string {
  return path.length === 0 ? 'lomake' : `k-${path.join('-')}`;
}

/** More items than any list may have; a form that names more was not made here. */
const mostItems = 200;

/** What was filled in, as far as the schema knows it. Everything else that was sent is left alone. */
export function readPosted(schema: FieldSchema, posted: URLSearchParams, path: Path = []): FormValue {
  if (posted.has(inputName.untouched(path))) return untouched;
  switch (shapeOf(schema)) {
    case 'group':
      return path.length === 0 || posted.has(inputName.group(path)) ? readGroup(schema, posted, path) : undefined;
    case 'list': {
      const count = Number(posted.get(inputName.count(path)) ?? 0);
      if (!Number.isInteger(count) || count < 1 || count > mostItems) return undefined;
      const items = Array.from({ length: count }, (_, index): FormItem => {
        const from = posted.get(inputName.from([...path, index])) ?? '';
        return {
          from: /^\d{1,4}$/.test(from) ? Number(from) : null,
          value: readPosted(schema.items!, posted, [...path, index]),
        };
      });
      return { items };
    }
    case 'number':
      // As numbers are written in Finnish, and as YAML knows them.
      return posted.get(inputName.field(path))?.trim().replace(',', '.').replace('−', '-') || undefined;
    case 'boolean':
    case 'choice':
    case 'text': {
      const text = posted.get(inputName.field(path))?.replace(/\r\n?/g, '\n');
      return text === '' ? undefined : text;
    }
  }
}

function readGroup(schema: FieldSchema, posted: URLSearchParams, path: Path): FormValue {
  const tag = tagOf(schema);
  const group = groupSchema(schema, tag === null ? undefined : (posted.get(inputName.field([...path, tag])) ?? ''));
  if (!group) return untouched;
  const fields = Object.entries(group.properties ?? {}).map(([name, field]): [string, FormValue] => {
    return [name, readPosted(field, posted, [...path, name])];
  });
  return { fields: new Map(fields) };
}

/** A new value of a schema: of the named variant, its groups there and the lists that must not be short begun. */
export function blank(schema: FieldSchema, variant?: string): FormValue {
  const shape = shapeOf(schema);
  if (shape === 'list') {
    const least = shapeOf(schema.items!) === 'group' && !schema.items!.oneOf ? (schema.minItems ?? 0) : 0;
    return { items: Array.from({ length: least }, () => ({ from: null, value: blank(schema.items!) })) };
  }
  if (shape !== 'group') return typeof schema.const === 'string' ? schema.const : undefined;
  const group = groupSchema(schema, variant);
  const fields = Object.entries(group?.properties ?? {}).map(([name, field]): [string, FormValue] => {
    return [name, group?.required?.includes(name) ? blank(field) : undefined];
  });
  return { fields: new Map(fields) };
}

/** The form with another value at a place. */
export function withValueAt(form: FormValue, path: Path, change: (value: FormValue) => FormValue): FormValue {
  const [step, ...rest] = path;
  if (step === undefined) return change(form);
  if (typeof step === 'string' && isGroup(form)) {
    const fields = new Map(form.fields);
    fields.set(step, withValueAt(form.fields.get(step), rest, change));
    return { fields };
  }
  if (typeof step === 'number' && isList(form)) {
    const items = form.items.map((item, index) => {
      return index === step ? { ...item, value: withValueAt(item.value, rest, change) } : item;
    });
    return { items };
  }
  return form;
}

/** What a value is called among others of its list, for its heading. */
export function nameOf(value: FormValue): string | null {
  if (typeof value === 'string') return value;
  for (const name of ['prompt', 'title', 'label', 'text', 'id', 'left']) {
    const text = textOf(value, name);
    if (text) return text;
  }
  return null;
}
