import type { ChoiceExplanation, ModuleOutcome, ReachedStep } from './progress.client.ts';

/** One try at a question: the same id and body for every time it is sent, so that a repeat is recorded once. */
export interface Attempt {
  readonly id: string;
  readonly question: string;
  readonly response: readonly string[];
  readonly lang: string;
  /** ISO 8601 UTC: when the learner pressed the button. */
  readonly timestamp: string;
  /** ISO 8601: how long the question was before the learner. */
  readonly duration?: string;
}

export interface Graded {
  readonly id: string;
  readonly success: boolean;
  /** Whether it counts as answered by now; a branching case does once it has reached an end it may. */
  readonly done: boolean;
  readonly explanations: readonly ChoiceExplanation[];
  /** Of a branching case: the steps it has led to. */
  readonly case?: { readonly steps: readonly ReachedStep[] };
  readonly module: ModuleOutcome | null;
}

/** A new attempt, stamped now. */
export function newAttempt(tried: Pick<Attempt, 'question' | 'response' | 'lang' | 'duration'>): Attempt {
  return { ...tried, id: crypto.randomUUID(), timestamp: new Date().toISOString() };
}

interface KeptAnswer {
  readonly attempt: Attempt;
  /** Whose it is: the account name, or null when nobody was signed in. */
  readonly account: string | null;
}

/** Keeps an attempt over signing in, in this tab only. */
export function keepAnswer(attempt: Attempt, account: string | null): void {
  try {
    sessionStorage.setItem(keyOf(attempt.question), JSON.stringify({ attempt, account } satisfies KeptAnswer));
  } catch {
    // A browser that stores nothing keeps the choice on the page; only the way through sign-in is lost.
  }
}

/** Takes out what was kept for a question, if it is this account's or was given by nobody signed in. */
export function takeKeptAnswer(question: string, account: string): Attempt | null {
  const kept = keptAnswer(question);
  forgetKeptAnswer(question);
  return kept && (kept.account === null || kept.account === account) ? kept.attempt : null;
}

/** The attempt kept for a question by somebody not signed in, left where it is; null when there is none. */
export function peekKeptAnswer(question: string): Attempt | null {
  const kept = keptAnswer(question);
  return kept?.account === null ? kept.attempt : null;
}

/** Drops what was kept for a question. */
export function forgetKeptAnswer(question: string): void {
  try {
    sessionStorage.removeItem(keyOf(question));
  } catch {
    // Nothing was kept where nothing can be stored.
  }
}

function keptAnswer(question: string): KeptAnswer | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(question)) ?? 'null') as KeptAnswer | null;
  } catch {
    return null;
  }
}

function keyOf(question: string): string {
  return `oppihetki-answer:${question}`;
}
