import { isSeq, parseDocument, type Scalar, YAMLSeq } from 'yaml';

/** Adds an entry to a list at the top of a YAML text; comments and everything else stay as they are. */
export function withEntry(text: string, list: string, entry: string): string {
  const document = parseDocument(text);
  const entries = document.get(list);
  if (!isSeq(entries)) {
    const made = new YAMLSeq<Scalar>();
    made.add(document.createNode(entry));
    document.set(list, made);
  } else entries.add(document.createNode(entry));
  return document.toString({ lineWidth: 0 });
}

/** The same in the frontmatter of an MDX text. @throws where it has none */
export function withFrontmatterEntry(text: string, list: string, entry: string): string {
  const found = /^(\uFEFF?---\r?\n)([\s\S]*?)(\r?\n---)/.exec(text);
  if (!found) throw new Error('the text has no frontmatter');
  const [whole, open, yaml, close] = found as unknown as [string, string, string, string];
  return `${open}${withEntry(`${yaml}\n`, list, entry).trimEnd()}${close}${text.slice(whole.length)}`;
}
