import { placeInBody, placeOf } from '../authoredContent.ts';
import type { Authored, AuthoredContent } from '../authoredContent.ts';
import type { AccessibilityCheck } from '../../schemas/accessibility.ts';
import { warning } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { placedComponents } from '../mdxBody.ts';
import { judgeReview, type ReviewDay } from '../reviewDay.ts';

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
