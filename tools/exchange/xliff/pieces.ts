import { createHash } from 'node:crypto';

/**
 * A text to be translated: words, and codes that a translator moves but does not change. A code alone is a placeholder; one
 * around words has its own start and end.
 */
export type Piece = string | Code;

export interface Code {
  /** Unique in its unit. */
  readonly id: string;
  /** As the author wrote it: the whole of a placeholder, or the start of what goes around words. */
  readonly open: string;
  /** The end of what goes around words; null for a placeholder. */
  readonly close: string | null;
  readonly pieces: readonly Piece[];
}

export interface Unit {
  /** Where the text stands: letters, digits, `.`, `-` and `_`. */
  readonly key: string;
  /** Of the Finnish original with its codes: tells when it changed. */
  readonly hash: string;
  readonly pieces: readonly Piece[];
  /** Whether the words are MDX, in which some letters are marks. */
  readonly mdx: boolean;
}

export function unit(key: string, pieces: readonly Piece[], mdx: boolean): Unit {
  const hash = createHash('sha256').update(JSON.stringify(pieces)).digest('hex').slice(0, 16);
  return { key, hash, pieces, mdx };
}

/** All codes of a text, outer ones before those in them. */
export function codesOf(pieces: readonly Piece[]): Code[] {
  return pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece, ...codesOf(piece.pieces)]));
}

/** The text as an author would write it. */
export function written(pieces: readonly Piece[], mdx: boolean): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return mdx ? piece.replace(/[\\`*_{}[\]<>]/g, '\\$&') : piece;
      return piece.close === null ? piece.open : piece.open + written(piece.pieces, mdx) + piece.close;
    })
    .join('');
}

/** Whether a text has words: a line of components alone has nothing to translate. */
export function hasWords(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => (typeof piece === 'string' ? /[\p{L}\p{N}]/u.test(piece) : hasWords(piece.pieces)));
}
