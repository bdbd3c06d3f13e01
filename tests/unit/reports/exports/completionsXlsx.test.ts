import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CompletionRow } from '../../../../src/reports/completionRows.ts';
import { completionsXlsxParts } from '../../../../src/reports/exports/completionsXlsx.ts';
import { smallModule } from '../../../support/course.ts';

const row = (changes: Partial<CompletionRow> = {}): CompletionRow => ({
  learnerId: 'report-1',
  name: 'Åsa Öö',
  unit: { id: 'west', name: 'Länsi', parent: null },
  module: smallModule,
  completion: {
    account: 'account-1',
    module: 'module',
    moduleVersion: 3,
    completedAt: '2026-11-21T10:05:09.123Z',
    statementId: 'statement-1',
  },
  history: [],
  ...changes,
});

function written(rows: readonly CompletionRow[]): Buffer {
  return Buffer.concat([...completionsXlsxParts(rows)]);
}

function partsOf(rows: readonly CompletionRow[]): Record<string, string> {
  const files = unzipSync(written(rows));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The cells of a sheet: the text of inline strings, the number of others, null for an empty cell. */
function cellsOf(rows: readonly CompletionRow[]): readonly (readonly (string | number | null)[])[] {
  const sheet = partsOf(rows)['xl/worksheets/sheet1.xml']!;
  return [...sheet.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, cells = '']) =>
    [...cells.matchAll(/<c[^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([cell, content]) => {
      if (content === undefined) return null;
      const text = /<t xml:space="preserve">(.*?)<\/t>/s.exec(content)?.[1];
      if (text === undefined) return Number(/<v>(.*?)<\/v>/.exec(content)?.[1]);
      expect(cell).toContain('t="inlineStr"');
      return unescaped(text);
    }),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&#13;', '\r')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A day and time of a spreadsheet as it is shown. */
const shown = (serial: number) => new Date(Math.round(serial * 86_400) * 1000 + Date.UTC(1899, 11, 30)).toISOString();

describe('the workbook', () => {
  it('has the columns of the CSV: text as text, the version as a number, the date as a date in Helsinki time', () => {
    const [heading, cells] = cellsOf([row()]);
    expect(heading).toEqual([
      'learnerId',
      'name',
      'unit',
      'module',
      'moduleVersion',
      'status',
      'completedAt',
      'statementId',
    ]);
    expect(cells!.toSpliced(6, 1)).toEqual(['report-1', 'Åsa Öö', 'Länsi', 'module', 3, 'completed', 'statement-1']);
    expect(shown(Number(cells![6]))).toBe('2026-11-21T12:05:09.000Z');
  });

  it.each([
    ['2026-07-01T12:00:00.000Z', '2026-07-01T15:00:00.000Z'],
    ['2026-12-31T22:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ])('shows %s as Helsinki’s clocks did', (completedAt, expected) => {
    const { completion } = row();
    const [, cells] = cellsOf([row({ completion: { ...completion!, completedAt } })]);
    expect(shown(Number(cells![6]))).toBe(expected);
  });

  it('leaves cells empty for somebody who has not completed, and for a name that was forgotten', () => {
    expect(cellsOf([row({ name: null, completion: null })])[1]).toEqual([
      'report-1',
      null,
      'Länsi',
      'module',
      null,
      'not-completed',
      null,
      null,
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '  =1+1', '\t=1+1', '=cmd|"/c calc"!A1'])(
    'keeps %j as text, and has no formula in it',
    (name) => {
      expect(cellsOf([row({ name })])[1]![1]).toBe(name);
      expect(partsOf([row({ name })])['xl/worksheets/sheet1.xml']).not.toContain('<f');
    },
  );

  it.each(['a<b>&"c\'', 'a\r\nb', '_x0041_', '  spaces  ', '😀 ÅÄÖ'])('keeps %j as it is', (name) => {
    expect(cellsOf([row({ name })])[1]![1]).toBe(name);
  });

  it('leaves out what no XML may hold, and half of a character', () => {
    expect(cellsOf([row({ name: 'a\u0000b\u001fc\ufffed\ud800' })])[1]![1]).toBe('abcd\ufffd');
  });

  it('freezes its heading, filters by it, names its sheet and shows dates the Finnish way', () => {
    const parts = partsOf([row(), row({ learnerId: 'report-2' })]);
    const sheet = parts['xl/worksheets/sheet1.xml']!;
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:H3"/>');
    expect(sheet.match(/<col /g)).toHaveLength(8);
    expect(parts['xl/workbook.xml']).toContain('<sheet name="Suoritukset"');
    expect(parts['xl/styles.xml']).toContain('formatCode="d\\.m\\.yyyy\\ hh:mm"');
  });

  it('has every part that its types and relations name, each of them well-formed', () => {
    const parts = partsOf([row({ name: '<&>' })]);
    const named = [...parts['[Content_Types].xml']!.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name!);
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(named));
    for (const [name, xml] of Object.entries(parts)) expect(openTags(xml), name).toEqual([]);
  });

  it('comes out with the same bytes for the same rows, whatever the time and the time zone', () => {
    expect(written([row()]).equals(written([row()]))).toBe(true);
    expect(written([row()]).equals(written([row({ name: 'Bo' })]))).toBe(false);
  });

  it('of nobody is a heading', () => {
    expect(cellsOf([])).toHaveLength(1);
  });
});

/** The elements of a document that are never closed, or closed in another order. */
function openTags(xml: string): readonly string[] {
  const open: string[] = [];
  for (const [, close, name, empty] of xml.matchAll(/<(\/?)([A-Za-z]\w*)[^>]*?(\/?)>/g)) {
    if (close === '') {
      if (empty === '') open.push(name!);
    } else if (open.pop() !== name) return [`/${name}`];
  }
  return open;
}
