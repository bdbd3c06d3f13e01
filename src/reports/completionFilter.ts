/** What part of the completions a report or an export shows. Absent members do not filter. */
export interface CompletionFilter {
  readonly module?: string;
  /** With every unit below it. */
  readonly unit?: string;
  readonly version?: number;
  /** First and last Helsinki day of completion, both included: `2026-11-21`. */
  readonly from?: string;
  readonly to?: string;
  /** Only rows of this state; what is counted stays the same. */
  readonly state?: CompletionState;
}

export const completionStates = ['completed', 'not-completed'] as const;
export type CompletionState = (typeof completionStates)[number];

export type FilterResult =
  { readonly ok: true; readonly filter: CompletionFilter } | { readonly ok: false; readonly parameter: string };

type Read = { -readonly [Key in keyof CompletionFilter]: CompletionFilter[Key] };

/** Reads a filter from an address. An empty value does not filter; an unknown or wrong parameter is named. */
export function readCompletionFilter(parameters: URLSearchParams): FilterResult {
  const filter: Read = {};
  const seen = new Set<string>();
  for (const [name, value] of parameters) {
    if (seen.has(name)) return { ok: false, parameter: name };
    seen.add(name);
    if (value !== '' && !takeFilter(filter, name, value)) return { ok: false, parameter: name };
  }
  return endsBeforeItBegins(filter) ? { ok: false, parameter: 'to' } : { ok: true, filter };
}

/** Takes a parameter up in a filter; false where it is no filter, or its value is none. */
export function takeFilter(filter: Read, name: string, value: string): boolean {
  if ((name === 'module' || name === 'unit') && value.length <= 100) filter[name] = value;
  else if (name === 'version' && /^[1-9]\d{0,5}$/.test(value)) filter.version = Number(value);
  else if ((name === 'from' || name === 'to') && isDay(value)) filter[name] = value;
  else if (name === 'state' && isState(value)) filter.state = value;
  else return false;
  return true;
}

/** Whether the last day stands before the first. */
export function endsBeforeItBegins({ from, to }: CompletionFilter): boolean {
  return from !== undefined && to !== undefined && to < from;
}

function isState(value: string): value is CompletionState {
  return (completionStates as readonly string[]).includes(value);
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
