/** What is wrong with a roster file, for its maintainer to mend. */
export interface RosterProblem {
  /** The file's name. */
  readonly file: string;
  /** The row as Excel counts them, the header being row 1; null when it is about the whole file. */
  readonly row: number | null;
  /** A plain sentence or two: what is wrong, and what to do. */
  readonly text: string;
}

/** A problem in one line. */
export function problemLine({ file, row, text }: RosterProblem): string {
  return row === null ? `${file}: ${text}` : `${file}, row ${row}: ${text}`;
}

/** A value as it is quoted in a problem: short, and without what could upset a terminal. */
export function quoted(value: string): string {
  const shown = value.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?');
  return `"${shown.length > 60 ? `${shown.slice(0, 57)}...` : shown}"`;
}
