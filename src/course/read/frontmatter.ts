/** An MDX file in its two parts. */
export interface SplitMdx {
  /** The YAML between the dashes; null when the file has none. */
  readonly yaml: string | null;
  /** Lines of the file before the YAML's first line. */
  readonly linesBeforeYaml: number;
  readonly body: string;
  readonly linesBeforeBody: number;
  /** True: the opening dashes are there, the closing ones are not. */
  readonly unclosed: boolean;
}

/** Splits an MDX file at its frontmatter, as Astro does: a byte order mark and empty lines may stand before it. */
export function splitFrontmatter(text: string): SplitMdx {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const opening = lines.findIndex((line) => line.trim() !== '');
  const none = { yaml: null, linesBeforeYaml: 0, body: lines.join('\n'), linesBeforeBody: 0 };
  if (opening === -1 || lines[opening]!.trimEnd() !== '---') return { ...none, unclosed: false };
  const closing = lines.findIndex((line, index) => index > opening && line.startsWith('---'));
  if (closing === -1) return { ...none, unclosed: true };
  return {
    yaml: lines.slice(opening + 1, closing).join('\n'),
    linesBeforeYaml: opening + 1,
    body: lines.slice(closing + 1).join('\n'),
    linesBeforeBody: closing + 1,
    unclosed: false,
  };
}
