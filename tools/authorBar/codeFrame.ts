/** Lines shown above and below the one that is wrong. */
const around = 2;

/** One line of a file as it is shown beside a finding. */
export interface FrameLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  readonly isWrong: boolean;
}

/** The lines of a text around one of them; none where the text has no such line. */
export function codeFrame(text: string, line: number): FrameLine[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n/);
  if (line > lines.length) return [];
  const first = Math.max(1, line - around);
  return lines.slice(first - 1, line + around).map((one, index) => {
    return { number: first + index, text: one, isWrong: first + index === line };
  });
}
