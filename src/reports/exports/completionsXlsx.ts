import type { CompletionRow } from '../completionRows.ts';
import { helsinkiClock } from '../helsinkiTime.ts';
import { exportColumns, exportRecord } from './exportRecord.ts';
import { inBatches } from './inBatches.ts';
import { dateCell, headingCell, numberCell, textCell } from './xlsxCells.ts';
import { xlsxPackage } from './xlsxPackage.ts';

/** How wide each column is, in characters. */
const widths: Readonly<Record<(typeof exportColumns)[number], number>> = {
  learnerId: 38,
  name: 28,
  unit: 32,
  module: 30,
  moduleVersion: 14,
  status: 15,
  completedAt: 18,
  statementId: 38,
};

/**
 * The completion export as a workbook with the columns of the CSV: real dates in Helsinki time, versions as numbers, everything
 * else as text, which no spreadsheet takes for a formula. The heading stays in sight and can filter. The same rows give the
 * same bytes. In parts, so that a large one holds up nobody.
 */
export function completionsXlsxParts(rows: readonly CompletionRow[]): Generator<Uint8Array> {
  return xlsxPackage({
    sheet: 'Suoritukset',
    widths: exportColumns.map((column) => widths[column]),
    rows: rows.length + 1,
    parts: sheetRows(rows),
  });
}

function* sheetRows(rows: readonly CompletionRow[]): Generator<string> {
  yield rowOf(1, exportColumns.map(headingCell));
  let number = 1;
  for (const batch of inBatches(rows)) yield batch.map((row) => rowOf((number += 1), cellsOf(row))).join('');
}

function cellsOf(row: CompletionRow): readonly string[] {
  const { learnerId, name, unit, module, moduleVersion, status, statementId } = exportRecord(row);
  const { completion } = row;
  return [
    textCell(learnerId),
    textCell(name),
    textCell(unit),
    textCell(module),
    numberCell(moduleVersion),
    textCell(status),
    dateCell(completion && helsinkiClock(completion.completedAt)),
    textCell(statementId),
  ];
}

function rowOf(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}
