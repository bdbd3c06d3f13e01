/** No timestamp worth keeping is longer: 35 characters hold nanoseconds and an offset. */
const longest = 64;
/** The years 0000 to 9999: the only ones that can be written again in UTC. */
const earliest = Date.parse('0000-01-01T00:00:00.000Z');
const end = Date.parse('+010000-01-01T00:00:00.000Z');

/**
 * Reads a timestamp (xAPI 1.0.3, Data 4.5; 2.0.0 follows RFC 3339) in one pass over at most 64 characters.
 *
 * Both versions take `YYYY-MM-DDThh:mm:ss[.fraction]` with `Z` or `±hh:mm`; dates must exist in the calendar and the
 * offset -00:00, which means "unknown", is invalid, and so is an offset that leads out of the years 0000 to 9999. `loose` adds what ISO 8601 allows and RFC 3339 does not: no seconds, a
 * comma before the fraction, offsets `±hh` and `±hhmm`, and no offset at all, which is then read as UTC.
 *
 * @returns milliseconds since the epoch, digits past the third of a fraction dropped, or null when it is no timestamp.
 */
export function instantOf(text: string, loose = true): number | null {
  if (text.length > longest) return null;
  const scan = new Scanner(text);
  const year = scan.number(4);
  if (!scan.take('-')) return null;
  const month = scan.number(2);
  if (!scan.take('-')) return null;
  const day = scan.number(2);
  if (!scan.take('T') && !scan.take('t')) return null;
  const hour = scan.number(2);
  if (!scan.take(':')) return null;
  const minute = scan.number(2);
  const seconds = scan.take(':') ? readSeconds(scan, loose) : loose ? 0 : Number.NaN;
  const offset = readOffset(scan, loose);
  if (!scan.ended || !isDate(year, month, day) || !(hour <= 23 && minute <= 59)) return null;
  if (!(seconds < 60_000 || (seconds < 61_000 && minute === 59)) || Number.isNaN(offset)) return null;
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  const instant = midnight + (hour * 60 + minute - offset) * 60_000 + seconds;
  return instant >= earliest && instant < end ? instant : null;
}

/** Milliseconds within the minute; NaN when there are no two digits, or a point without digits. */
function readSeconds(scan: Scanner, loose: boolean): number {
  const whole = scan.number(2) * 1000;
  if (!scan.take('.') && !(loose && scan.take(','))) return whole;
  const fraction = scan.digits();
  return fraction === '' ? Number.NaN : whole + Number(fraction.slice(0, 3).padEnd(3, '0'));
}

/** Minutes east of UTC; NaN when there is no valid offset. */
function readOffset(scan: Scanner, loose: boolean): number {
  if (scan.take('Z') || scan.take('z')) return 0;
  if (scan.ended) return loose ? 0 : Number.NaN;
  const sign = scan.take('+') ? 1 : scan.take('-') ? -1 : Number.NaN;
  const hours = scan.number(2);
  if (scan.ended && !loose) return Number.NaN;
  const colon = scan.take(':');
  const minutes = scan.ended && loose && !colon ? 0 : colon || loose ? scan.number(2) : Number.NaN;
  const isUnknown = sign === -1 && hours === 0 && minutes === 0;
  return hours <= 23 && minutes <= 59 && !isUnknown ? sign * (hours * 60 + minutes) : Number.NaN;
}

function isDate(year: number, month: number, day: number): boolean {
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  return day <= days;
}

/** Walks a text once from left to right. */
class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get ended(): boolean {
    return this.#at === this.#text.length;
  }

  take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  digits(most = Number.POSITIVE_INFINITY): string {
    const from = this.#at;
    while (this.#at - from < most && isDigit(this.#text.charCodeAt(this.#at))) this.#at += 1;
    return this.#text.slice(from, this.#at);
  }

  /** A number of exactly so many digits, or NaN. */
  number(width: number): number {
    const digits = this.digits(width);
    return digits.length === width ? Number(digits) : Number.NaN;
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
