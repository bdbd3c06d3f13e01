const tag =
  /<(\/?)(p|br|div|ul|ol|li|h[1-6]|table|tr|td|th|b|strong|i|em|u|s|a|img|span|sub|sup|code|pre|font|small|hr)\b[^<>]*>/gi;
const blocks = /^(?:p|br|div|ul|ol|li|h[1-6]|table|tr|pre|hr)$/i;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  auml: 'ä',
  ouml: 'ö',
  aring: 'å',
  Auml: 'Ä',
  Ouml: 'Ö',
  Aring: 'Å',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rdquo: '”',
  ldquo: '“',
  rsquo: '’',
};

/**
 * The words of an HTML text: our questions are plain text, shown as they are, so marks are left out and entities read.
 * Only tags of HTML that hold text count as tags; `a < b` stays.
 */
export function plainText(html: string): string {
  const words = html.replace(tag, (_, __, name: string) => (blocks.test(name) ? '\n' : ''));
  return tidy(
    words.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return named[name] ?? whole;
      const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    }),
  );
}

/** Lines without spaces at their ends, and no more than one blank line after another. */
export function tidy(text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Whether a text has tags that `plainText` leaves out. */
export function hasTags(text: string): boolean {
  return new RegExp(tag.source, 'i').test(text);
}
