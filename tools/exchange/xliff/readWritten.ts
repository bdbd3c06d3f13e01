import { type Code, codesOf, type Piece, type Unit } from './pieces.ts';

/**
 * The pieces of a kept translation: `written` the other way. Its codes are those of the unit, each once.
 * @returns null where the text is not one of the unit's, as when somebody edited a code in it
 */
export function readWritten(target: string, { pieces: original, mdx }: Unit): readonly Piece[] | null {
  if (!mdx) return [target];
  const left = codesOf(original);
  const root: Piece[] = [];
  const open: { readonly code: Code; readonly pieces: Piece[] }[] = [];
  let words = '';
  const here = () => open.at(-1)?.pieces ?? root;
  const flush = () => {
    if (words !== '') here().push(words);
    words = '';
  };
  for (let at = 0; at < target.length;) {
    const inner = open.at(-1);
    const begun = left.find((code) => code.open !== '' && target.startsWith(code.open, at));
    if (target[at] === '\\') {
      words += target[at + 1] ?? '';
      at += 2;
    } else if (inner && target.startsWith(inner.code.close!, at)) {
      flush();
      open.pop();
      here().push({ ...inner.code, pieces: inner.pieces });
      at += inner.code.close!.length;
    } else if (begun) {
      flush();
      left.splice(left.indexOf(begun), 1);
      at += begun.open.length;
      if (begun.close === null) here().push(begun);
      else open.push({ code: begun, pieces: [] });
    } else {
      words += target[at]!;
      at += 1;
    }
  }
  flush();
  return left.length === 0 && open.length === 0 ? root : null;
}
