/** The languages of the user interface, the default first. */
export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language the course is written in. */
export const contentLanguage: Language = 'fi';

/** True when `value` is a language of the user interface. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The `lang` attribute of course content on a page in `lang`: absent where the page's own language already says it. */
export function contentLang(lang: Language): Language | undefined {
  return lang === contentLanguage ? undefined : contentLanguage;
}
