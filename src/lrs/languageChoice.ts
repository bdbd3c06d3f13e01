type LanguageMap = Readonly<Record<string, string>>;

/**
 * The one entry of a language map that fits an Accept-Language header best (RFC 9110, 12.5.4): `sv-FI` takes itself, or
 * falls back to `sv`; `sv` takes itself, or else `sv-FI` too. Where nothing fits, the map's first entry that is not refused
 * stands. An empty map stays empty.
 */
export function chooseLanguage(map: LanguageMap, acceptLanguage: string): LanguageMap {
  const ranges = rangesOf(acceptLanguage);
  const isRefused = (tag: string) => ranges.some(({ range, weight }) => weight === 0 && range === tag.toLowerCase());
  const tags = Object.keys(map).toSorted((one, other) => Number(isRefused(one)) - Number(isRefused(other)));
  const chosen = ranges
    .filter(({ weight }) => weight > 0)
    .map(({ range }) => bestOf(tags, range))
    .find((tag) => tag !== undefined);
  const tag = chosen ?? tags[0];
  return tag === undefined ? {} : { [tag]: map[tag]! };
}

/** Ranges in lower case, the most wanted first, refused ones (`q=0`) last. At most 20 are read. */
function rangesOf(header: string): readonly { readonly range: string; readonly weight: number }[] {
  return header
    .slice(0, 500)
    .split(',', 20)
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return { range, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ range, weight }) => range !== '' && weight >= 0)
    .sort((one, other) => other.weight - one.weight);
}

/** The tag itself before those that say more, and those before the ones that say less, the longest first (RFC 4647, 3.4). */
function bestOf(tags: readonly string[], range: string): string | undefined {
  if (range === '*') return tags[0];
  return (
    tags.find((tag) => tag.toLowerCase() === range) ??
    tags.find((tag) => tag.toLowerCase().startsWith(`${range}-`)) ??
    tags
      .filter((tag) => range.startsWith(`${tag.toLowerCase()}-`))
      .toSorted((one, other) => other.length - one.length)[0]
  );
}
