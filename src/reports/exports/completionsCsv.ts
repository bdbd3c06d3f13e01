import type { CompletionRow } from '../completionRows.ts';
import { inBatches } from './inBatches.ts';
import { exportColumns, exportRecord } from './exportRecord.ts';

const byteOrderMark = '\ufeff';
const lineEnd = '\r\n';

/** The whole of `completionsCsvParts`. */
export function completionsCsv(rows: readonly CompletionRow[]): string {
  return [...completionsCsvParts(rows)].join('');
}

/**
 * The completion export as Finnish Excel opens it: UTF-8 with a byte-order mark, `;` between fields, Windows line ends.
 * Formulas are neutralised (OWASP, CSV injection): white space before them is trimmed first, as it would hide them.
 * The same rows give the same bytes. In parts, so that a large one holds up nobody.
 */
export function* completionsCsvParts(rows: readonly CompletionRow[]): Generator<string> {
  yield byteOrderMark + exportColumns.join(';') + lineEnd;
  for (const batch of inBatches(rows)) yield batch.map(line).join('');
}

function line(row: CompletionRow): string {
  const record = exportRecord(row);
  return exportColumns.map((column) => field(String(record[column] ?? ''))).join(';') + lineEnd;
}

/** What a spreadsheet may take for the beginning of a formula; the wide signs too, which some take for the narrow ones. */
const formula = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/u;

function field(value: string): string {
  const trimmed = value.trim();
  const harmless = formula.test(trimmed) ? `'${trimmed}` : trimmed;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
