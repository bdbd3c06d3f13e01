/** A piece of XML that is written out, and not text any more. */
export interface Xml {
  readonly xml: string;
}

/** Text as XML: its marks as entities; letters that XML cannot hold are left out (https://www.w3.org/TR/xml/#charsets). */
export function text(value: string): Xml {
  return { xml: escaped(value) };
}

/** An element; an attribute that is undefined is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly (Xml | string)[]
): Xml {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const written = given.map(([key, value]) => ` ${key}="${escaped(String(value)).replace(/[\n\t]/g, ' ')}"`).join('');
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : child.xml)).join('');
  return { xml: inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>` };
}

/** Elements each on a line of its own: for places where space means nothing. */
export function lines(...elements: readonly Xml[]): Xml {
  const inside = elements.map(({ xml }) => xml).join('\n');
  return { xml: `\n${inside}\n` };
}

/** A whole file. */
export function xmlFile(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(value: string): string {
  return value
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (mark) => marks[mark]!);
}
