import type { Language } from './languages.ts';

const timeZone = 'Europe/Helsinki';

/**
 * A day as people see it in Helsinki: `21.11.2026` in Finnish and Swedish, `21 November 2026` in English.
 * @param instant an ISO 8601 date-time, or a Date
 */
export function formatDate(instant: string | Date, lang: Language): string {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  if (lang === 'en') {
    return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(date);
  }
  return new Intl.DateTimeFormat('fi-FI', { day: 'numeric', month: 'numeric', year: 'numeric', timeZone }).format(date);
}

/** A calendar day, `2022-12-28`, written out like `formatDate` does. */
export function formatDay(day: string, lang: Language): string {
  return formatDate(`${day}T12:00:00Z`, lang);
}

/** The time of day in Helsinki: `14.05` in Finnish and Swedish, `14:05` in English. @param instant ISO 8601 */
export function formatTime(instant: string, lang: Language): string {
  const locale = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[lang];
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant));
}
