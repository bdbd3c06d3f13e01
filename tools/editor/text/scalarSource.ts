import { isMap, isScalar, isSeq, Scalar, stringify } from 'yaml';
import { shapeOf } from '../fields/fieldSchema.ts';
import type { FieldSchema } from '../fields/fieldSchema.ts';
import { parseYaml } from './places.ts';

/** How a value stood in the file before. */
export interface Written {
  readonly type: Scalar.Type | null | undefined;
  readonly source: string;
}

export interface ScalarPlace {
  /** Columns before the lines of a text over several lines. */
  readonly indent: number;
  readonly lineEnd: string;
  /** True between brackets, where a text may not reach over lines. */
  readonly flow: boolean;
}

/**
 * How a value is written in YAML: in the way the old one was where that can hold it, else as plainly as it reads back the same.
 */
export function scalarSource(schema: FieldSchema, value: string, written: Written | null, place: ScalarPlace): string {
  const shape = shapeOf(schema);
  if (shape === 'number' && /^-?\d+(?:\.\d+)?$/.test(value)) return value;
  if (shape === 'boolean' && (value === 'true' || value === 'false')) return value;
  const ways = [...waysToWrite(value, written, place)];
  return ways.find((source) => readsAs(source, value, place)) ?? JSON.stringify(value);
}

function* waysToWrite(value: string, written: Written | null, place: ScalarPlace): Generator<string> {
  const block = !place.flow;
  if (block && written?.type === Scalar.BLOCK_FOLDED) yield folded(value, written, place);
  if (block && (written?.type === Scalar.BLOCK_LITERAL || value.includes('\n'))) yield literal(value, place);
  if (written?.type === Scalar.QUOTE_DOUBLE) yield quoted(value, Scalar.QUOTE_DOUBLE);
  if (written?.type === Scalar.QUOTE_SINGLE) yield quoted(value, Scalar.QUOTE_SINGLE);
  if (!looksLikeNumber.test(value)) yield value;
  yield quoted(value, Scalar.QUOTE_DOUBLE);
}

/** What some reader of YAML takes for a number, a time or a version. */
const looksLikeNumber = /^[-+.]?\d[\d_.:,eExXoO+-]*$/;

function quoted(value: string, type: 'QUOTE_DOUBLE' | 'QUOTE_SINGLE'): string {
  const scalar = new Scalar(value);
  scalar.type = type;
  return stringify(scalar, { lineWidth: 0 }).trimEnd();
}

/** A text over several lines in which a line break is a space, as wide as it was. */
function folded(value: string, { source }: Written, { indent, lineEnd }: ScalarPlace): string {
  const widths = source.split(/\r?\n/).slice(1);
  const width =
    widths.filter((line) => line.trim() !== '').length > 1
      ? Math.max(...widths.map((line) => line.trimEnd().length))
      : Infinity;
  const text = value.replace(/\n$/, '');
  const lines = text
    .split('\n')
    .flatMap((paragraph, index) => [...(index > 0 ? [''] : []), ...wrapped(paragraph, Math.max(40, width) - indent)]);
  return `>${value.endsWith('\n') ? '' : '-'}${indented(lines, indent, lineEnd)}`;
}

function literal(value: string, { indent, lineEnd }: ScalarPlace): string {
  const lines = value.replace(/\n$/, '').split('\n');
  return `|${value.endsWith('\n') ? '' : '-'}${indented(lines, indent, lineEnd)}`;
}

function indented(lines: readonly string[], indent: number, lineEnd: string): string {
  return lines.map((line) => lineEnd + (line === '' ? '' : ' '.repeat(indent) + line)).join('');
}

function wrapped(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** True when YAML reads what is written as the value at its place. */
function readsAs(source: string, value: string, { indent, flow }: ScalarPlace): boolean {
  const key = ' '.repeat(Math.max(0, indent - 2));
  const { contents, errors, warnings } = parseYaml(flow ? `[${source}, x]` : `${key}k: ${source}\n${key}l: x\n`);
  if (errors.length > 0 || warnings.length > 0) return false;
  if (flow) return isSeq(contents) && contents.items.length === 2 && isText(contents.items[0], value);
  return isMap(contents) && contents.items.length === 2 && isText(contents.items[0]!.value, value);
}

function isText(node: unknown, value: string): boolean {
  return isScalar(node) && node.value === value && !node.comment;
}
