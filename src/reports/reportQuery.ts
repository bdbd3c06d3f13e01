import { type CompletionFilter, endsBeforeItBegins, takeFilter } from './completionFilter.ts';

export const rowColumns = ['name', 'unit', 'module', 'state', 'completed', 'version'] as const;
export type RowColumn = (typeof rowColumns)[number];
export const unitColumns = ['unit', 'people', 'completed', 'share', 'missing'] as const;
export type UnitColumn = (typeof unitColumns)[number];

export interface Sorting<Column extends string> {
  readonly by: Column;
  readonly descending: boolean;
}

/** What a report's address asks for. */
export interface ReportQuery {
  readonly filter: CompletionFilter;
  readonly sort: Sorting<RowColumn> | null;
  readonly unitSort: Sorting<UnitColumn> | null;
  /** From 1. */
  readonly page: number;
  /** The report id of the one person to look at, or null. */
  readonly person: string | null;
}

/** A parameter that cannot be followed. */
export interface WrongParameter {
  readonly parameter: string;
  /** As it stands in the address, cut to what can be shown. */
  readonly value: string;
  readonly reason: 'wrong' | 'unknown' | 'twice' | 'order';
}

export interface ReadQuery {
  /** What could be followed. */
  readonly query: ReportQuery;
  /** The parameters of the address that could be followed, to make other addresses from; in a fixed order. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly wrong: readonly WrongParameter[];
}

/** The order in which a report's parameters stand in an address. */
const order = ['unit', 'module', 'from', 'to', 'version', 'state', 'sort', 'unitSort', 'page', 'person'];
const longestShown = 80;

/** Reads what a report's address asks for. What cannot be followed is told and left out; the rest is kept. */
export function readReportQuery(parameters: URLSearchParams): ReadQuery {
  const filter: { -readonly [Key in keyof CompletionFilter]: CompletionFilter[Key] } = {};
  let query: ReportQuery = { filter, sort: null, unitSort: null, page: 1, person: null };
  const kept = new Map<string, string>();
  const wrong: WrongParameter[] = [];
  const refuse = (parameter: string, value: string, reason: WrongParameter['reason']) =>
    wrong.push({ parameter: parameter.slice(0, longestShown), value: value.slice(0, longestShown), reason });

  for (const name of new Set(parameters.keys())) {
    const [value = '', ...others] = parameters.getAll(name);
    const changed = others.length > 0 || value === '' ? null : taken(query, filter, name, value);
    if (!order.includes(name)) refuse(name, value, 'unknown');
    else if (others.length > 0) refuse(name, value, 'twice');
    else if (value === '') continue;
    else if (changed === null) refuse(name, value, 'wrong');
    else {
      query = changed;
      kept.set(name, value);
    }
  }
  if (endsBeforeItBegins(filter)) {
    refuse('to', filter.to!, 'order');
    delete filter.to;
    kept.delete('to');
  }
  const inOrder = order.flatMap((name) => (kept.has(name) ? [[name, kept.get(name)!] as const] : []));
  return { query, parameters: Object.fromEntries(inOrder), wrong };
}

/** The query with one parameter taken up, or null where its value cannot be followed. */
function taken(
  query: ReportQuery,
  filter: Parameters<typeof takeFilter>[0],
  name: string,
  value: string,
): ReportQuery | null {
  switch (name) {
    case 'sort': {
      const sort = sortingOf(value, rowColumns);
      return sort && { ...query, sort };
    }
    case 'unitSort': {
      const unitSort = sortingOf(value, unitColumns);
      return unitSort && { ...query, unitSort };
    }
    case 'page':
      return /^[1-9]\d{0,6}$/.test(value) ? { ...query, page: Number(value) } : null;
    case 'person':
      return /^[\w-]{1,100}$/.test(value) ? { ...query, person: value } : null;
    default:
      return takeFilter(filter, name, value) ? query : null;
  }
}

/** `name` sorts upwards, `-name` downwards. */
function sortingOf<Column extends string>(value: string, columns: readonly Column[]): Sorting<Column> | null {
  const descending = value.startsWith('-');
  const by = columns.find((column) => column === (descending ? value.slice(1) : value));
  return by === undefined ? null : { by, descending };
}
