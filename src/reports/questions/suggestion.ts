/** How well a question tells those who know from those who do not, in words. */
export type Discrimination = 'negative' | 'weak' | 'fair' | 'good';

/** What a question's figures suggest to its author. */
export type Suggestion = 'luring' | 'contrary' | 'hard' | 'weak' | 'easy' | 'unused' | 'good' | 'fitting';

/** Fewer learners than this make neither a correlation nor an unused choice worth telling: our own limit. */
export const learnersToJudge = 30;

/** With fewer other questions the rest of the module says too little of who knows: our own limit. */
export const otherQuestionsNeeded = 3;

/** A wrong choice that fewer than this share take does no work (Haladyna & Downing 1993, *How many options is enough*). */
export const workingChoice = 0.05;

/** Below this a question is weak, from the other on it is good (Ebel & Frisbie, *Essentials of Educational Measurement*). */
const weakBelow = 0.2;
const goodFrom = 0.3;

/** Right for so many at once that it tells little (Moodle's quiz report calls 90 % and more very easy). */
const easyFrom = 0.9;
/** Right for fewer than this is hard for a question that supports learning (Moodle's report: about right from 35 %). */
const hardBelow = 0.35;

/** A point-biserial correlation in words. */
export function inWords(correlation: number): Discrimination {
  if (correlation < 0) return 'negative';
  if (correlation < weakBelow) return 'weak';
  return correlation < goodFrom ? 'fair' : 'good';
}

/** The one thing to tell an author first: what misleads, then what is too hard or tells nothing, then what could be finer. */
export function suggestionOf(figures: {
  /** 0–1. */
  readonly facility: number;
  readonly discrimination: Discrimination | null;
  readonly hasWrongChoices: boolean;
  readonly hasUnused: boolean;
}): Suggestion {
  const { facility, discrimination, hasWrongChoices, hasUnused } = figures;
  if (discrimination === 'negative') return hasWrongChoices ? 'luring' : 'contrary';
  if (facility < hardBelow) return 'hard';
  if (facility >= easyFrom) return 'easy';
  if (discrimination === 'weak') return 'weak';
  if (hasUnused) return 'unused';
  return discrimination === null ? 'fitting' : 'good';
}
