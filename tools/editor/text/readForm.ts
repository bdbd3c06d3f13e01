import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { groupSchema, shapeOf, tagOf } from '../fields/fieldSchema.ts';
import type { FieldSchema } from '../fields/fieldSchema.ts';
import { untouched } from '../fields/formValue.ts';
import type { FormValue } from '../fields/formValue.ts';
import { pairOf } from './places.ts';

/**
 * What a form shows of a node. What is not of the schema's shape is `untouched`: it can be edited in the file only.
 * A yes or no that is what it would be without its line reads as absent.
 */
export function readForm(schema: FieldSchema, node: Node | null | undefined, text: string): FormValue {
  if (!node || (isScalar(node) && node.value === null)) return undefined;
  if (isAlias(node) || node.anchor || isTagged(node, text)) return untouched;
  switch (shapeOf(schema)) {
    case 'group':
      return readGroup(schema, node, text);
    case 'list':
      if (!isSeq(node)) return untouched;
      return {
        items: node.items.map((item, from) => ({ from, value: readForm(schema.items!, item as Node | null, text) })),
      };
    case 'number':
    case 'boolean':
    case 'choice':
    case 'text':
      if (!isScalar(node)) return untouched;
      if (typeof node.value === 'boolean' && node.value === schema.default) return undefined;
      return readScalar(node.value, node, text);
  }
}

function readGroup(schema: FieldSchema, node: Node, text: string): FormValue {
  if (!isMap(node) || pairOf(node, '<<')) return untouched;
  const tag = tagOf(schema);
  const variant = tag === null ? undefined : node.get(tag);
  const group = groupSchema(schema, typeof variant === 'string' ? variant : undefined);
  if (!group) return untouched;
  const fields = Object.entries(group.properties ?? {}).map(([name, field]): [string, FormValue] => {
    return [name, readForm(field, pairOf(node, name)?.value as Node | undefined, text)];
  });
  return { fields: new Map(fields) };
}

/** A text is shown as it reads, anything else as it is written. */
function readScalar(value: unknown, node: Node, text: string): FormValue {
  return typeof value === 'string' ? value : text.slice(node.range![0], node.range![1]).trim();
}

/** True where the author wrote a type before a value, such as `!!str`. */
function isTagged(node: Node, text: string): boolean {
  return /(?:^|\s)!\S*\s+$/.test(text.slice(Math.max(0, node.range![0] - 80), node.range![0]));
}
