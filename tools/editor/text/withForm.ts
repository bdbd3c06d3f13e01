import { isDeepStrictEqual } from 'node:util';
import { isMap } from 'yaml';
import type { Document } from 'yaml';
import { sameForm } from '../fields/formValue.ts';
import type { FormValue } from '../fields/formValue.ts';
import type { FieldSchema } from '../fields/fieldSchema.ts';
import { joinFile, lineEndOf, splitFile, withEditedText } from './fileText.ts';
import { formEdits, NotInFormError } from './formEdits.ts';
import { newEntry } from './newEntry.ts';
import { endOf, nodeAt, parseYaml, startOf, withEdits } from './places.ts';
import { readForm } from './readForm.ts';

/** What a form edits: a whole file, or an entry of one. */
export interface FormPlace {
  readonly file: string;
  readonly schema: FieldSchema;
  /** Where it is in the file's YAML; the empty path is the whole. */
  readonly path: readonly string[];
}

/** What a form holds. */
export interface FormContent {
  readonly value: FormValue;
  /** The text of an MDX file, its lines ending in `\n`; null elsewhere. */
  readonly body: string | null;
}

/** What the form of a file's text shows; null when the YAML cannot be read. */
export function formOf({ file, schema, path }: FormPlace, text: string): FormContent | null {
  const parts = splitFile(file, text);
  const document = parts && parseYaml(parts.yaml);
  if (!parts || !document || document.errors.length > 0) return null;
  const value = readForm(schema, nodeAt(document.contents, path), parts.yaml);
  return { value: value ?? { fields: new Map() }, body: parts.body?.replace(/\r\n?/g, '\n') ?? null };
}

/** What is written of a form's place: the whole file, or the lines of its entry; empty where there is none yet. */
export function sourceOf({ file, path }: FormPlace, text: string): string {
  if (path.length === 0) return text;
  const yaml = splitFile(file, text)?.yaml ?? '';
  const node = nodeAt(parseYaml(yaml).contents, path);
  return node ? yaml.slice(startOf(node), endOf(node, yaml)) : '';
}

/**
 * A file's text that says what the form says, and is otherwise the same byte for byte.
 * @throws NotInFormError when that cannot be done: then the file is to be edited itself
 */
export function withForm(place: FormPlace, text: string, form: FormContent): string {
  const parts = splitFile(place.file, text);
  const document = parts && parseYaml(parts.yaml);
  if (!parts || !document || document.errors.length > 0) throw new NotInFormError('the YAML cannot be read');
  const yaml = withValue(place, parts.yaml, document, form.value, lineEndOf(text));
  const body =
    parts.body === null || form.body === null ? parts.body : withEditedText(parts.body, form.body, lineEndOf(text));
  return joinFile({ ...parts, yaml, body });
}

function withValue(place: FormPlace, yaml: string, document: Document, value: FormValue, lineEnd: string): string {
  const node = nodeAt(document.contents, place.path);
  const edited = node
    ? withEdits(yaml, formEdits(place.schema, value, node, { text: yaml, lineEnd, flow: false }, 0))
    : newEntry(place.schema, place.path, yaml, value, lineEnd);
  if (edited !== yaml) verify(place, document, edited, value);
  return edited;
}

/** Nothing is written that does not read back as what was asked for, with the rest of the file as it was. */
function verify({ schema, path }: FormPlace, before: Document, yaml: string, value: FormValue): void {
  const after = parseYaml(yaml);
  const isSame = after.errors.length === 0 && sameForm(readForm(schema, nodeAt(after.contents, path), yaml), value);
  if (!isSame || !isDeepStrictEqual(others(before, path), others(after, path))) {
    throw new NotInFormError('what would be written does not read back the same');
  }
}

/** Everything beside an entry of a file. */
function others(document: Document, [key]: readonly string[]): unknown {
  if (key === undefined || !isMap(document.contents)) return null;
  const { [key]: _entry, ...rest } = document.toJS() as Record<string, unknown>;
  return rest;
}
