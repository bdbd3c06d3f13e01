import { groupSchema, shapeOf, tagOf } from './fieldSchema.ts';
import type { FieldSchema } from './fieldSchema.ts';
import { isList, textOf, valueAt } from './formValue.ts';
import type { FormItem, FormValue } from './formValue.ts';
import { blank, withValueAt } from './posted.ts';
import type { Path } from './posted.ts';

/** What a button of a form does to it, without saving. */
export const actions = ['add', 'remove', 'up', 'down', 'put', 'drop'] as const;
export type Action = (typeof actions)[number];

export interface Pressed {
  readonly action: Action;
  readonly path: Path;
}

/** The value of a button: what it does and where. */
export function buttonValue(action: Action, path: Path): string {
  return `${action}:${path.join('.')}`;
}

/** What a button's value says; null for one that is none of these. */
export function parsePressed(value: string): Pressed | null {
  const [action, path] = value.split(':');
  if (!actions.includes(action as Action) || path === undefined) return null;
  return { action: action as Action, path: path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)) };
}

/**
 * The form after a button was pressed, and the place to go on from.
 * @param variant which variant is to be added, where there are several
 */
export function afterPress(
  schema: FieldSchema,
  form: FormValue,
  { action, path }: Pressed,
  variant: string | undefined,
): { form: FormValue; focus: Path } {
  const change = (at: Path, to: (items: readonly FormItem[]) => readonly FormItem[]) => {
    return withValueAt(form, at, (value) => ({ items: to(isList(value) ? value.items : []) }));
  };
  const list = path.slice(0, -1);
  const index = Number(path.at(-1));
  const held = valueAt(form, action === 'add' ? path : list);
  const count = isList(held) ? held.items.length : 0;
  switch (action) {
    case 'add': {
      const field = schemaAt(schema, form, path);
      if (!field?.items) return { form, focus: path };
      const item = { from: null, value: blank(field.items, variant) };
      return { form: change(path, (items) => [...items, item]), focus: [...path, count] };
    }
    case 'remove':
      return { form: change(list, (items) => items.toSpliced(index, 1)), focus: list };
    case 'up':
    case 'down': {
      const to = action === 'up' ? index - 1 : index + 1;
      if (to < 0 || to >= count) return { form, focus: path };
      return {
        form: change(list, (items) => items.with(index, items[to]!).with(to, items[index]!)),
        focus: [...list, to],
      };
    }
    case 'put': {
      const field = schemaAt(schema, form, path);
      return { form: field ? withValueAt(form, path, () => blank(field)) : form, focus: path };
    }
    case 'drop':
      return { form: withValueAt(form, path, () => undefined), focus: path };
  }
}

/** The schema of a place of a form; null where there is none. */
export function schemaAt(schema: FieldSchema, form: FormValue, path: Path): FieldSchema | null {
  let at: FieldSchema | null | undefined = schema;
  for (const [depth, step] of path.entries()) {
    if (!at) return null;
    if (typeof step === 'number') at = at.items;
    else if (shapeOf(at) === 'group') {
      const tag = tagOf(at);
      const held = valueAt(form, path.slice(0, depth));
      const group: FieldSchema | null = groupSchema(at, tag === null ? undefined : textOf(held, tag));
      at = group?.properties && Object.hasOwn(group.properties, step) ? group.properties[step] : null;
    } else return null;
  }
  return at ?? null;
}
