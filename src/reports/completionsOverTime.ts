import type { CompletionFilter } from './completionFilter.ts';
import type { CompletionRow } from './completionRows.ts';
import { helsinkiClock, helsinkiDate } from './helsinkiTime.ts';

/** Completions of a stretch of time, and of all time up to its end. */
export interface Period {
  /** Its first Helsinki day: `2026-11-01`. */
  readonly start: string;
  readonly completions: number;
  readonly soFar: number;
}

export interface CompletionsOverTime {
  /** The stretches as narrow as can still be read: weeks (from Monday on), months or years. */
  readonly step: Step;
  /** Without a gap, oldest first; none where nothing is completed. */
  readonly periods: readonly Period[];
}

type Step = 'week' | 'month' | 'year';

const oneDay = 24 * 60 * 60 * 1000;
/** Up to so many days are shown by week, up to so many by month. */
const mostDays = { week: 14 * 7, month: 3 * 366 } as const;

/**
 * When the completions of a report's rows came about. It goes from the first of them, and not from earlier than the filter
 * asks for, to the filter's end or today.
 */
export function completionsOverTime(
  rows: readonly CompletionRow[],
  { from = '', to = '' }: CompletionFilter,
  now: Date,
): CompletionsOverTime {
  const days = countByDay(rows);
  const [first, ...rest] = [...days.keys()].sort();
  if (first === undefined) return { step: 'month', periods: [] };
  const today = helsinkiDate(now);
  const last = [rest.at(-1) ?? first, to !== '' && to < today ? to : today].sort().at(-1)!;
  const begin = from > first ? from : first;
  const step = stepFor((Date.parse(last) - Date.parse(begin)) / oneDay);
  return { step, periods: periodsOf(days, startOf(begin, step), last, step) };
}

/** How many completions there are by Helsinki day. */
function countByDay(rows: readonly CompletionRow[]): ReadonlyMap<string, number> {
  const counts = new Map<number, number>();
  for (const { completion } of rows) {
    if (completion === null) continue;
    const day = Math.floor(helsinkiClock(completion.completedAt) / oneDay);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return new Map([...counts].map(([day, count]) => [new Date(day * oneDay).toISOString().slice(0, 10), count]));
}

function periodsOf(days: ReadonlyMap<string, number>, begin: string, last: string, step: Step): readonly Period[] {
  const counts = new Map<string, number>();
  for (let start = begin; start <= last; start = nextStart(start, step)) counts.set(start, 0);
  for (const [day, count] of days) {
    const start = startOf(day, step);
    counts.set(start, (counts.get(start) ?? 0) + count);
  }
  let soFar = 0;
  return [...counts].map(([start, completions]) => ({ start, completions, soFar: (soFar += completions) }));
}

function stepFor(days: number): Step {
  if (days <= mostDays.week) return 'week';
  return days <= mostDays.month ? 'month' : 'year';
}

function startOf(day: string, step: Step): string {
  if (step === 'month') return `${day.slice(0, 7)}-01`;
  if (step === 'year') return `${day.slice(0, 4)}-01-01`;
  const daysSinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  return plusDays(day, -daysSinceMonday);
}

function nextStart(start: string, step: Step): string {
  if (step === 'week') return plusDays(start, 7);
  return startOf(plusDays(start, step === 'month' ? 31 : 366), step);
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * oneDay).toISOString().slice(0, 10);
}
