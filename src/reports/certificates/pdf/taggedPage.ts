import PDFDocument from 'pdfkit';
import { type FontFile, runsOf, type Typeface, type Weight } from './typeface.ts';

/** How a piece of text looks; lengths in points. */
export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
  readonly x: number;
  readonly width: number;
  /** Space between lines. */
  readonly lineGap?: number;
}

export interface PageOptions {
  readonly lang: string;
  readonly title: string;
  readonly author: string;
  readonly createdAt: Date;
  readonly typeface: Typeface;
}

type Parent = Pick<PDFKit.PDFStructureElement, 'add'>;

/**
 * An A4 document where everything drawn is either tagged or marked as decoration, as PDF/UA-1 (ISO 14289-1) asks. Text is
 * written from the top down, in reading order, to the place `y`.
 */
export class TaggedPage {
  readonly #doc: PDFKit.PDFDocument;
  readonly #typeface: Typeface;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #bytes: Promise<Uint8Array>;

  constructor({ lang, title, author, createdAt, typeface }: PageOptions) {
    const doc = new PDFDocument({
      size: 'A4',
      margins: { top: 56, right: 0, bottom: 36, left: 0 },
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang,
      // Otherwise the first font would be Helvetica, which cannot be embedded.
      font: null as unknown as string,
      info: { Title: plainXml(title), Author: plainXml(author), Creator: 'Oppihetki', CreationDate: createdAt },
    });
    doc.appendXML(pdfUaIdentifier);
    this.#doc = doc;
    this.#typeface = typeface;
    this.#bytes = collect(doc);
    this.#root = doc.struct('Document');
    doc.addStructure(this.#root);
    for (const { name, bytes } of [...typeface[400], ...typeface[700]]) doc.registerFont(name, bytes);
  }

  get width(): number {
    return this.#doc.page.width;
  }

  get height(): number {
    return this.#doc.page.height;
  }

  /** Where the next text begins, from the top. */
  get y(): number {
    return this.#doc.y;
  }

  set y(y: number) {
    this.#doc.y = y;
  }

  /** Draws what says nothing: readers pass it over. */
  decorate(draw: (doc: PDFKit.PDFDocument) => void): void {
    this.#doc.save().markContent('Artifact', { type: 'Layout' });
    draw(this.#doc);
    this.#doc.endMarkedContent().restore();
  }

  /**
   * Writes a paragraph, heading or other block.
   *
   * @param lang of the text, where it is not the document's
   */
  block(tag: string, text: string, style: TextStyle, { lang, parent = this.#root }: BlockOptions = {}): void {
    const runs = runsOf(text, this.#typeface[style.weight]);
    const isDrawnAsIs = runs.map((run) => run.text).join('') === text.normalize('NFC');
    const options = { ...(lang && { lang }), ...(!isDrawnAsIs && { actual: text }) };
    parent.add(this.#doc.struct(tag, options, () => this.#write(runs, style)));
  }

  /** Begins an element that holds others, a list or a paragraph. */
  group(tag: string, parent: Parent = this.#root): PDFKit.PDFStructureElement {
    const element = this.#doc.struct(tag);
    parent.add(element);
    return element;
  }

  /** Writes an item of a list with a drawn mark before it. */
  listItem(list: Parent, text: string, style: TextStyle, lang?: string): void {
    const item = this.group('LI', list);
    const { y } = this.#doc;
    const bullet = { ...style, x: style.x - 14, width: 14 };
    this.block('Lbl', '•', bullet, { parent: item });
    this.#doc.y = y;
    this.block('LBody', text, style, { parent: item, lang });
  }

  /** Writes a link; `address` may be longer than anybody would read, so `text` stands for it. */
  link(text: string, address: string, style: TextStyle): void {
    const paragraph = this.group('P');
    const link: PDFKit.PDFStructureElement = this.#doc.struct('Link', {}, () => {
      const top = this.#doc.y;
      const runs = runsOf(text, this.#typeface[style.weight]);
      this.#write(runs, style, { underline: true });
      const width = this.widthOf(text, style);
      const options = { structParent: link, Contents: new String(text) };
      this.#doc.link(style.x, top, width, this.#doc.y - top, address, options as object);
    });
    paragraph.add(link);
  }

  /** Draws a picture that stands for something, told by `alt`. */
  figure(alt: string, box: Box, draw: (doc: PDFKit.PDFDocument) => void): void {
    const { x, y, width, height } = box;
    const options = { alt, placement: 'Block', bbox: [x, y, x + width, y + height] };
    this.#root.add(this.#doc.struct('Figure', options, () => draw(this.#doc)));
  }

  /** How wide a text is in one line. */
  widthOf(text: string, { size, weight }: TextStyle): number {
    return runsOf(text, this.#typeface[weight]).reduce(
      (sum, run) => sum + this.#doc.font(run.font.name).fontSize(size).widthOfString(run.text),
      0,
    );
  }

  /** How high a text is in its lines. */
  heightOf(text: string, { size, weight, width, lineGap = 0 }: TextStyle): number {
    const [first] = this.#typeface[weight] as [FontFile];
    return this.#doc.font(first.name).fontSize(size).heightOfString(text, { width, lineGap });
  }

  /** Goes on with an empty page. */
  nextPage(): void {
    this.#doc.addPage();
  }

  /** Ends the document; resolves with its bytes. */
  end(): Promise<Uint8Array> {
    this.#root.end();
    this.#doc.end();
    return this.#bytes;
  }

  #write(runs: ReturnType<typeof runsOf>, style: TextStyle, more: PDFKit.Mixins.TextOptions = {}): void {
    const { size, color, x, width, lineGap = 0 } = style;
    this.#doc.x = x;
    this.#doc.fillColor(color).fontSize(size);
    for (const [index, { font, text }] of runs.entries()) {
      const continued = index < runs.length - 1;
      this.#doc.font(font.name).text(text, { width, lineGap, continued, ...more });
    }
  }
}

interface BlockOptions {
  readonly lang?: string | undefined;
  readonly parent?: Parent;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** ISO 14289-1, clause 5. Written here, for the library's own subset option also lists glyphs and forgets some. */
const pdfUaIdentifier = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        `;

/** The library writes the title into the metadata's XML as it is. */
function plainXml(text: string): string {
  return text.replace(/[<>&]/g, ' ');
}

async function collect(doc: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of doc) chunks.push(chunk);
  return Buffer.concat(chunks);
}
