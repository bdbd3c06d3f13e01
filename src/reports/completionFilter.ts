/** What part of the completions a report or an export shows. Absent members do not filter. */
export interface CompletionFilter {
  readonly module?: string;
  readonly unit?: string;
  readonly version?: number;
  /** First and last Helsinki day of completion, both included: `2026-11-21`. */
  readonly from?: string;
  readonly to?: string;
}

export type FilterResult =
  { readonly ok: true; readonly filter: CompletionFilter } | { readonly ok: false; readonly parameter: string };

/** Reads a filter from an address. An empty value does not filter; an unknown or wrong parameter is named. */
export function readCompletionFilter(parameters: URLSearchParams): FilterResult {
  const filter: { -readonly [Key in keyof CompletionFilter]: CompletionFilter[Key] } = {};
  const seen = new Set<string>();
  for (const [name, value] of parameters) {
    if (seen.has(name)) return { ok: false, parameter: name };
    seen.add(name);
    if (value === '') continue;
    if ((name === 'module' || name === 'unit') && value.length <= 100) filter[name] = value;
    else if (name === 'version' && /^[1-9]\d{0,5}$/.test(value)) filter.version = Number(value);
    else if ((name === 'from' || name === 'to') && isDay(value)) filter[name] = value;
    else return { ok: false, parameter: name };
  }
  return { ok: true, filter };
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
