/**
 * The order in which the items of an ordering question, or the right sides of a matching one, are shown: by a hash of the
 * question's and each one's id, so that neither a page nor a stored definition tells the key. Never the given order itself.
 */
export function shownOrder<Item extends { readonly id: string }>(question: string, items: readonly Item[]): readonly Item[] {
  const shown = items
    .map((item) => ({ item, rank: fnv1a(`${question}/${item.id}`) }))
    .sort((a, b) => a.rank - b.rank || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
  const isGiven = shown.every((item, index) => item === items[index]);
  return isGiven ? [...shown.slice(1), ...shown.slice(0, 1)] : shown;
}

/** The 32-bit FNV-1a hash of a text. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
