import type { Translate } from '../../i18n/translate.ts';
import type { InfographicData, InfographicOf } from '../../schemas/infographic.ts';
import { shownNumber } from './pictogramLayout.ts';

/** One part of a picture in words. */
export interface Entry {
  readonly label: string;
  readonly note?: string | undefined;
  readonly detail: string;
  /** What it opens into. */
  readonly entries?: readonly Entry[] | undefined;
}

export interface EqualList {
  readonly shape: 'list';
  readonly lead: Entry | null;
  /** True: the order means something. */
  readonly ordered: boolean;
  readonly entries: readonly Entry[];
}

export interface EqualGroups {
  readonly shape: 'groups';
  readonly lead: Entry | null;
  readonly groups: readonly (Entry & { readonly items: readonly Entry[] })[];
}

export interface EqualTable {
  readonly shape: 'table';
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly (string | readonly Entry[])[] }[];
}

export type TextEqual = EqualList | EqualGroups | EqualTable;

/**
 * All that an infographic says, as a list, as lists under headings or as a table.
 * @param t messages in the content's language
 */
export function textEqual(data: InfographicData, t: Translate): TextEqual {
  switch (data.kind) {
    case 'network':
      return { shape: 'groups', lead: data.centre, groups: data.rings };
    case 'groups':
      return { shape: 'groups', lead: null, groups: data.groups };
    case 'hub':
      return { shape: 'list', lead: data.centre, ordered: false, entries: data.parts };
    case 'process':
    case 'ladder':
      return { shape: 'list', lead: null, ordered: true, entries: data.steps };
    case 'phases':
      return { shape: 'list', lead: null, ordered: true, entries: data.phases.map(opened) };
    case 'scale':
      return { shape: 'list', lead: null, ordered: false, entries: scaleEntries(data) };
    case 'compare':
      return compareTable(data, t);
    case 'pictogram':
      return pictogramTable(data, t);
    case 'swot':
      return swotTable(data, t);
  }
}

function opened({ opens, ...phase }: InfographicOf<'phases'>['phases'][number]): Entry {
  return { ...phase, entries: opens };
}

function scaleEntries({ low, high, points }: InfographicOf<'scale'>): Entry[] {
  const at = (value: number, { label, ...rest }: Entry): Entry => ({ ...rest, label: `${value}: ${label}` });
  return [at(0, low), ...points.map((point) => at(point.at, point)), at(10, high)];
}

function compareTable({ left, right, rows, change }: InfographicOf<'compare'>, t: Translate): EqualTable {
  return {
    shape: 'table',
    columns: [t(change ? 'figure.changes' : 'figure.aspect'), left.label, right.label],
    rows: [
      { head: t('figure.inShort'), cells: [left.detail, right.detail] },
      ...rows.map((row) => ({ head: row.label, cells: [[row.left], [row.right]] })),
    ],
  };
}

function pictogramTable({ rows }: InfographicOf<'pictogram'>, t: Translate): EqualTable {
  return {
    shape: 'table',
    columns: [t('figure.what'), t('figure.count'), t('figure.meaning')],
    rows: rows.map((row) => ({ head: row.label, cells: [shownNumber(row), row.detail] })),
  };
}

function swotTable(data: InfographicOf<'swot'>, t: Translate): EqualTable {
  const fields = [data.strengths, data.weaknesses, data.opportunities, data.threats];
  return {
    shape: 'table',
    columns: [t('figure.field'), t('figure.inShort'), t('figure.points')],
    rows: fields.map(({ label, detail, items }) => ({ head: label, cells: [detail, items] })),
  };
}
