import { formatDay } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';

export type PeriodStep = 'week' | 'month' | 'year';

const locales: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** A stretch of time by its name: `Viikko alkaen 16.11.2026`, `marraskuu 2026`, `2026`. @param start its first day */
export function periodName(start: string, step: PeriodStep, lang: Language, t: Translate): string {
  if (step === 'week') return t('reports.weekFrom', { day: formatDay(start, lang) });
  return step === 'year' ? start.slice(0, 4) : inLanguage(start, lang, { month: 'long', year: 'numeric' });
}

/** The same as short as can be, under a bar: `16.11.`, `11/26`, `2026`. */
export function shortPeriodName(start: string, step: PeriodStep, lang: Language): string {
  if (step === 'year') return start.slice(0, 4);
  if (step === 'week') return inLanguage(start, lang, { day: 'numeric', month: 'numeric' });
  return `${Number(start.slice(5, 7))}/${start.slice(2, 4)}`;
}

function inLanguage(day: string, lang: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[lang], { ...options, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}
