const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const offset = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Helsinki', timeZoneName: 'longOffset' });

/** An instant as an ISO 8601 date-time in Europe/Helsinki to the second: `2026-11-21T14:05:09+02:00`. */
export function helsinkiDateTime(instant: string | Date): string {
  const date = new Date(instant);
  const zone = offset.formatToParts(date).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT+02:00';
  return `${parts.format(date).replace(' ', 'T')}${zone.replace('GMT', '')}`;
}

/** The Helsinki calendar day of an instant: `2026-11-21`. */
export function helsinkiDate(instant: string | Date): string {
  return helsinkiDateTime(instant).slice(0, 10);
}
