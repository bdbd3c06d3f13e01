import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { ledgerFile } from '../../src/course/contentFolders.ts';
import { inOrder } from '../../src/course/finding.ts';
import type { Finding } from '../../src/course/finding.ts';
import { parseLedger } from '../../src/course/ledger.ts';
import { ledgerFindings } from '../../src/course/ledgerFindings.ts';
import { questionsAsked } from '../../src/course/questionsAsked.ts';
import { contentOf } from '../../src/course/readContent.ts';
import { structureFindings } from '../../src/course/structureFindings.ts';

/** The root of a small course without a single finding. */
export const soundRoot = join(import.meta.dirname, '..', 'fixtures', 'content', 'sound');

/** One of an author's typical mistakes, made in a file of the small course: what is replaced, and what is told of it where. */
export type Mistake = Readonly<Record<'title' | 'file' | 'find' | 'put' | 'told' | 'says', string>>;

export function authorMistakes(): readonly Mistake[] {
  return parse(readFileSync(join(soundRoot, '..', 'mistakes.yaml'), 'utf8')) as Mistake[];
}

/** What a mistake should be told as: the rule, `file:line` and the severity. */
export function expectedFinding({ file, told }: Mistake): { rule: string; at: string; severity: string } {
  const [rule, place, severity] = told.split(' ') as [string, string, string];
  return { rule, severity, at: place.startsWith(':') ? `${file}${place}` : place };
}

export type Texts = Record<string, string>;

/** The files of the small course, by their paths with forward slashes. */
export function soundTexts(): Texts {
  return Object.fromEntries(
    readdirSync(soundRoot, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(soundRoot, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

/** All findings on a course held in memory. */
export function findingsOn(texts: Texts): Finding[] {
  const { [ledgerFile]: ledgerText = '', ...files } = texts;
  const { content, findings } = contentOf(Object.entries(files).map(([file, text]) => ({ file, text })));
  const ledger = parseLedger(ledgerText);
  return inOrder([
    ...findings,
    ...structureFindings(content, '2026-11-25'),
    ...ledger.findings,
    ...ledgerFindings(content, questionsAsked(content), ledger.entries),
  ]);
}
