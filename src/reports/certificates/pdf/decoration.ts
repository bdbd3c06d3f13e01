import type { ModuleNode } from '../../../course/tree.ts';

/** The site's colours: Helsinki's palette, as `styles/tokens.css` has it in light. */
export const colors = {
  ink: '#1a1a1a',
  quiet: '#4d4d4d',
  action: '#0000bf',
  white: '#ffffff',
  line: '#cccccc',
} as const;

const accents: Readonly<Record<ModuleNode['accent'], string>> = {
  engel: '#ffe977',
  summer: '#ffc61e',
  suomenlinna: '#f5a3c7',
  copper: '#00d7a7',
  fog: '#9fc9eb',
};

/** The band at the top in the module's colour, closed by the wave. @param height in points, the wave included */
export function drawBand(doc: PDFKit.PDFDocument, accent: ModuleNode['accent'], height: number): void {
  const { width } = doc.page;
  const length = width / 4;
  const top = height - 16;
  doc.moveTo(0, 0).lineTo(width, 0).lineTo(width, top);
  for (let x = width; x > 1; x -= length) {
    doc.bezierCurveTo(x - length / 6, top, x - length / 3, top - 14, x - length / 2, top - 14);
    doc.bezierCurveTo(x - (2 * length) / 3, top - 14, x - (5 * length) / 6, top, x - length, top);
  }
  doc.closePath().fill(accents[accent]);
}

/** Oppihetki's mark: a moment over a wave. @param x, y its upper left corner; @param size its side */
export function drawMark(doc: PDFKit.PDFDocument, x: number, y: number, size: number): void {
  doc
    .save()
    .translate(x, y)
    .scale(size / 36);
  doc.rect(0, 0, 36, 36).fill(colors.action);
  doc.lineWidth(3.5).lineCap('round').path('M7 22c2.5-4.5 6.5-4.5 11 0s8.5 4.5 11 0').stroke(colors.white);
  doc.circle(18, 11.5, 3).fill('#ffe977');
  doc.restore();
}

/** The sign of a completion, as at the end of a module. @param x, y its middle; @param radius in points */
export function drawSign(doc: PDFKit.PDFDocument, x: number, y: number, radius: number): void {
  doc
    .save()
    .translate(x, y)
    .scale(radius / 45);
  doc.lineWidth(2.5).circle(0, 0, 45).fillAndStroke(colors.white, colors.ink);
  doc.lineWidth(7).lineCap('butt').path('M-21 2l15 15 28-32').stroke(colors.ink);
  doc.restore();
}
