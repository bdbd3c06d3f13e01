/** Letters by their width in em, rounded up: Hanken Grotesk at weight 650, the widest we draw with. */
const widths: readonly (readonly [em: number, letters: string])[] = [
  [0.2, "'"],
  [0.24, ',.:;'],
  [0.26, ' !ij'],
  [0.28, '()Il’'],
  [0.34, '-·'],
  [0.36, 'f'],
  [0.38, '"t•'],
  [0.44, '/r–'],
  [0.48, 'sz”'],
  [0.52, '?L'],
  [0.54, 'cgvxy'],
  [0.56, '0123456789+FJaekäåé€'],
  [0.58, 'EPSbdhnopquö'],
  [0.62, 'BRTZ'],
  [0.66, 'KUY'],
  [0.7, 'ADHNVXÄÅ&'],
  [0.76, 'CGOwÖ%'],
  [0.86, 'MQm'],
];
const widest = 1;
const widthOf = new Map(widths.flatMap(([em, letters]) => [...letters].map((letter) => [letter, em] as const)));

/** An upper estimate of how wide a line is drawn: no kerning, every letter rounded up. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((sum, letter) => sum + (widthOf.get(letter) ?? widest), 0) * fontSize;
}

/**
 * Breaks a text into the fewest lines that fit a width, and those as even as can be. Lines break at spaces and after the
 * hyphens within words; a word wider than the room stands alone and stays whole.
 */
export function wrap(text: string, fontSize: number, room: number): string[] {
  const greedy = fill(text, fontSize, room);
  const narrowest = Math.ceil(textWidth(text, fontSize) / greedy.length);
  for (let tried = narrowest; tried < room; tried += fontSize / 4) {
    const lines = fill(text, fontSize, tried);
    if (lines.length === greedy.length && lines.every((line) => textWidth(line, fontSize) <= room)) return lines;
  }
  return greedy;
}

function fill(text: string, fontSize: number, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<=[-–/])(?=\p{L})|(?= )/u)) {
    if (line !== '' && textWidth(line + piece, fontSize) > room) {
      lines.push(line);
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line];
}
