/** The strong and the weak grade of the consonants before a stem's last vowels: palkka, palkan; tuki, tuen. */
const grades = [
  ['kk', 'k'],
  ['pp', 'p'],
  ['tt', 't'],
  ['nk', 'ng'],
  ['nt', 'nn'],
  ['mp', 'mm'],
  ['lt', 'll'],
  ['rt', 'rr'],
  ['p', 'v'],
  ['t', 'd'],
] as const;

/** A `k` goes, or leaves a glide, as its surroundings have it: tauko, tauon; luku, luvun; aika, ajan. */
const weakOfK = [
  [/([aeiouylrhn])k([aeiouy]+)$/, '$1$2'],
  [/([uy])k([uy]+)$/, '$1v$2'],
  [/([lrh])k([ei]+)$/, '$1j$2'],
  [/ik([aeo]+)$/, 'j$1'],
] as const;
const strongOfK = [
  [/([aeiouylrh])([aeiouy])$/, '$1k$2'],
  [/([uy])v([uy]+)$/, '$1k$2'],
  [/([lrh])j([ei]+)$/, '$1k$2'],
  [/([aeou])j([aeo]+)$/, '$1ik$2'],
] as const;

/** After these a stop stays as it is: masku, lasta, matka. */
const keepsGrade = /(?:[st][kpt]|pp|kk)$/;
const parts = /^(.+?)([^aeiouy]+)([aeiouy]+)$/;

/** The weak grades that a stem in the strong grade may have. The stem ends in a vowel and is folded. */
export function weakened(stem: string): string[] {
  return [...changed(stem, weakOfK), ...regraded(stem, (strong, weak) => [strong, weak])];
}

/** The strong grades that a stem in the weak grade may have. The stem ends in a vowel and is folded. */
export function strengthened(stem: string): string[] {
  return [...changed(stem, strongOfK), ...regraded(stem, (strong, weak) => [weak, strong])];
}

function changed(stem: string, rules: readonly (readonly [RegExp, string])[]): string[] {
  return rules.filter(([from]) => from.test(stem)).map(([from, to]) => stem.replace(from, to));
}

function regraded(stem: string, direction: (strong: string, weak: string) => readonly [string, string]): string[] {
  const [, start = '', consonants = '', vowels = ''] = parts.exec(stem) ?? [];
  return grades
    .map(([strong, weak]) => direction(strong, weak))
    .filter(([from]) => consonants.endsWith(from) && (from.length > 1 || !keepsGrade.test(consonants)))
    .map(([from, to]) => start + consonants.slice(0, -from.length) + to + vowels);
}
