/** Cells of a sheet as SpreadsheetML (ECMA-376, 18.3.1.4). What is null is an empty cell. */

/** The styles that `xlsxPackage` writes, by their place there. */
export const cellStyles = { plain: 0, heading: 1, date: 2 } as const;

/** The most characters a cell holds. */
const longestText = 32_767;
const oneDay = 24 * 60 * 60 * 1000;
/** The day 0 of spreadsheets. */
const dayZero = Date.UTC(1899, 11, 30);

export function headingCell(text: string): string {
  return `<c t="inlineStr" s="${cellStyles.heading}">${inline(text)}</c>`;
}

/** Text, whatever it begins with. */
export function textCell(text: string | null): string {
  return text === null || text === '' ? '<c/>' : `<c t="inlineStr">${inline(text)}</c>`;
}

export function numberCell(number: number | null): string {
  return number === null ? '<c/>' : `<c><v>${number}</v></c>`;
}

/** @param localTime what the clock on the wall shows, as if it were UTC, in milliseconds; shown to the minute, kept to the second */
export function dateCell(localTime: number | null): string {
  if (localTime === null) return '<c/>';
  const seconds = Math.floor((localTime - dayZero) / 1000);
  return `<c s="${cellStyles.date}"><v>${Number(((seconds * 1000) / oneDay).toFixed(8))}</v></c>`;
}

function inline(text: string): string {
  return `<is><t xml:space="preserve">${escaped(text.slice(0, longestText))}</t></is>`;
}

/**
 * Text for XML, without the characters it cannot hold. `_x0041_` would be read as a character's code (ECMA-376, 22.9.2.19), so
 * the underscore before such is written as a code itself.
 */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
