import { createProcessor } from '@mdx-js/mdx';

/** A node of a parsed MDX body: the part of mdast that the course needs. */
export interface MdxNode {
  readonly type: string;
  readonly children?: readonly MdxNode[];
  readonly value?: string;
  /** Of a component: its name; null for a fragment `<>`. */
  readonly name?: string | null;
  readonly attributes?: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
  /** Of a heading: its level, 1–6. */
  readonly depth?: number;
  /** Of an image: its text alternative. */
  readonly alt?: string | null;
  readonly url?: string;
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
}

/** A component as an author placed it. */
export interface PlacedComponent {
  readonly name: string;
  /** Attributes written as plain text; one written as `{expression}` is absent. */
  readonly text: Readonly<Record<string, string>>;
  /** Names of all attributes, however they are written. */
  readonly attributes: readonly string[];
  /** 1-based line in the body. */
  readonly line: number;
}

/**
 * Parses the body of an MDX file (without its frontmatter).
 * @throws VFileMessage with `ruleId`, `line` and `reason` when the MDX cannot be read.
 */
export function parseMdx(body: string): MdxNode {
  return createProcessor().parse(body);
}

/** Every node of a tree, parents before children, in document order. */
export function* nodesOf(node: MdxNode): Generator<MdxNode> {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}

/** Components and HTML tags in document order. Code blocks and comments hold none. */
export function placedComponents(root: MdxNode): PlacedComponent[] {
  const placed: PlacedComponent[] = [];
  for (const node of nodesOf(root)) {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') continue;
    if (!node.name) continue;
    const named = (node.attributes ?? []).filter((attribute) => attribute.name !== undefined);
    placed.push({
      name: node.name,
      text: Object.fromEntries(named.flatMap(({ name, value }) => (typeof value === 'string' ? [[name!, value]] : []))),
      attributes: named.map(({ name }) => name!),
      line: node.position?.start.line ?? 1,
    });
  }
  return placed;
}

/** The questions placed in a body, as `quiz/question`, in the order they appear. */
export function placedQuestions(root: MdxNode): string[] {
  return placedComponents(root).flatMap(({ name, text }) => (name === 'Question' && text['id'] ? [text['id']] : []));
}

/** The questions a section asks: those placed one by one and, where it holds `<ClosingQuiz />`, those of the closing quiz. */
export function askedQuestions(root: MdxNode, closingQuestions: readonly string[]): string[] {
  return placedComponents(root).flatMap(({ name, text }) => {
    if (name === 'ClosingQuiz') return closingQuestions;
    return name === 'Question' && text['id'] ? [text['id']] : [];
  });
}

/** Ids of the videos placed in a body, in the order they appear. */
export function placedVideos(root: MdxNode): string[] {
  return placedComponents(root).flatMap(({ name, text }) => (name === 'Video' && text['id'] ? [text['id']] : []));
}

/** What a learner reads: text, code and the content of components; no attributes, comments or imports. One space between words. */
export function readableText(root: MdxNode): string {
  const pieces: string[] = [];
  const inline = new Set(['text', 'inlineCode', 'code']);
  for (const node of nodesOf(root)) {
    if (inline.has(node.type)) pieces.push(node.value ?? '');
    else if (!phrasing.has(node.type)) pieces.push(' ');
  }
  return pieces.join('').replace(/\s+/g, ' ').trim();
}

/** Nodes that stand within a line of text, so that no space is read before them. */
const phrasing = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'mdxJsxTextElement',
  'mdxTextExpression',
]);
