import { isLanguage, type Language } from '../../i18n/languages.ts';
import { preferredLanguage } from '../../i18n/preferredLanguage.ts';

/** The language of the page to go back to, else the one the browser prefers. */
export function signInLanguage(returnTo: string | null, acceptLanguage: string | undefined): Language {
  const first = returnTo?.split('/')[1];
  return isLanguage(first) ? first : preferredLanguage(acceptLanguage);
}
