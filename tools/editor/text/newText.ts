import { groupSchema, isRequired, shapeOf, tagOf } from '../fields/fieldSchema.ts';
import type { FieldSchema } from '../fields/fieldSchema.ts';
import { isEmpty, isGroup, isList, textOf } from '../fields/formValue.ts';
import type { FormValue } from '../fields/formValue.ts';
import { scalarSource } from './scalarSource.ts';

/**
 * What stands behind a new field's colon: ` value`, or lines below it.
 * @param indent the column of the field's name
 */
export function valueText(schema: FieldSchema, value: FormValue, indent: number, lineEnd: string): string {
  if (isEmpty(value)) return shapeOf(schema) === 'list' ? ' []' : ' ""';
  if (isList(value))
    return listText(
      schema,
      value.items.map((item) => item.value),
      indent,
      lineEnd,
    );
  if (isGroup(value)) return `${lineEnd}${' '.repeat(indent + 2)}${groupText(schema, value, indent + 2, lineEnd)}`;
  return ` ${scalarSource(schema, typeof value === 'string' ? value : '', null, { indent: indent + 2, lineEnd, flow: false })}`;
}

function listText(schema: FieldSchema, items: readonly FormValue[], indent: number, lineEnd: string): string {
  if (shapeOf(schema.items!) !== 'group') return ` [${items.map((item) => flowText(schema.items!, item)).join(', ')}]`;
  const margin = `${lineEnd}${' '.repeat(indent + 2)}`;
  return items.map((item) => `${margin}${itemText(schema.items!, item, indent + 2, lineEnd)}`).join('');
}

/** A new item of a list that is written line by line, from its dash on. */
export function itemText(schema: FieldSchema, value: FormValue, indent: number, lineEnd: string): string {
  if (isGroup(value)) return `- ${groupText(schema, value, indent + 2, lineEnd)}`;
  const place = { indent: indent + 2, lineEnd, flow: false };
  return `- ${typeof value === 'string' ? scalarSource(schema, value, null, place) : '""'}`;
}

/** A value between brackets. */
export function flowText(schema: FieldSchema, value: FormValue): string {
  const place = { indent: 0, lineEnd: '\n', flow: true };
  return typeof value === 'string' ? scalarSource(schema, value, null, place) : '""';
}

/** The fields of a new group, the first without its margin. */
function groupText(schema: FieldSchema, value: FormValue, indent: number, lineEnd: string): string {
  const tag = tagOf(schema);
  const group = groupSchema(schema, tag === null ? undefined : textOf(value, tag));
  const lines = Object.entries(group?.properties ?? {}).flatMap(([name, field]) => {
    const held = isGroup(value) ? value.fields.get(name) : undefined;
    if (isEmpty(held) && !leavesBlank(group!, name)) return [];
    return [`${name}:${valueText(field, held, indent, lineEnd)}`];
  });
  return lines.length === 0 ? '{}' : lines.join(`${lineEnd}${' '.repeat(indent)}`);
}

/** True for a field that is written even while it is blank, so that an author sees it missing in the file. */
export function leavesBlank(group: FieldSchema, name: string): boolean {
  const shape = shapeOf(group.properties![name]!);
  return isRequired(group, name) && (shape === 'text' || shape === 'list');
}
