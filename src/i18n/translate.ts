import { en } from './en.ts';
import { fi } from './fi.ts';
import type { MessageKey, Messages } from './fi.ts';
import { fill } from './fill.ts';
import type { Params } from './fill.ts';
import { languages } from './languages.ts';
import type { Language } from './languages.ts';
import { sv } from './sv.ts';

export { contentLang, contentLanguage, isLanguage, languages } from './languages.ts';
export type { Language } from './languages.ts';
export type { MessageKey } from './fi.ts';

/** A message of the user interface in one language, its `{name}` places filled from `params`. */
export type Translate = (key: MessageKey, params?: Params) => string;

const messages: Readonly<Record<Language, Messages>> = { fi, sv, en };

/** The user interface's messages in `lang`. */
export function translator(lang: Language): Translate {
  return (key, params = {}) => fill(messages[lang][key], params);
}

/** The parameter sets of a page that exists in every language, for `getStaticPaths`. */
export function languagePaths(): { params: { lang: Language } }[] {
  return languages.map((lang) => ({ params: { lang } }));
}
