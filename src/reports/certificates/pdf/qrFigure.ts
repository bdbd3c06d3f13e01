import { encode } from 'uqr';

/** The quiet zone around a QR code, in its modules (ISO/IEC 18004, 6.3.8). */
const quietZone = 4;

/** Draws a QR code, its quiet zone included. @param x, y its upper left corner; @param side in points */
export function drawQr(doc: PDFKit.PDFDocument, address: string, x: number, y: number, side: number): void {
  const { data, size } = encode(address, { ecc: 'M', border: quietZone });
  const module = side / size;
  for (const [row, cells] of data.entries()) {
    for (const { start, length } of darkStretches(cells))
      doc.rect(x + start * module, y + row * module, length * module, module);
  }
  doc.fill('#000000');
}

/** Dark modules that stand beside each other are drawn as one, without hairlines between them. */
function darkStretches(cells: readonly boolean[]): readonly { readonly start: number; readonly length: number }[] {
  const stretches: { start: number; length: number }[] = [];
  for (const [index, isDark] of cells.entries()) {
    if (!isDark) continue;
    const last = stretches.at(-1);
    if (last && last.start + last.length === index) last.length += 1;
    else stretches.push({ start: index, length: 1 });
  }
  return stretches;
}
