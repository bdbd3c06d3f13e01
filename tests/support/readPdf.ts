import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** A node of a PDF's structure tree: its tag, what stands for it, and what is in it. */
export interface PdfNode {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly text: string;
  readonly children: readonly PdfNode[];
}

export interface ReadPdf {
  readonly pages: number;
  readonly title: string;
  readonly metadata: string;
  readonly isTagged: boolean;
  readonly lang: string | null;
  /** The text of the tagged content, in the order of the structure tree. */
  readonly tree: PdfNode;
  /** Names of drawing operations that are neither in tagged content nor in an artifact. */
  readonly untagged: readonly string[];
  /** Addresses of links. */
  readonly links: readonly string[];
}

interface StructureNode {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly StructureNode[];
  readonly type?: string;
  readonly id?: string;
}

/** Reads a page of a PDF with a reader's library, as a screen reader would: by its tags. */
export async function readPdf(bytes: Uint8Array, number = 1): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const page = await document.getPage(number);
  const [{ info, metadata }, markInfo, structure, annotations] = await Promise.all([
    document.getMetadata(),
    document.getMarkInfo(),
    page.getStructTree(),
    page.getAnnotations(),
  ]);
  const facts = info as { Title: string; Language: string | null };
  const read = {
    pages: document.numPages,
    title: facts.Title,
    metadata: (metadata as { getRaw(): string } | null)?.getRaw() ?? '',
    isTagged: markInfo?.['Marked'] === true,
    lang: facts.Language,
    tree: nodeOf(structure, await textsById(page)),
    untagged: await untaggedOperations(page),
    links: (annotations as { url?: string; unsafeUrl?: string }[]).map(({ url, unsafeUrl }) => url ?? unsafeUrl ?? ''),
  };
  await document.loadingTask.destroy();
  return read;
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

function nodeOf({ role = '', alt, lang, children = [] }: StructureNode, texts: ReadonlyMap<string, string>): PdfNode {
  const own = children.map((child) => (child.type === 'content' ? (texts.get(child.id ?? '') ?? '') : '')).join('');
  const nodes = children.filter((child) => child.role !== undefined).map((child) => nodeOf(child, texts));
  return { role, ...(alt && { alt }), ...(lang && { lang }), text: own, children: nodes };
}

/** The text of each piece of tagged content, by the id that the structure tree names it by. */
async function textsById(page: Page): Promise<ReadonlyMap<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  let id = '';
  for (const item of items) {
    if ('str' in item) texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    else if (item.type === 'beginMarkedContentProps') id = (item as { id?: string }).id ?? '';
    else if (item.type === 'endMarkedContent') id = '';
  }
  return new Map([...texts].map(([key, text]) => [key, text.replace(/\s+/g, ' ').trim()]));
}

const painting =
  /^(?:showText|showSpacedText|nextLineShowText|paint.*|.*[fF]ill|.*[sS]troke|fillStroke|constructPath)$/;

/** Tagged content and artifacts are both marked content; whatever paints outside of any is neither. */
async function untaggedOperations(page: Page): Promise<readonly string[]> {
  const { OPS } = await getResolvedPDFJS();
  const names = new Map(Object.entries(OPS as Record<string, number>).map(([name, code]) => [code, name]));
  const { fnArray } = await page.getOperatorList();
  const untagged: string[] = [];
  let depth = 0;
  for (const code of fnArray) {
    const name = names.get(code) ?? '';
    if (name === 'beginMarkedContent' || name === 'beginMarkedContentProps') depth += 1;
    else if (name === 'endMarkedContent') depth -= 1;
    else if (depth === 0 && painting.test(name)) untagged.push(name);
  }
  return untagged;
}
