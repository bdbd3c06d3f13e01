import { stringify } from 'csv-stringify/sync';
import type { CompletionRow } from './completionRows.ts';
import { helsinkiDateTime } from './helsinkiTime.ts';

const columns = [
  'learnerId',
  'name',
  'unit',
  'module',
  'moduleVersion',
  'status',
  'completedAt',
  'statementId',
] as const;

/**
 * The completion export as Finnish Excel opens it: UTF-8 with a byte-order mark, `;` between fields, Windows line ends.
 * Formulas are neutralised (OWASP, CSV injection): white space before them is trimmed first, as it would hide them.
 * The same rows give the same bytes.
 */
export function completionsCsv(rows: readonly CompletionRow[]): string {
  const header = stringify([[...columns]], { bom: true, delimiter: ';', record_delimiter: 'windows' });
  const body = stringify(rows.map(record), {
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  });
  return header + body;
}

function record({ learnerId, name, unit, module, completion }: CompletionRow): string[] {
  return [
    learnerId,
    name ?? '',
    unit.name,
    module.id,
    completion ? String(completion.moduleVersion) : '',
    completion ? 'completed' : 'not-completed',
    completion ? helsinkiDateTime(completion.completedAt) : '',
    completion?.statementId ?? '',
  ].map((field) => field.trim());
}
