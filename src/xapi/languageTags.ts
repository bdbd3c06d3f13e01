const longest = 100;

/** Registered before today's grammar and outside it (RFC 5646, 2.1 `irregular`). */
const irregular = new Set(
  [
    'en-GB-oed',
    'sgn-BE-FR',
    'sgn-BE-NL',
    'sgn-CH-DE',
    'i-ami',
    'i-bnn',
    'i-default',
    'i-enochian',
    'i-hak',
    'i-klingon',
  ]
    .concat(['i-lux', 'i-mingo', 'i-navajo', 'i-pwn', 'i-tao', 'i-tay', 'i-tsu'])
    .map((tag) => tag.toLowerCase()),
);

interface Step {
  readonly is: (subtag: string) => boolean;
  readonly most: number;
}

/** What may follow the language, in this order (RFC 5646, 2.1 `langtag`). */
const afterLanguage: readonly Step[] = [
  { is: (subtag) => isAlpha(subtag, 3, 3), most: 3 },
  { is: (subtag) => isAlpha(subtag, 4, 4), most: 1 },
  { is: (subtag) => isAlpha(subtag, 2, 2) || /^[0-9]{3}$/.test(subtag), most: 1 },
  { is: (subtag) => subtag.length >= 5 || /^[0-9][a-z0-9]{3}$/.test(subtag), most: Number.POSITIVE_INFINITY },
];

/**
 * Whether a text is a well-formed RFC 5646 language tag, which is what keys of language maps and `context.language` must
 * be (xAPI 1.0.3, Data 2.2 and 4.2). Whether the subtags are registered is not asked. Reads at most 100 characters, once.
 */
export function isLanguageTag(text: string): boolean {
  if (text.length > longest) return false;
  const tag = text.toLowerCase();
  const subtags = tag.split('-');
  if (!subtags.every((subtag) => /^[a-z0-9]{1,8}$/.test(subtag))) return false;
  if (irregular.has(tag)) return true;
  if (subtags[0] === 'x') return subtags.length > 1;
  return isAlpha(subtags[0]!, 2, 8) && areExtensions(subtags.slice(endOfCore(subtags)));
}

/** Where extensions and private use begin. */
function endOfCore(subtags: readonly string[]): number {
  let at = 1;
  for (const { is, most } of afterLanguage) {
    const from = at;
    while (at < subtags.length && at - from < most && is(subtags[at]!)) at += 1;
  }
  return at;
}

/** `u-co-phonebk`, `x-anything`: one character, no two the same (2.2.6), then what belongs to it; private use comes last. */
function areExtensions(subtags: readonly string[]): boolean {
  const singletons = new Set<string>();
  let singleton = '';
  let parts = 1;
  for (const subtag of subtags) {
    if (subtag.length === 1 && singleton !== 'x') {
      if (parts === 0 || singletons.has(subtag)) return false;
      singletons.add(subtag);
      singleton = subtag;
      parts = 0;
    } else {
      if (singleton === '') return false;
      parts += 1;
    }
  }
  return parts > 0;
}

function isAlpha(subtag: string, least: number, most: number): boolean {
  return subtag.length >= least && subtag.length <= most && /^[a-z]+$/.test(subtag);
}
