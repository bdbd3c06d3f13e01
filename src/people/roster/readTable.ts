import { type ColumnKind, type Columns, findColumns } from './columns.ts';
import { decodeFile } from './decodeFile.ts';
import { parseTable, type TableRow } from './parseTable.ts';
import { quoted, type RosterProblem } from './problems.ts';

export interface SourceFile {
  /** As messages name it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file holds, with everything that is wrong in its rows. */
export interface ReadTable<Entry> {
  /** Null when it could not be read as a table of its kind at all. */
  readonly entries: readonly Entry[] | null;
  readonly problems: readonly RosterProblem[];
  /** What it was read as, and what of it is not used: a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Reads a file of one kind from bytes to entries, each with an id of its own.
 *
 * @param readRow reads one row and reports its problems, a sentence each.
 */
export function readTable<Name extends string, Entry extends { readonly id: string }>(
  { name, bytes }: SourceFile,
  kinds: Readonly<Record<Name, ColumnKind>>,
  readRow: (row: TableRow, columns: Columns<Name>, report: (text: string) => void) => Entry,
): ReadTable<Entry> {
  const refused = (...found: readonly { readonly row: number | null; readonly text: string }[]) => ({
    entries: null,
    problems: found.map(({ row, text }) => ({ file: name, row, text })),
    notes: [],
  });
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return refused({ row: null, text: decoded.text });
  const parsed = parseTable(decoded.text);
  if (!parsed.ok) return refused(parsed);
  const { header, rows, delimiter } = parsed.table;
  const found = findColumns(header, kinds);
  if (found.problems.length > 0) return refused(...found.problems.map((text) => ({ row: 1, text })));
  if (rows.length === 0)
    return refused({ row: null, text: 'The file has a header and no rows: there is nothing to import.' });

  const problems: RosterProblem[] = [];
  const report = (row: number, text: string) => problems.push({ file: name, row, text });
  const isNew = newIds(report);
  const entries: Entry[] = [];
  for (const row of rows) {
    if (row.cells.length !== header.length) {
      report(row.number, countText(row.cells.length, header.length));
      continue;
    }
    const entry = readRow(row, found.columns, (text) => report(row.number, text));
    if (entry.id !== '' && isNew(entry.id, row.number)) entries.push(entry);
  }
  const readAs = `${name}: ${rows.length} rows, ${decoded.encoding}, columns divided by ${dividers[delimiter]}.`;
  const notUsed = found.unused.length === 0 ? [] : [`${name}: not used: ${found.unused.map(quoted).join(', ')}.`];
  return { entries, problems, notes: [readAs, ...notUsed] };
}

const dividers: Readonly<Record<string, string>> = { ';': 'semicolons', ',': 'commas', '\t': 'tabs' };

/** Tells of each id whether it is the first of its kind, and reports the others. */
function newIds(report: (row: number, text: string) => void): (id: string, row: number) => boolean {
  const rowOf = new Map<string, number>();
  return (id, row) => {
    const first = rowOf.get(id);
    if (first === undefined) rowOf.set(id, row);
    else report(row, `The id ${quoted(id)} stands on row ${first} already. Keep one of the two.`);
    return first === undefined;
  };
}

function countText(found: number, wanted: number): string {
  return `The row has ${found} columns and the header ${wanted}. Put a field that holds the dividing sign in quotation marks.`;
}
