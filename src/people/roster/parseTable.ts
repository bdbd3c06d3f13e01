import { CsvError, parse } from 'csv-parse/sync';

export interface TableRow {
  /** As Excel counts them: the header is row 1. */
  readonly number: number;
  /** Without spaces around them, in Unicode's composed form. */
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  /** Without rows that are wholly empty. */
  readonly rows: readonly TableRow[];
  readonly delimiter: string;
}

export type ParsedTable =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly row: number | null; readonly text: string };

const mostRows = 200_000;

/** Reads CSV whose columns `;`, `,` or a tab divides, whichever divides its first line most. */
export function parseTable(text: string): ParsedTable {
  // Excel writes this line to tell itself what divides the columns, and does not show it.
  const shown = text.replace(/^\uFEFF?(?:sep=.\r?\n)?/i, '');
  const delimiter = delimiterOf(shown);
  let records: readonly string[][];
  try {
    records = parse(shown, { delimiter, relax_column_count: true, max_record_size: 100_000 });
  } catch (error) {
    if (error instanceof CsvError) return refusedBy(error);
    throw error;
  }
  const [header, ...rows] = records.map((cells, index) => ({ number: index + 1, cells: cells.map(clean) }));
  if (header === undefined || isEmpty(header))
    return refused(null, 'The file has no header row. Its first row names the columns.');
  if (rows.length > mostRows) return refused(null, `The file has more than ${mostRows} rows. Check which file it is.`);
  return { ok: true, table: { header: header.cells, rows: rows.filter((row) => !isEmpty(row)), delimiter } };
}

function delimiterOf(text: string): string {
  const [firstLine = ''] = text.split(/\r?\n|\r/, 1);
  const bare = firstLine.replaceAll(/"[^"]*"/g, '');
  const counted = [';', ',', '\t'].map((sign) => ({ sign, count: bare.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

function clean(cell: string): string {
  return cell.normalize('NFC').trim();
}

function isEmpty({ cells }: TableRow): boolean {
  return cells.every((cell) => cell === '');
}

const reasons: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    'A quotation mark " opens a field and none closes it. Close it, or write it twice inside a field.',
  CSV_INVALID_CLOSING_QUOTE: 'Something follows a closing quotation mark ". Write a mark inside a field twice: "".',
  INVALID_OPENING_QUOTE:
    'A quotation mark " stands in the middle of a field. Put the field in quotation marks and write it twice.',
  CSV_MAX_RECORD_SIZE: 'The row is longer than 100,000 characters. Check for a quotation mark " that is not closed.',
};

function refusedBy(error: CsvError): ParsedTable {
  const records = typeof error['records'] === 'number' ? error['records'] : null;
  const text = reasons[error.code] ?? 'The row cannot be read as CSV. Save the file again in Excel as "CSV UTF-8".';
  return refused(records === null ? null : records + 1, text);
}

function refused(row: number | null, text: string): ParsedTable {
  return { ok: false, row, text };
}
