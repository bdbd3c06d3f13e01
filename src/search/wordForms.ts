import { compoundParts } from './compounds.ts';
import { asksForWeakGrade, isBareEnding, isClitic, isEndingOf } from './finnish/endings.ts';
import { stemsOfBasicForm, stemsOfStem } from './finnish/paradigms.ts';
import { fold } from './fold.ts';

/** One word of a query and the forms in which a text may hold it. */
export interface WordForms {
  /** Beginnings that cover every form: what an index is asked for. */
  readonly beginnings: readonly string[];
  /** How surely a word of a text (unfolded) is this word: 1 a form of it, 0.5 a compound or a longer word with it, 0 neither. */
  match(word: string): number;
}

/** Fewer letters than these tell no word from another. */
const shortestStem = 3;
/** So long must a word be to be looked for inside compounds, or as the beginning of others: `asia` is not `asiakas`. */
const shortestPart = 4;
const shortestBeginning = 5;

/**
 * The forms of a Finnish word, which may itself be in any form: consonant gradation, stems and endings by rule, without
 * a dictionary. Rules allow forms that do not exist; a text does not hold those.
 */
export function wordForms(word: string): WordForms {
  const folded = fold(word);
  const stems = [...new Set([folded, ...stemsIn(folded)])];
  const harmony = isFront(word) ? hasNoBackVowel : () => true;
  const isForm = (part: string) => {
    const other = fold(part);
    return harmony(part) && stems.some((stem) => other.startsWith(stem) && isEndingOf(stem, other.slice(stem.length)));
  };
  const isPart = (part: string) => folded.length >= shortestPart && isForm(part);
  const begins = (part: string) => folded.length >= shortestBeginning && fold(part).startsWith(folded);
  const strengthOf = (text: string) => {
    const parts = compoundParts(text);
    if (isForm(parts.join(''))) return 1;
    const tails = parts.map((_, index) => parts.slice(index).join(''));
    return [...tails, ...parts].some((part) => begins(part) || isPart(part)) ? 0.5 : 0;
  };
  const known = new Map<string, number>();
  return {
    beginnings: shortest(stems),
    match(text) {
      const strength = known.get(text) ?? strengthOf(text);
      known.set(text, strength);
      return strength;
    },
  };
}

/** The stems a word may be a form of: of itself as a basic form, and of what is left when an ending is cut off. */
function stemsIn(folded: string): string[] {
  const cuts = Array.from(
    { length: folded.length },
    (_, cut) => [folded.slice(0, cut + 1), folded.slice(cut + 1)] as const,
  );
  return cuts
    .filter(([stem, ending]) => stem.length >= shortestStem && isEndingOf(stem, ending))
    .flatMap(([stem, ending]) => {
      const isBasic = ending === '' || (isBareEnding(ending) && ending !== 'nne' && stem.length > shortestStem);
      return [
        ...(isBasic ? stemsOfBasicForm(stem) : []),
        ...(isInflected(stem, ending) ? stemsOfStem(stem, asksForWeakGrade(stem, ending)) : []),
      ];
    })
    .filter((stem) => stem.length >= shortestStem);
}

/** Whether to read a word as an inflected form of this stem: not where the rules would take a common basic form apart. */
function isInflected(stem: string, ending: string): boolean {
  const isShort = stem.length === shortestStem;
  const likelyBasic =
    /nne$/.test(ending) || // tilanne
    (isShort && stem.endsWith('i') && /^(?:a|va)$/.test(ending)) || // asia, päivä
    (isShort && ending === 'si') || // vuosi
    (isShort && /[lnr]$/.test(stem)); // kunta
  return (!isClitic(ending) && !likelyBasic) || (ending === '' && /..oi$/.test(stem)); // auttoi
}

/** Whether a word says by its vowels that all its forms have front vowels only. */
function isFront(word: string): boolean {
  return /[äöy]/i.test(word) && hasNoBackVowel(word);
}

function hasNoBackVowel(word: string): boolean {
  return !/[aou]/i.test(word);
}

/** Those that no other one begins. */
function shortest(beginnings: readonly string[]): string[] {
  return beginnings.filter((one) => !beginnings.some((other) => other !== one && one.startsWith(other)));
}
