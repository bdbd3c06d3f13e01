/** One question's lines in a GIFT file, without its comments. */
export interface GiftBlock {
  /** 1-based line of its first line. */
  readonly line: number;
  readonly text: string;
  /** From the comments before it: Moodle's `[id:…]` and `[tag:…]`. */
  readonly id: string | null;
  readonly tags: readonly string[];
}

/**
 * The blocks of a GIFT file, which blank lines part, and its last category. Lines that begin with `//` are comments.
 * https://docs.moodle.org/en/GIFT_format
 */
export function giftBlocks(text: string): { readonly category: string | null; readonly blocks: readonly GiftBlock[] } {
  const blocks: GiftBlock[] = [];
  let category: string | null = null;
  let lines: string[] = [];
  let comments: string[] = [];
  let first = 0;
  const close = () => {
    if (lines.length > 0) blocks.push({ line: first, text: lines.join('\n'), ...said(comments) });
    if (lines.length > 0) comments = [];
    lines = [];
  };
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') close();
    else if (line.startsWith('//')) comments.push(line);
    else if (lines.length === 0 && line.startsWith('$CATEGORY:')) category = lastName(line.slice('$CATEGORY:'.length));
    else {
      if (lines.length === 0) first = index + 1;
      lines.push(raw);
    }
  }
  close();
  return { category, blocks };
}

/** `[id:…]` and `[tag:…]` of comments. */
function said(comments: readonly string[]): Pick<GiftBlock, 'id' | 'tags'> {
  const all = comments.join('\n');
  return {
    id: /\[id:([^\][\n]+)\]/.exec(all)?.[1]?.trim() ?? null,
    tags: [...all.matchAll(/\[tag:([^\][\n]+)\]/g)].map(([, tag]) => tag!.trim()),
  };
}

/** A category is a path of names between single slashes; a slash in a name is doubled. */
function lastName(path: string): string | null {
  const names = path.trim().replaceAll('//', '\0').split('/');
  return names.at(-1)!.replaceAll('\0', '/').trim() || null;
}
