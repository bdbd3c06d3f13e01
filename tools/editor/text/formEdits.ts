import { isMap, isScalar, isSeq } from 'yaml';
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { groupSchema, tagOf } from '../fields/fieldSchema.ts';
import type { FieldSchema } from '../fields/fieldSchema.ts';
import { isEmpty, isGroup, isList, textOf, untouched } from '../fields/formValue.ts';
import type { FormGroup, FormValue } from '../fields/formValue.ts';
import { listEdits } from './listEdits.ts';
import { leavesBlank, valueText } from './newText.ts';
import { colonOf, columnOf, endOf, endOfPair, lineEnd, lineStart, nextLine, pairOf, startOf } from './places.ts';
import type { Edit } from './places.ts';
import { readForm } from './readForm.ts';
import { scalarSource } from './scalarSource.ts';

/** A text that is edited. */
export interface Edited {
  readonly text: string;
  /** How its lines end. */
  readonly lineEnd: string;
  /** True between brackets. */
  readonly flow: boolean;
}

/** A form asks for something that cannot be done without touching what was not edited. */
export class NotInFormError extends Error {
  override readonly name = 'NotInFormError';
}

/**
 * The edits that make a node say what the form says: only what differs is replaced, in the way it was written.
 * @param indent the column of the field or the list's dash that holds the node
 */
export function formEdits(schema: FieldSchema, form: FormValue, node: Node, edited: Edited, indent: number): Edit[] {
  if (form === untouched) return [];
  if (isGroup(form) && isMap(node)) return groupEdits(schema, form, node, within(node, edited));
  if (isList(form) && isSeq(node)) return listEdits(schema, form, node, within(node, edited));
  if (!isScalar(node) || typeof form !== 'string') throw new NotInFormError('another kind of value stands there');
  if (readForm(schema, node, edited.text) === form) return [];
  const [start, end] = [startOf(node), endOf(node, edited.text)];
  const source = edited.text.slice(start, end);
  const lines = source.split(/\r?\n/).slice(1);
  const ownIndent = /^[|>]/.test(source) ? lines.find((line) => line.trim() !== '')?.search(/\S/) : undefined;
  const place = { indent: ownIndent ?? indent + 2, lineEnd: edited.lineEnd, flow: edited.flow };
  const written = node.value === '' ? null : { type: node.type, source };
  return [{ start, end, text: scalarSource(schema, form, written, place) }];
}

function within(node: YAMLMap | YAMLSeq, edited: Edited): Edited {
  return node.flow ? { ...edited, flow: true } : edited;
}

function groupEdits(schema: FieldSchema, form: FormGroup, node: YAMLMap, edited: Edited): Edit[] {
  const tag = tagOf(schema);
  const group = groupSchema(schema, tag === null ? undefined : textOf(form, tag));
  if (!group) throw new NotInFormError('there is no such variant');
  const names = Object.keys(group.properties ?? {});
  const edits: Edit[] = [];
  const removed = new Set<Pair>();
  const added: string[] = [];
  for (const name of names) {
    const field = group.properties![name]!;
    const value = form.fields.get(name);
    const pair = pairOf(node, name);
    if (value === untouched) continue;
    if (!pair) {
      if (!isEmpty(value)) added.push(name);
      continue;
    }
    const old = readForm(field, pair.value as Node | null, edited.text);
    if (isEmpty(old) && isEmpty(value)) continue;
    if (isEmpty(value) && !leavesBlank(group, name)) removed.add(pair);
    else edits.push(...valueEdits(field, value, pair, edited));
  }
  return [...edits, ...removals(node, removed, edited), ...insertions(group, form, node, added, removed, edited)];
}

/** The edits of a field that stays: of its value, or the whole value where it becomes another kind of thing. */
function valueEdits(field: FieldSchema, value: FormValue, pair: Pair, edited: Edited): Edit[] {
  const indent = columnOf(edited.text, startOf(pair.key as Node));
  const node = pair.value as Node | null;
  const old = readForm(field, node, edited.text);
  const begins = isEmpty(old) && (isList(value) || isGroup(value));
  if (node && !isEmpty(value) && !begins && !(isScalar(node) && node.value === null)) {
    return formEdits(field, value, node, edited, indent);
  }
  const start = colonOf(pair, edited.text) + 1;
  return [{ start, end: endOfPair(pair, edited.text), text: valueText(field, value, indent, edited.lineEnd) }];
}

function removals(node: YAMLMap, removed: ReadonlySet<Pair>, { text }: Edited): Edit[] {
  if (removed.size === 0) return [];
  if (node.flow || removed.size === node.items.length) throw new NotInFormError('a field cannot be taken away here');
  return node.items.flatMap((pair, index): Edit[] => {
    if (!removed.has(pair)) return [];
    const start = startOf(pair.key as Node);
    const startsLine = text.slice(lineStart(text, start), start).trim() === '';
    if (startsLine) return [{ start: lineStart(text, start), end: nextLine(text, endOfPair(pair, text)), text: '' }];
    const next = node.items[index + 1];
    if (!next) throw new NotInFormError('a field cannot be taken away here');
    return [{ start, end: startOf(next.key as Node), text: '' }];
  });
}

/** New fields go behind the one that comes before them in the schema. */
function insertions(
  group: FieldSchema,
  form: FormGroup,
  node: YAMLMap,
  added: readonly string[],
  removed: ReadonlySet<Pair>,
  edited: Edited,
): Edit[] {
  if (added.length === 0) return [];
  const first = node.items[0];
  if (!first || node.flow) throw new NotInFormError('a field cannot be added here');
  const names = Object.keys(group.properties ?? {});
  const indent = columnOf(edited.text, startOf(first.key as Node));
  const margin = edited.lineEnd + ' '.repeat(indent);
  const stays = (name: string) => {
    const pair = pairOf(node, name);
    return pair && !removed.has(pair) ? pair : undefined;
  };
  const edits = new Map<number, Edit>();
  for (const name of added) {
    const source = `${name}:${valueText(group.properties![name]!, form.fields.get(name), indent, edited.lineEnd)}`;
    const before = names
      .slice(0, names.indexOf(name))
      .reverse()
      .map(stays)
      .find((pair) => pair !== undefined);
    const at = before ? lineEnd(edited.text, endOfPair(before, edited.text)) : startOf(first.key as Node);
    const put = before ? margin + source : source + margin;
    edits.set(at, { start: at, end: at, text: (edits.get(at)?.text ?? '') + put });
  }
  return [...edits.values()];
}
