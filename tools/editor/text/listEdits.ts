import { isMap } from 'yaml';
import type { Node, YAMLSeq } from 'yaml';
import type { FieldSchema } from '../fields/fieldSchema.ts';
import type { FormItem, FormList } from '../fields/formValue.ts';
import { formEdits, NotInFormError } from './formEdits.ts';
import type { Edited } from './formEdits.ts';
import { flowText, itemText } from './newText.ts';
import { columnOf, endOf, lineEnd, lineStart, nextLine, startOf, withEdits } from './places.ts';
import type { Edit } from './places.ts';

/** The edits of a list: of its items where they stay in their places, else of its lines, which move as they are. */
export function listEdits(schema: FieldSchema, form: FormList, node: YAMLSeq, edited: Edited): Edit[] {
  const { text } = edited;
  const itemEdits = ({ from, value }: FormItem): Edit[] => {
    const item = node.items[from!] as Node | undefined;
    if (!item?.range) throw new NotInFormError('the list has changed');
    return formEdits(schema.items!, value, item, edited, isMap(item) ? 0 : columnOf(text, startOf(node)));
  };
  const stays = form.items.length === node.items.length && form.items.every(({ from }, index) => from === index);
  if (stays) return form.items.flatMap(itemEdits);
  return [
    node.flow ? flowList(schema, form, node, edited, itemEdits) : blockList(schema, form, node, edited, itemEdits),
  ];
}

type ItemEdits = (item: FormItem) => Edit[];

function flowList(schema: FieldSchema, form: FormList, node: YAMLSeq, { text }: Edited, itemEdits: ItemEdits): Edit {
  const start = startOf(node);
  const items = form.items.map((item) => {
    if (item.from === null) return flowText(schema.items!, item.value);
    const old = node.items[item.from] as Node;
    return withEdits(text, itemEdits(item), startOf(old), endOf(old, text));
  });
  return { start, end: endOf(node, text), text: `[${items.join(', ')}]` };
}

function blockList(schema: FieldSchema, form: FormList, node: YAMLSeq, edited: Edited, itemEdits: ItemEdits): Edit {
  const { text, lineEnd: end } = edited;
  const lines = linesOfItems(node, text);
  const kept = form.items.map(({ from }) => from);
  const margin = ' '.repeat(columnOf(text, startOf(node)));
  const orphans = (from: number): string => {
    // Comments above an item that was taken away stay where they were.
    let comments = '';
    for (let index = from - 1; index >= 0 && !kept.includes(index); index -= 1) {
      comments = commentLines(text.slice(lines[index]!.start, lines[index]!.own)) + comments;
    }
    return comments;
  };
  const chunks = form.items.map((item) => {
    if (item.from === null) return margin + itemText(schema.items!, item.value, margin.length, end);
    const { start, end: itemEnd } = lines[item.from]!;
    return orphans(item.from) + withEdits(text, itemEdits(item), start, itemEnd);
  });
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const trailing = kept.includes(lines.length - 1) ? '' : orphans(lines.length).replace(/\r?\n$/, '');
  return { start: first.start, end: last.end, text: chunks.join(end) + (trailing && end + trailing) };
}

interface ItemLines {
  /** With the comments and empty lines above it. */
  readonly start: number;
  /** Where the line of its dash starts. */
  readonly own: number;
  /** Without the last line break. */
  readonly end: number;
}

function linesOfItems(node: YAMLSeq, text: string): ItemLines[] {
  const lines: ItemLines[] = [];
  for (const item of node.items as Node[]) {
    const dash = item.range ? text.slice(0, startOf(item)).search(/-\s+$/) : -1;
    if (dash === -1) throw new NotInFormError('the list is written in a way that a form cannot follow');
    const own = lineStart(text, dash);
    const previous = lines.at(-1);
    const start = previous ? nextLine(text, previous.end) : own;
    if (start > own) throw new NotInFormError('two items share a line');
    lines.push({ start, own, end: lineEnd(text, endOf(item, text)) });
  }
  return lines;
}

function commentLines(gap: string): string {
  return gap.includes('#') ? gap : '';
}
