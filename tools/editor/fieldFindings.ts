import { inOrder } from '../../src/course/finding.ts';
import type { Finding } from '../../src/course/finding.ts';
import { fieldName, judge } from '../../src/course/read/schemaFindings.ts';
import { readYaml } from '../../src/course/read/yamlText.ts';
import { schemaAt } from './fields/actions.ts';
import { fixInForm } from './fields/help.ts';
import { isGroup, isList } from './fields/formValue.ts';
import type { FormValue } from './fields/formValue.ts';
import type { Path } from './fields/posted.ts';
import { splitFile } from './text/fileText.ts';
import type { Target } from './targets.ts';

/** A finding of the content check at its field. */
export interface FieldFinding {
  /** The field; null for what is in the text of an MDX file. */
  readonly path: Path | null;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly fix: string;
}

/** Rules whose findings come from the schema: these are told of the field itself, not of its line. */
const ofSchema = ['field-missing', 'field-value', 'field-unknown', 'choices'];

/**
 * What is wrong with what a form edits.
 * @param text of the whole file
 * @param checked what the content check found in the file
 */
export function fieldFindings(
  target: Target,
  text: string,
  form: FormValue,
  checked: readonly Finding[],
): FieldFinding[] {
  const parts = splitFile(target.file, text);
  if (!parts) return [];
  const linesBefore = parts.head.split('\n').length - 1;
  const { value, lineOf } = readYaml(parts.yaml, target.file, linesBefore);
  const own = target.path.reduce((at, step) => (at as Record<string, unknown> | undefined)?.[step], value);
  const lastLine = linesBefore + parts.yaml.split('\n').length - 1;
  const linesBeforeBody = lastLine + parts.middle.split('\n').length - 1;
  const isBody = (line: number) => parts.body !== null && line > lastLine;
  const places = placesOf(form)
    .map((path) => ({ path, line: lineOf([...target.path, ...path]) }))
    .sort((a, b) => b.line - a.line);
  const first = target.path.length === 0 ? 1 : lineOf(target.path);
  const last = target.path.length === 0 ? Infinity : lastLineOf(parts.yaml, first);
  const others = inOrder(checked).filter(({ rule, line }) => !ofSchema.includes(rule) && line >= first && line <= last);
  return [
    ...schemaFindings(target, own ?? {}, form),
    ...others.map(({ line, severity, message, fix }): FieldFinding => {
      if (isBody(line))
        return {
          path: null,
          severity,
          fix,
          message: `Tekstin rivi ${Math.max(1, line - linesBeforeBody)}: ${message}`,
        };
      const path = places.find((place) => place.line <= line)?.path ?? [];
      return { path, severity, message, fix };
    }),
  ];
}

/** The schema's findings, with the very places they are about. */
function schemaFindings(target: Target, value: unknown, form: FormValue): FieldFinding[] {
  const paths: Path[] = [];
  const { findings } = judge(target.judge, value, { file: target.file, lineOf: (path) => paths.push(path) - 1 });
  return findings.map(({ line, severity, message, fix, rule }) => {
    const path = paths[line]!;
    const prefix = `${fieldName(path)}: `;
    const said = message.startsWith(prefix) ? message.slice(prefix.length) : message;
    const isBlank = rule === 'field-missing' || said === 'teksti puuttuu.';
    return {
      path,
      severity,
      message: isBlank ? 'Tämä kenttä puuttuu.' : said.charAt(0).toUpperCase() + said.slice(1),
      fix: isBlank ? 'Täytä kenttä.' : fixInForm(schemaAt(target.schema, form, path), fix),
    };
  });
}

/** Every place of a form. */
function placesOf(value: FormValue, path: Path = []): Path[] {
  if (isGroup(value)) {
    return [...value.fields].flatMap(([name, field]) => (field === undefined ? [] : placesOf(field, [...path, name])));
  }
  if (isList(value)) return [path, ...value.items.flatMap((item, index) => placesOf(item.value, [...path, index]))];
  return [path];
}

/** The last line of the entry that begins at a line: before the next one that is not indented. */
function lastLineOf(yaml: string, first: number): number {
  const lines = yaml.split('\n');
  const next = lines.findIndex((line, index) => index >= first && /^[^\s#]/.test(line));
  return next === -1 ? lines.length : next;
}
