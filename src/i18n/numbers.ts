import type { Language } from './languages.ts';

const locales: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** A whole number as people read it: `228 006` with a hard space in Finnish and Swedish, `228,006` in English. */
export function formatNumber(number: number, lang: Language): string {
  return new Intl.NumberFormat(locales[lang], { maximumFractionDigits: 0 }).format(number);
}

/** How much of all, in whole per cent, rounded down: nobody reads 100 % before everything is done. */
export function formatShare(part: number, all: number): string {
  return `${all === 0 ? 0 : Math.floor((100 * part) / all)}\u00a0%`;
}
