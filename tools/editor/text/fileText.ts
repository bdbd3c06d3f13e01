/** A content file in its parts; put together in this order they are the file, byte for byte. */
export interface FileText {
  /** Byte order mark and, in MDX, the opening dashes. */
  readonly head: string;
  readonly yaml: string;
  /** In MDX, the line of closing dashes and empty lines under it. */
  readonly middle: string;
  /** In MDX, what is read. */
  readonly body: string | null;
}

/** Splits a file's text; null for an MDX file whose frontmatter is not between two lines of dashes. */
export function splitFile(file: string, text: string): FileText | null {
  if (!file.endsWith('.mdx')) {
    const head = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    return { head, yaml: text.slice(head.length), middle: '', body: null };
  }
  const opening = /^\uFEFF?(?:[^\S\r\n]*\r?\n)*---[^\S\r\n]*\r?\n/.exec(text)?.[0];
  if (opening === undefined) return null;
  const rest = text.slice(opening.length);
  const closing = /^---[^\r\n]*(?:(?:\r?\n)+|$)/m.exec(rest);
  if (!closing) return null;
  const [middle] = closing;
  const body = rest.slice(closing.index + middle.length);
  return { head: opening, yaml: rest.slice(0, closing.index), middle, body };
}

export function joinFile({ head, yaml, middle, body }: FileText): string {
  return head + yaml + middle + (body ?? '');
}

/** How lines end in a text: as its first one does. */
export function lineEndOf(text: string): '\r\n' | '\n' {
  return /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
}

/** How a text looks to who edits it: every line ends in the same way. */
export function editedText(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * A text as it was edited, in which the lines at its start and end that did not change keep their bytes.
 * @param edited with `\n` at the ends of its lines
 * @param lineEnd of new lines
 */
export function withEditedText(text: string, edited: string, lineEnd: string): string {
  if (editedText(text) === edited) return text;
  const old = text.match(/[^\r\n]*(?:\r\n|\n|\r|$)/g)!.filter((line) => line !== '');
  const wanted = edited.match(/[^\n]*(?:\n|$)/g)!.filter((line) => line !== '');
  const same = (one: string | undefined, other: string | undefined) => {
    return one !== undefined && other !== undefined && editedText(one) === other;
  };
  let first = 0;
  while (same(old[first], wanted[first])) first += 1;
  let last = 0;
  const most = Math.min(old.length, wanted.length) - first;
  while (last < most && same(old.at(-1 - last), wanted.at(-1 - last))) last += 1;
  return [
    ...old.slice(0, first),
    ...wanted.slice(first, wanted.length - last).map((line) => line.replace('\n', lineEnd)),
    ...old.slice(old.length - last),
  ].join('');
}
