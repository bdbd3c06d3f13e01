import { strToU8, Zip, ZipDeflate } from 'fflate';
import { escaped } from './xlsxCells.ts';

export interface Sheet {
  /** The sheet's name. */
  readonly sheet: string;
  /** The width of each column, in characters. At most 26. */
  readonly widths: readonly number[];
  /** How many rows there are, the heading included. */
  readonly rows: number;
  /** The rows, the first of them the heading, as SpreadsheetML, a part at a time. */
  readonly parts: Iterable<string>;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** A ZIP keeps the time of a clock without its zone: this one is the same wherever it is written. */
const fixedTime = new Date(1980, 0, 1);

/**
 * A workbook of one sheet (ECMA-376, transitional): the first row stands still and filters, and dates are shown as in Finland.
 * What is given alike comes out alike, byte by byte, and in parts of bounded size.
 */
export function* xlsxPackage(sheet: Sheet): Generator<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    written.push(chunk);
  });
  for (const [name, parts] of files(sheet)) {
    const file = new ZipDeflate(name, { level: 4 });
    file.mtime = fixedTime;
    zip.add(file);
    for (const part of parts) {
      file.push(strToU8(part));
      yield* written.splice(0);
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* written.splice(0);
}

function files(sheet: Sheet): readonly (readonly [name: string, parts: Iterable<string>])[] {
  return [
    ['[Content_Types].xml', [declaration, contentTypes]],
    ['_rels/.rels', [declaration, relationships([['officeDocument', 'xl/workbook.xml']])]],
    ['xl/workbook.xml', [declaration, workbook(sheet)]],
    [
      'xl/_rels/workbook.xml.rels',
      [
        declaration,
        relationships([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['styles', 'styles.xml'],
        ]),
      ],
    ],
    ['xl/styles.xml', [declaration, styles]],
    ['xl/worksheets/sheet1.xml', worksheet(sheet)],
  ];
}

const contentTypes =
  `<Types xmlns="${packaged}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
  '</Types>';

function relationships(to: readonly (readonly [type: string, target: string])[]): string {
  const each = to.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`;
}

/** Excel looks for a sheet's filter under a name of its own. */
function workbook(sheet: Sheet): string {
  const name = escaped(sheet.sheet);
  const filtered = `'${name}'!$A$1:$${lastColumn(sheet)}$${sheet.rows}`;
  return (
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets>` +
    `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${filtered}</definedName></definedNames>` +
    '</workbook>'
  );
}

/** In the order of `cellStyles`: plain, heading, date. */
const styles =
  `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d\\.m\\.yyyy\\ hh:mm"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function* worksheet(sheet: Sheet): Generator<string> {
  const cols = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield (
    declaration +
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${cols.join('')}</cols><sheetData>`
  );
  yield* sheet.parts;
  yield `</sheetData><autoFilter ref="A1:${lastColumn(sheet)}${sheet.rows}"/></worksheet>`;
}

function lastColumn({ widths }: Sheet): string {
  return String.fromCharCode(64 + widths.length);
}
