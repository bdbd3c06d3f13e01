const zone = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Helsinki', timeZoneName: 'longOffset' });
const minute = 60_000;
const hour = 60 * minute;
/** Offsets from UTC by hour, in milliseconds: asking `Intl` for each of a report's times would take seconds. */
const offsets = new Map<number, number>();
const mostOffsets = 20_000;

/** An instant as an ISO 8601 date-time in Europe/Helsinki to the second: `2026-11-21T14:05:09+02:00`. */
export function helsinkiDateTime(instant: string | Date): string {
  const time = new Date(instant).getTime();
  const offset = offsetAt(time);
  const minutes = Math.round(Math.abs(offset) / minute);
  const sign = offset < 0 ? '-' : '+';
  return `${localIso(time + offset)}${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** The Helsinki calendar day of an instant: `2026-11-21`. */
export function helsinkiDate(instant: string | Date): string {
  const time = new Date(instant).getTime();
  return localIso(time + offsetAt(time)).slice(0, 10);
}

/** The instant at which a Helsinki calendar day begins, in milliseconds. Clocks change in the night, but not at midnight. */
export function helsinkiDayStart(day: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return midnight - offsetAt(midnight - offsetAt(midnight));
}

/** What Helsinki's clocks and calendars show at an instant, as if it were UTC: in milliseconds. */
export function helsinkiClock(instant: string): number {
  const time = Date.parse(instant);
  return time + offsetAt(time);
}

function offsetAt(time: number): number {
  const key = Math.floor(time / hour);
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const name = zone.formatToParts(time).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '2', minutes = '0'] = /^GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * hour + Number(minutes) * minute);
  if (offsets.size >= mostOffsets) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function localIso(localTime: number): string {
  return new Date(localTime).toISOString().slice(0, 19);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
