import { LineCounter, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node, YAMLParseError } from 'yaml';
import type { Path } from '../authoredContent.ts';
import type { Finding } from '../finding.ts';
import { unresolved, yamlSentence } from './yamlSentences.ts';

/** A YAML text with the places of its fields. */
export interface YamlText {
  /** Undefined when the text cannot be read. */
  readonly value: unknown;
  readonly lineOf: (path: Path) => number;
  readonly findings: readonly Finding[];
}

/**
 * Reads YAML as Astro's loaders do (js-yaml's default types: an unquoted date is a date), but keeps the lines.
 * @param linesBefore lines of the file before this text.
 */
export function readYaml(text: string, file: string, linesBefore: number): YamlText {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    customTags: ['timestamp', 'merge'],
    prettyErrors: false,
  });
  const lineAt = (offset: number) => linesBefore + Math.max(1, counter.linePos(offset).line);
  const findings = telling(document.errors).map((error): Finding => {
    const line = lineAt(startOf(error, document));
    return { file, line, rule: 'yaml-syntax', severity: 'error', ...yamlSentence(error, document.errors) };
  });
  const lineOf = (path: Path) => lineAt(offsetOf(document, path));
  if (findings.length > 0) return { value: undefined, lineOf, findings };
  try {
    return { value: document.toJS(), lineOf, findings };
  } catch {
    const line = lineAt(firstAlias(document));
    return {
      value: undefined,
      lineOf,
      findings: [{ file, line, rule: 'yaml-syntax', severity: 'error', ...unresolved }],
    };
  }
}

/** One syntax error often causes more after it: the first is told, and every key that stands twice. */
function telling(errors: readonly YAMLParseError[]): YAMLParseError[] {
  const twice = errors.filter((error) => error.code === 'DUPLICATE_KEY');
  const first = errors.find((error) => error.code !== 'DUPLICATE_KEY');
  return first ? [...twice.filter((error) => error.pos[0] < first.pos[0]), first] : twice;
}

/** Where an author should look: a quotation mark left open is told where it opens, not where the file ends. */
function startOf(error: YAMLParseError, document: Document.Parsed): number {
  let start = error.pos[0];
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if (error.code === 'MISSING_CHAR' && type?.startsWith('QUOTE') && range?.[1] === error.pos[0]) start = range[0];
    },
  });
  return start;
}

function firstAlias(document: Document.Parsed): number {
  let offset = 0;
  visit(document, {
    Alias: (_key, { range }) => {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/** The offset of the field's key (or the list's item), or of the nearest thing above it that exists. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
      node = node.items[step] as Node | null;
      offset = node?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
