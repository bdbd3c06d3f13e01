import type { FirstAnswer } from '../../completion/firstAnswers.ts';
import type { AskedQuestion } from '../../course/askedQuestion.ts';
import { facility, median, pointBiserial } from './itemAnalysis.ts';
import { toldShare, wholeTens } from './shownFigures.ts';
import type { Discrimination, Suggestion } from './suggestion.ts';
import { inWords, learnersToJudge, otherQuestionsNeeded, suggestionOf, workingChoice } from './suggestion.ts';

/** What is told of a question; null while fewer than ten learners have answered it as it is asked today. */
export type QuestionFigures = {
  /** How many learners the figures are of: a multiple of ten. */
  readonly learners: number;
  /** How many had it right at their first whole answer, in per cent, rounded to fives. */
  readonly facility: number;
  /** Null where too few have answered the whole module, or it has too few questions. */
  readonly discrimination: Discrimination | null;
  readonly hasChoices: boolean;
  /** The texts of the wrong choices that nearly nobody takes; null where too few have answered to tell. */
  readonly unused: readonly string[] | null;
  /** The median time to answer, where it was measured of ten or more. */
  readonly seconds: number | null;
  readonly suggestion: Suggestion;
} | null;

export interface AnsweredQuestion {
  readonly question: AskedQuestion;
  /** In the order they were stored. */
  readonly answers: readonly FirstAnswer[];
}

/** The figures of each question of a module, in their order. See docs/statistics.md for what they mean. */
export function questionFigures(module: readonly AnsweredQuestion[]): readonly QuestionFigures[] {
  const everybody = wholeModules(module);
  return module.map(({ question, answers }) => {
    const counted = wholeTens(answers);
    if (counted === null) return null;
    const share = facility(counted);
    const discrimination = discriminationOf(question.id, everybody);
    const unused = unusedChoices(question, counted);
    return {
      learners: counted.length,
      facility: toldShare(share),
      discrimination,
      hasChoices: question.wrongChoices.length > 0,
      unused,
      seconds: medianSeconds(answers),
      suggestion: suggestionOf({
        facility: share,
        discrimination,
        hasWrongChoices: question.wrongChoices.length > 0,
        hasUnused: unused !== null && unused.length > 0,
      }),
    };
  });
}

/** Of one learner: which questions were right at first. */
type Sheet = ReadonlyMap<string, boolean>;

/** Those who have answered every question, in the order in which they came to the last of them: first whole tens. */
function wholeModules(module: readonly AnsweredQuestion[]): readonly Sheet[] {
  const sheets = new Map<string, { readonly right: Map<string, boolean>; ready: string }>();
  for (const { question, answers } of module) {
    for (const { account, success, stored } of answers) {
      const sheet = sheets.get(account) ?? { right: new Map<string, boolean>(), ready: stored };
      sheet.right.set(question.id, success);
      if (stored > sheet.ready) sheet.ready = stored;
      sheets.set(account, sheet);
    }
  }
  const whole = [...sheets.values()].filter(({ right }) => right.size === module.length);
  whole.sort((a, b) => (a.ready < b.ready ? -1 : a.ready > b.ready ? 1 : 0));
  return (wholeTens(whole) ?? []).map(({ right }) => right);
}

function discriminationOf(question: string, sheets: readonly Sheet[]): Discrimination | null {
  const [first] = sheets;
  if (sheets.length < learnersToJudge || first === undefined || first.size <= otherQuestionsNeeded) return null;
  const rows = sheets.map((sheet) => {
    const right = sheet.get(question) === true;
    const all = [...sheet.values()].filter(Boolean).length;
    return { right, rest: all - Number(right) };
  });
  const correlation = pointBiserial(rows);
  return correlation === null ? null : inWords(correlation);
}

function unusedChoices({ wrongChoices }: AskedQuestion, counted: readonly FirstAnswer[]): readonly string[] | null {
  if (counted.length < learnersToJudge) return null;
  return wrongChoices
    .filter(({ id }) => counted.filter(({ response }) => response.includes(id)).length / counted.length < workingChoice)
    .map(({ text }) => text);
}

function medianSeconds(answers: readonly FirstAnswer[]): number | null {
  const measured = wholeTens(answers.flatMap(({ seconds }) => (seconds === null ? [] : [seconds])));
  return measured && Math.round(median(measured));
}
