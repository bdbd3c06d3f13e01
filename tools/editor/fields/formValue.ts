/** What a form holds of a file's fields: every value as the text that stands in its input. */
export type FormValue = string | undefined | FormGroup | FormList | Untouched;

/** A part of a file that no form can show: it stays as it is. */
export const untouched: Untouched = { isUntouched: true };

export interface Untouched {
  readonly isUntouched: true;
}

export interface FormGroup {
  readonly fields: ReadonlyMap<string, FormValue>;
}

export interface FormList {
  readonly items: readonly FormItem[];
}

export interface FormItem {
  /** Its place in the list of the file; null for one that was added in the form. */
  readonly from: number | null;
  readonly value: FormValue;
}

export function isGroup(value: FormValue): value is FormGroup {
  return typeof value === 'object' && 'fields' in value;
}

export function isList(value: FormValue): value is FormList {
  return typeof value === 'object' && 'items' in value;
}

/** True when there is nothing to write. */
export function isEmpty(value: FormValue): boolean {
  return value === undefined || value === '' || (isList(value) && value.items.length === 0);
}

/** A field of a group. */
export function fieldOf(value: FormValue, name: string): FormValue {
  return isGroup(value) ? value.fields.get(name) : undefined;
}

/** A field of a group, where it is a text. */
export function textOf(value: FormValue, name: string): string | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : undefined;
}

/** The value at a place of a form. */
export function valueAt(value: FormValue, path: readonly (string | number)[]): FormValue {
  let at = value;
  for (const step of path) {
    if (typeof step === 'string') at = fieldOf(at, step);
    else at = isList(at) ? at.items[step]?.value : undefined;
  }
  return at;
}

/** True when two forms say the same, wherever their items come from. */
export function sameForm(one: FormValue, other: FormValue): boolean {
  if (isEmpty(one) && isEmpty(other)) return true;
  if (isList(one) && isList(other)) {
    return (
      one.items.length === other.items.length &&
      one.items.every(({ value }, index) => sameForm(value, other.items[index]!.value))
    );
  }
  if (isGroup(one) && isGroup(other)) {
    return [...new Set([...one.fields.keys(), ...other.fields.keys()])].every((name) => {
      return sameForm(one.fields.get(name), other.fields.get(name));
    });
  }
  return one === other;
}
