import { AuthorCommandError } from '../../authorCommand.ts';

/** An element. Prefixes are taken off its name; names of attributes are as written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  /** 1-based line of its start tag. */
  readonly line: number;
}

/** More than any file of an author's has, and little enough for the stack and the memory. */
const mostDeep = 60;
const mostElements = 100_000;

const name = '[\\p{L}_][\\p{L}\\p{N}_.\\u00b7-]*(?::[\\p{L}_][\\p{L}\\p{N}_.\\u00b7-]*)?';
const startTag = new RegExp(`<(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'uy');
const attribute = new RegExp(`\\s+(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'uy');
const endTag = new RegExp(`</(${name})\\s*>`, 'uy');
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Reads well-formed XML 1.0 (https://www.w3.org/TR/xml/) without a document type: a DOCTYPE is refused, so that nothing can be
 * fetched and no entity can grow. The five predefined entities and numeric ones are read. Depth and size are limited.
 * Namespaces are not resolved: see docs/decisions/0022-exchange.md.
 * @param text with `\n` line ends, without a byte order mark
 * @param file its name, for messages
 * @throws AuthorCommandError with the line, in Finnish
 */
export function readXml(text: string, file: string): XmlElement {
  return new Reader(text, file).document();
}

interface Open {
  readonly element: XmlElement;
  readonly children: (XmlElement | string)[];
  readonly fullName: string;
}

class Reader {
  readonly #text: string;
  readonly #file: string;
  #at = 0;
  #countedTo = 0;
  #line = 1;
  #elements = 0;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  document(): XmlElement {
    if (forbidden.test(this.#text)) this.#refuse('Tiedostossa on merkkejä, joita XML ei salli.');
    this.#declaration();
    const open: Open[] = [];
    let root: XmlElement | null = null;
    while (this.#at < this.#text.length) {
      const parent = open.at(-1);
      const content = this.#characters();
      if (content !== null) {
        if (parent) parent.children.push(content);
        else if (content.trim() !== '') this.#refuse('Tekstiä on uloimman elementin ulkopuolella.');
        continue;
      }
      if (this.#skipped()) continue;
      const ended = this.#match(endTag);
      if (ended) {
        if (parent?.fullName !== ended[1]) this.#refuse(`Elementti </${ended[1]}> päättyy väärässä kohdassa.`);
        open.pop();
        continue;
      }
      const { element, children, fullName, empty } = this.#start();
      if (parent) parent.children.push(element);
      else if (root) this.#refuse('Uloimpia elementtejä on useampi.');
      root ??= element;
      if (!empty) open.push({ element, children, fullName });
      if (open.length > mostDeep) this.#refuse('Elementtejä on liian monta sisäkkäin.');
    }
    const unclosed = open.at(-1);
    if (unclosed)
      this.#refuse(`Tiedosto loppuu kesken: <${unclosed.fullName}> riviltä ${unclosed.element.line} jäi auki.`);
    return root ?? this.#refuse('Tiedostossa ei ole yhtään elementtiä.');
  }

  #declaration(): void {
    const found = this.#match(/<\?xml\s([^?<]*)\?>/y);
    const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(found?.[1] ?? '')?.[1];
    if (encoding && !/^(?:utf-8|us-ascii)$/i.test(encoding))
      this.#refuse(`Merkistö ${encoding} ei käy. Tallenna tiedosto merkistöllä UTF-8.`);
  }

  /** Text up to the next tag, or a CDATA section; null where a tag stands. */
  #characters(): string | null {
    if (this.#text.startsWith('<![CDATA[', this.#at)) return this.#upTo(']]>', 9, 'CDATA-osio');
    if (this.#text[this.#at] === '<') return null;
    const found = this.#text.indexOf('<', this.#at);
    const end = found === -1 ? this.#text.length : found;
    const raw = this.#text.slice(this.#at, end);
    if (raw.includes(']]>')) this.#refuse('Merkit ]]> ovat väärässä kohdassa.');
    const read = this.#entities(raw);
    this.#at = end;
    return read;
  }

  /** Passes a comment or a processing instruction. Anything else with `<!` is a document type, and refused. */
  #skipped(): boolean {
    if (this.#text.startsWith('<!--', this.#at)) {
      if (this.#upTo('-->', 4, 'kommentti').includes('--')) this.#refuse('Kommentissa on kaksi viivaa peräkkäin.');
      return true;
    }
    if (this.#text.startsWith('<!', this.#at))
      this.#refuse('DOCTYPE-määrittelyä ei turvallisuuden vuoksi lueta. Poista se.');
    if (!this.#text.startsWith('<?', this.#at)) return false;
    if (/^xml\s/i.test(this.#upTo('?>', 2, 'käsittelyohje'))) this.#refuse('XML-määrittely on väärässä kohdassa.');
    return true;
  }

  #start() {
    const { line } = this.#place();
    const found = this.#match(startTag) ?? this.#refuse('Elementti on kirjoitettu väärin tai jää kesken.');
    this.#elements += 1;
    if (this.#elements > mostElements) this.#refuse('Elementtejä on liikaa.');
    const attributes = new Map<string, string>();
    attribute.lastIndex = 0;
    for (let one = attribute.exec(found[2]!); one; one = attribute.exec(found[2]!)) {
      if (attributes.has(one[1]!)) this.#refuse(`Määrite ${one[1]} on kahdesti.`);
      attributes.set(one[1]!, this.#entities((one[2] ?? one[3]!).replace(/[\n\t]/g, ' ')));
    }
    const children: (XmlElement | string)[] = [];
    const element: XmlElement = { name: found[1]!.split(':').at(-1)!, attributes, children, line };
    return { element, children, fullName: found[1]!, empty: found[3] === '/' };
  }

  #entities(raw: string): string {
    return raw.replace(/&([^;&\s]{0,12}(?:;|))/g, (_, entity: string) => {
      const known = predefined[entity];
      if (known) return known;
      const digits = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(entity);
      const code = digits ? (digits[1] ? parseInt(digits[1], 16) : Number(digits[2])) : -1;
      const letter = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\0';
      return forbidden.test(letter)
        ? this.#refuse(`Merkintä &${entity} ei kelpaa. Kirjoita &-merkki muodossa &amp;.`)
        : letter;
    });
  }

  #upTo(end: string, skip: number, what: string): string {
    const found = this.#text.indexOf(end, this.#at + skip);
    if (found === -1) this.#refuse(`Tiedosto loppuu kesken: ${what} jäi auki.`);
    const inside = this.#text.slice(this.#at + skip, found);
    this.#at = found + end.length;
    return inside;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #place(): { readonly line: number } {
    for (; this.#countedTo < this.#at; this.#countedTo += 1) if (this.#text[this.#countedTo] === '\n') this.#line += 1;
    return { line: this.#line };
  }

  #refuse(sentence: string): never {
    throw new AuthorCommandError(`${this.#file}, rivi ${this.#place().line}: ${sentence}`);
  }
}

const predefined: Readonly<Record<string, string>> = {
  'amp;': '&',
  'lt;': '<',
  'gt;': '>',
  'quot;': '"',
  'apos;': "'",
};
