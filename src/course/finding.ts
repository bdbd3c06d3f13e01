/** Something in the content that its author should mend. */
export interface Finding {
  /** Path from the project's root, with forward slashes on every system. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Stable name of the rule, for machines and tests. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** True for what would be an error if its module were no draft: see `softenDrafts`. A page can still fail for it. */
  readonly softened?: true;
  /** What is wrong: one plain sentence in Finnish. */
  readonly message: string;
  /** What to do, in Finnish. */
  readonly fix: string;
}

export interface Place {
  readonly file: string;
  readonly line: number;
}

export function error(place: Place, rule: string, message: string, fix: string): Finding {
  return { file: place.file, line: place.line, rule, severity: 'error', message, fix };
}

export function warning(place: Place, rule: string, message: string, fix: string): Finding {
  return { file: place.file, line: place.line, rule, severity: 'warning', message, fix };
}

/** Findings by file and line, equal ones once. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const distinct = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...distinct.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.rule, b.rule) || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
