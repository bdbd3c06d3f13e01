/**
 * The time budget of a module = characters / 950 per minute + video + 30–45 s per question + 40 s per infographic.
 * The same numbers are shown per section and drive "time left". No parser here: pages and browser code import this too.
 *
 * Study reading in Finnish is counted in characters: 900–1,000 a minute. English words a minute would be wrong here.
 */
export const charactersPerMinute = 950;
/** Reading, answering and reading the explanation of one question: 30–45 s. */
export const secondsPerQuestion = 40;
export const secondsPerInfographic = 40;

/** What a section asks of its learner. */
export interface SectionLoad {
  /** Characters read, spaces included. Prompts and choices are within the questions' time. */
  readonly characters: number;
  /** A branching case counts once for each choice on its longest way. */
  readonly questions: number;
  readonly infographics: number;
  readonly videoSeconds: number;
}

/** The time budget of a load in whole seconds. */
export function budgetSeconds(load: SectionLoad): number {
  const reading = (load.characters / charactersPerMinute) * 60;
  return Math.round(
    reading + load.videoSeconds + load.questions * secondsPerQuestion + load.infographics * secondsPerInfographic,
  );
}
