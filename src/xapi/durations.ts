/** No duration worth keeping is longer. */
const longest = 64;
const dateUnits = 'YMD';
const timeUnits = 'HMS';

/**
 * Whether a text is an ISO 8601 duration (xAPI 1.0.3, Data 4.6): `P[nY][nM][nD][T[nH][nM][nS]]` or `PnW`, with at least
 * one part and a fraction in the last one only. Read in one pass over at most 64 characters.
 */
export function isDuration(text: string): boolean {
  return partsOf(text) !== null;
}

/**
 * A duration as it is compared: digits past a hundredth of a second are dropped (Data 4.6), the rest is taken as written,
 * since months and days have no fixed length (Data 2.3.1). What is no duration is returned unchanged.
 */
export function atHundredths(text: string): string {
  const seconds = partsOf(text)?.at(-1);
  if (seconds?.unit !== 'S') return text;
  const [whole, fraction = ''] = seconds.value.replace(',', '.').split('.');
  return `${text.slice(0, seconds.from)}${whole}.${fraction.slice(0, 2).padEnd(2, '0')}S`;
}

const secondsIn: Readonly<Record<string, number>> = { W: 604_800, D: 86_400, H: 3600, M: 60, S: 1 };

/** A duration in seconds; null for what is none, is absent, or counts in years or months, which have no fixed length. */
export function durationSeconds(text: string | undefined): number | null {
  const parts = text === undefined ? null : partsOf(text);
  if (text === undefined || parts === null) return null;
  const time = text.indexOf('T');
  let seconds = 0;
  for (const { from, unit, value } of parts) {
    if (unit === 'Y' || (unit === 'M' && (time === -1 || from < time))) return null;
    seconds += Number(value.replace(',', '.')) * secondsIn[unit]!;
  }
  return seconds;
}

interface Part {
  /** Where it begins, and where the next one may. */
  readonly from: number;
  readonly end: number;
  /** The digits as written. */
  readonly value: string;
  readonly unit: string;
  readonly isFraction: boolean;
}

/** The parts in their order, or null when the text is no duration. */
function partsOf(text: string): Part[] | null {
  if (text.length > longest || text[0] !== 'P') return null;
  const parts: Part[] = [];
  let units = dateUnits;
  let rank = -1;
  let at = 1;
  while (at < text.length) {
    if (text[at] === 'T' && units === dateUnits && at + 1 < text.length) {
      units = timeUnits;
      rank = -1;
      at += 1;
    }
    const part = readPart(text, at);
    if (part === null || parts.at(-1)?.isFraction === true) return null;
    at = part.end;
    parts.push(part);
    if (part.unit === 'W') return parts.length === 1 && at === text.length && units === dateUnits ? parts : null;
    if (units.indexOf(part.unit) <= rank) return null;
    rank = units.indexOf(part.unit);
  }
  return parts.length === 0 ? null : parts;
}

/** Digits, a fraction after a point or a comma where there is one, and the unit's letter. */
function readPart(text: string, from: number): Part | null {
  let at = afterDigits(text, from);
  if (at === from) return null;
  const isFraction = text[at] === '.' || text[at] === ',';
  if (isFraction) {
    const point = at;
    at = afterDigits(text, point + 1);
    if (at === point + 1) return null;
  }
  const unit = text[at];
  return unit === undefined ? null : { from, end: at + 1, value: text.slice(from, at), unit, isFraction };
}

function afterDigits(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at += 1;
  return at;
}
