import { placeInBody, placeOf } from '../authoredContent.ts';
import type { Authored, AuthoredContent } from '../authoredContent.ts';
import type { AccessibilityCheck } from '../../schemas/accessibility.ts';
import { error, warning } from '../finding.ts';
import type { Finding, Place } from '../finding.ts';
import { placedComponents } from '../mdxBody.ts';
import { reviewBy } from '../../schemas/review.ts';

/** A claim that is to be looked at again, and where it stands. */
export interface ReviewDay {
  readonly place: Place;
  /** As the author wrote it, `2027-01-31`. */
  readonly day: string;
}

/**
 * Claims whose day of review has passed, and days that are none.
 * @param today the day of the check, `2026-11-25`
 */
export function reviewFindings(content: AuthoredContent, today: string): Finding[] {
  return [
    ...reviewDays(content).flatMap((review) => judgeReview(review, today)),
    ...content.accessibilityChecks.flatMap((check) => oldCheck(check, today)),
  ];
}

/** Every claim that names a day by which it is to be looked at again. */
export function reviewDays(content: AuthoredContent): ReviewDay[] {
  const inTexts = [...content.modules, ...content.sections].flatMap((authored) => {
    if (!authored.mdx) return [];
    return placedComponents(authored.mdx).flatMap(({ name, text, line }) => {
      const day = text['reviewBy'];
      return name === 'Source' && day !== undefined ? [{ day, place: placeInBody(authored, line) }] : [];
    });
  });
  const inTerms = (content.glossary ?? []).flatMap((term) => {
    const day = term.data?.reviewBy;
    return day === undefined ? [] : [{ day, place: placeOf(term, ['reviewBy']) }];
  });
  const inPictures = content.infographics.flatMap((infographic) => {
    const day = infographic.data?.source.reviewBy;
    return day === undefined ? [] : [{ day, place: placeOf(infographic, ['source', 'reviewBy']) }];
  });
  return [...inTexts, ...inTerms, ...inPictures];
}

/** A check of accessibility made more than a year ago: the statement is to be looked over each year. */
function oldCheck(check: Authored<AccessibilityCheck>, today: string): Finding[] {
  const day = check.data?.date;
  if (day === undefined || `${Number(day.slice(0, 4)) + 1}${day.slice(4)}` >= today) return [];
  const message = `Saavutettavuustarkistus ”${check.id}” on yli vuoden takaa.`;
  return [warning(placeOf(check, ['date']), 'check-old', message, 'Tee tarkistus uudelleen ja kirjoita uusi päivä.')];
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
