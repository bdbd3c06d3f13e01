import type { z } from 'astro/zod';
import type { Path } from '../authoredContent.ts';
import type { Finding } from '../finding.ts';
import { suggest } from '../nearest.ts';
import { FieldNotes } from './fieldNotes.ts';
import { questionSentence } from './questionSentences.ts';
import { valueSentence } from './valueSentences.ts';

type Issue = z.core.$ZodIssue;

/** Where a value stands: to name the file and the line of a finding. */
export interface Placed {
  readonly file: string;
  readonly lineOf: (path: Path) => number;
}

/** A value judged by its schema: what it became, or null and what its author should mend. */
export function judge<Data>(
  schema: z.ZodType<Data>,
  raw: unknown,
  place: Placed,
): { data: Data | null; findings: Finding[] } {
  const result = schema.safeParse(raw);
  if (result.success) return { data: result.data, findings: [] };
  const notes = new FieldNotes(schema, raw);
  return { data: null, findings: result.error.issues.flatMap((issue) => findingsOf(issue, raw, place, notes)) };
}

function findingsOf(issue: Issue, raw: unknown, place: Placed, notes: FieldNotes): Finding[] {
  const path = issue.path as Path;
  const error = (rule: string, at: Path, message: string, fix: string): Finding => {
    return { file: place.file, line: place.lineOf(at), rule, severity: 'error', message, fix };
  };
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField(key, path, notes, error));
  }
  const value = valueAt(raw, path);
  if (value === undefined && path.length > 0) {
    const options = issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []) : [];
    return [missingField(path, options.map(String), notes, error)];
  }
  if (issue.code === 'custom') {
    const { message, fix } = questionSentence(issue.params);
    return [error('choices', path, `${fieldName(path)}: ${message}`, fix)];
  }
  const { message, fix } = valueSentence(issue, value);
  const note = notes.noteOn(path);
  return [error('field-value', path, `${fieldName(path)}: ${message}`, note === null ? fix : `${fix} (${note})`)];
}

type MakeError = (rule: string, at: Path, message: string, fix: string) => Finding;

/** @param options the values it may have, where it tells the variants of a union apart. */
function missingField(path: Path, options: readonly string[], notes: FieldNotes, error: MakeError): Finding {
  const name = String(path.at(-1));
  const where = path.length > 1 ? ` kohdasta ${fieldName(path.slice(0, -1))}` : '';
  const note = options.length > 0 ? `jokin näistä: ${options.join(', ')}` : notes.noteOn(path);
  return error(
    'field-missing',
    path,
    `Pakollinen kenttä ”${name}” puuttuu${where}.`,
    `Lisää rivi ${name}: …${note === null ? '' : ` (${note})`}`,
  );
}

function unknownField(key: string, path: Path, notes: FieldNotes, error: MakeError): Finding {
  const fields = notes.fieldsAt(path);
  const where = path.length > 0 ? ` kohdassa ${fieldName(path)}` : '';
  const fix = suggest(key, fields, `Poista kenttä tai valitse jokin näistä: ${fields.join(', ')}.`);
  return error('field-unknown', [...path, key], `Kenttää ”${key}” ei tunneta${where}.`, fix);
}

/** A field as an author counts: `questions 2 › choices 1 › text`. */
export function fieldName(path: Path): string {
  if (path.length === 0) return 'Tiedosto';
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name} ${step + 1}`;
    return name === '' ? String(step) : `${name} › ${step}`;
  }, '');
}

function valueAt(raw: unknown, path: Path): unknown {
  let value = raw;
  for (const step of path) value = (value as Record<string | number, unknown> | null | undefined)?.[step];
  return value;
}
