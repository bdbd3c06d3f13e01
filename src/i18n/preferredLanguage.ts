import { isLanguage, type Language, languages } from './languages.ts';

/**
 * The language of the user interface that an Accept-Language header prefers (RFC 9110 12.5.4), by the first part of each
 * tag: `sv-FI` is Swedish. The default language where it names none of ours.
 */
export function preferredLanguage(acceptLanguage: string | null | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const weight = parameters.map((text) => text.trim()).find((text) => text.startsWith('q='));
      return { language: tag.split('-')[0], weight: weight ? Number(weight.slice(2)) : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return ranked.map(({ language }) => language).find(isLanguage) ?? languages[0];
}
