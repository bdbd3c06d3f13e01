import { reviewBy } from '../schemas/review.ts';
import { error, type Finding, type Place, warning } from './finding.ts';

/** A claim that is to be looked at again, and where it stands. */
export interface ReviewDay {
  readonly place: Place;
  /** As the author wrote it, `2027-01-31`. */
  readonly day: string;
}

/**
 * What is wrong with the day of a claim.
 * @param today `2026-11-25`
 */
export function judgeReview({ day, place }: ReviewDay, today: string): Finding[] {
  if (!reviewBy.safeParse(day).success) {
    const fix = 'Kirjoita päivä muodossa reviewBy="2027-01-31".';
    return [error(place, 'review-date', `”${day}” ei ole päivämäärä.`, fix)];
  }
  if (day >= today) return [];
  const [year, month, date] = day.split('-').map(Number);
  const message = `Tämä tieto piti tarkistaa viimeistään ${date}.${month}.${year}.`;
  return [warning(place, 'review-due', message, 'Tarkista tieto lähteestä, korjaa teksti ja anna uusi reviewBy.')];
}
