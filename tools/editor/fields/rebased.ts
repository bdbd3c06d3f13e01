import { isGroup, isList, textOf } from './formValue.ts';
import type { FormValue } from './formValue.ts';

/**
 * A form whose items point at those of another version of the file: by their ids where they have them, else by their places.
 * What is not there any more becomes new.
 */
export function rebased(form: FormValue, file: FormValue): FormValue {
  if (isGroup(form)) {
    const fields = [...form.fields].map(([name, value]): [string, FormValue] => {
      return [name, rebased(value, isGroup(file) ? file.fields.get(name) : undefined)];
    });
    return { fields: new Map(fields) };
  }
  if (!isList(form)) return form;
  const there = isList(file) ? file.items : [];
  const taken = new Set<number>();
  const items = form.items.map((item) => {
    const id = textOf(item.value, 'id');
    const found = id === undefined ? item.from : there.findIndex(({ value }) => textOf(value, 'id') === id);
    const from = found === null || found < 0 || found >= there.length || taken.has(found) ? null : found;
    if (from !== null) taken.add(from);
    return { from, value: rebased(item.value, from === null ? undefined : there[from]!.value) };
  });
  return { items };
}
