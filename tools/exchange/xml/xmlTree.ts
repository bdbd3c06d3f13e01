import type { XmlElement } from './readXml.ts';

/** The elements right under one, all or those of the names. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.filter(
    (child) => typeof child !== 'string' && (names.length === 0 || names.includes(child.name)),
  ) as XmlElement[];
}

/** Every element under one of the names, in the file's order. */
export function within(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...within(child, ...names),
  ]);
}

/** An attribute's value, or an empty text. */
export function attributeOf(element: XmlElement, name: string): string {
  return element.attributes.get(name) ?? '';
}

/** All text in an element, but for what stands in elements of the names. */
export function textOf(element: XmlElement, ...without: readonly string[]): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : without.includes(child.name) ? '' : textOf(child, ...without)))
    .join('');
}
