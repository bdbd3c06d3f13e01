import { type MdxNode, nodesOf } from '../../../src/course/mdxBody.ts';
import { hasWords, type Piece, type Unit, unit } from './pieces.ts';

/** Attributes of components whose text a reader sees or hears. */
const readAttributes = new Set(['title', 'alt', 'caption', 'label', 'summary', 'prompt']);
const textBlocks = new Set(['paragraph', 'heading', 'tableCell']);
/** Components that name where something is from: their attributes are not words of the text. */
const unread = new Set(['Source', 'Term', 'Question', 'Video', 'Infographic']);

/** What is to be translated in a body: headings, paragraphs, list items, cells, and attributes that are read. */
export function bodyUnits(root: MdxNode, body: string): Unit[] {
  const units: Unit[] = [];
  const add = (pieces: readonly Piece[], attribute: string | null) => {
    const key = `body-${units.length + 1}`;
    if (hasWords(pieces)) units.push(unit(attribute ? `${key}.${attribute}` : key, pieces, attribute === null));
  };
  const visit = (node: MdxNode): void => {
    for (const [name, text] of readTexts(node)) add([text], name);
    if (!textBlocks.has(node.type)) for (const child of node.children ?? []) visit(child);
    else {
      add(inline(node.children ?? [], body), null);
      for (const inside of nodesOf(node))
        if (inside !== node) for (const [name, text] of readTexts(inside)) add([text], name);
    }
  };
  visit(root);
  return units;
}

/** Texts of a node that stand beside its children: an image's alternative, and a component's attributes that are read. */
function readTexts(node: MdxNode): (readonly [string, string])[] {
  if (node.type === 'image') return [['alt', node.alt ?? '']];
  if (unread.has(node.name ?? '')) return [];
  return (node.attributes ?? []).flatMap(({ name, value }) => {
    return name && readAttributes.has(name) && typeof value === 'string' ? [[name, value] as const] : [];
  });
}

/** The words of a line and, as codes, everything in it that is not words: numbered in their order. */
function inline(nodes: readonly MdxNode[], body: string): Piece[] {
  let last = 0;
  const pieces = (some: readonly MdxNode[]): Piece[] => some.map(piece);
  const piece = (node: MdxNode): Piece => {
    if (node.type === 'text') return (node.value ?? '').replace(/\s+/g, ' ');
    last += 1;
    const id = String(last);
    const children = node.children ?? [];
    const [start, end] = span(node);
    if (children.length === 0) return { id, open: body.slice(start, end), close: null, pieces: [] };
    const open = body.slice(start, span(children[0]!)[0]);
    return { id, open, close: body.slice(span(children.at(-1)!)[1], end), pieces: pieces(children) };
  };
  return pieces(nodes);
}

/** Where a node stands in the body: the parser counts offsets beside lines. */
function span(node: MdxNode): readonly [number, number] {
  const { start, end } = node.position as unknown as Record<'start' | 'end', { readonly offset: number }>;
  return [start.offset, end.offset];
}
