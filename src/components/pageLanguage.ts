import type { Language } from '../i18n/languages.ts';
import { contentLanguage, isLanguage } from '../i18n/languages.ts';

/** The user interface's language around authored content, from the page's `lang` parameter. */
export function pageLanguage(params: Readonly<Record<string, string | undefined>>): Language {
  return isLanguage(params['lang']) ? params['lang'] : contentLanguage;
}
