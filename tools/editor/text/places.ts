import { isCollection, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node, Pair } from 'yaml';

/** A replacement of a stretch of a text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text after the edits, none of which reaches into another. */
export function withEdits(text: string, edits: readonly Edit[], from = 0, to = text.length): string {
  let done = '';
  let at = from;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    done += text.slice(at, start) + put;
    at = end;
  }
  return done + text.slice(at, to);
}

/** Reads YAML as the content's readers do, with the places of everything. */
export function parseYaml(text: string): Document.Parsed {
  return parseDocument(text, { customTags: ['timestamp', 'merge'], prettyErrors: false });
}

export function startOf(node: Node): number {
  return node.range![0];
}

/** Where what is written of a node ends: before a comment behind it, and before empty lines. */
export function endOf(node: Node, text: string): number {
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    const last = node.items.at(-1);
    if (isPair(last)) return endOfPair(last, text);
    return endOf(last as Node, text);
  }
  const end = node.range![1];
  const keepsEmptyLines = isScalar(node) && /^[|>]\d?\+/.test(text.slice(node.range![0], node.range![0] + 3));
  if (keepsEmptyLines) return text.slice(0, end).replace(/\r?\n$/, '').length;
  return node.range![0] + text.slice(node.range![0], end).trimEnd().length;
}

/** Where a field ends, its key alone where it has no value. */
export function endOfPair(pair: Pair, text: string): number {
  const value = pair.value as Node | null;
  const afterKey = colonOf(pair, text) + 1;
  return value?.range ? Math.max(afterKey, endOf(value, text)) : afterKey;
}

export function colonOf(pair: Pair, text: string): number {
  return text.indexOf(':', (pair.key as Node).range![1]);
}

/** The end of the line that holds a place, before its line break. */
export function lineEnd(text: string, at: number): number {
  const end = text.slice(at).search(/\r?\n/);
  return end === -1 ? text.length : at + end;
}

/** The start of the line that holds a place. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the next line starts. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** The column of a place, counted from 0. */
export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** A field of a map by its name. */
export function pairOf(node: unknown, name: string): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && String(key.value) === name);
}

/** What stands at a place of a document; null where nothing does. */
export function nodeAt(root: unknown, path: readonly (string | number)[]): Node | null {
  let node = root;
  for (const step of path) {
    if (typeof step === 'string') node = pairOf(node, step)?.value ?? null;
    else node = isSeq(node) ? node.items[step] : null;
  }
  return (node ?? null) as Node | null;
}
