import type { ChoiceExplanation, ModuleOutcome, ReachedStep } from './progress.client.ts';

/** One try at a question: the same id and body for every time it is sent, so that a repeat is recorded once. */
export interface Attempt {
  readonly id: string;
  readonly question: string;
  readonly response: readonly string[];
  readonly lang: string;
  /** ISO 8601 UTC: when the learner pressed the button. */
  readonly timestamp: string;
}

export interface Graded {
  readonly id: string;
  readonly success: boolean;
  readonly explanations: readonly ChoiceExplanation[];
  /** Of a branching case: the steps it has led to. */
  readonly case?: { readonly steps: readonly ReachedStep[] };
  readonly module: ModuleOutcome | null;
}

export type AnswerOutcome =
  | { readonly kind: 'graded'; readonly graded: Graded }
  | { readonly kind: 'sign-in' }
  /** The server will not take it; sending the same again is of no use. `message` is in the page's language. */
  | { readonly kind: 'refused'; readonly message: string | null }
  /** Nobody knows whether it arrived: the same attempt may be sent again. */
  | { readonly kind: 'failed'; readonly message: string | null };

/** A new attempt, stamped now. */
export function newAttempt(question: string, response: readonly string[], lang: string): Attempt {
  return { id: crypto.randomUUID(), question, response, lang, timestamp: new Date().toISOString() };
}

/** Sends an attempt to be graded and recorded. Never throws. */
export async function sendAnswer(attempt: Attempt): Promise<AnswerOutcome> {
  try {
    const response = await fetch('/api/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': attempt.lang },
      body: JSON.stringify(attempt),
      signal: AbortSignal.timeout(15_000),
    });
    if (response.ok) return { kind: 'graded', graded: (await response.json()) as Graded };
    if (response.status === 401) return { kind: 'sign-in' };
    const message = await errorMessage(response, attempt.lang);
    return { kind: response.status >= 500 || response.status === 429 ? 'failed' : 'refused', message };
  } catch {
    return { kind: 'failed', message: null };
  }
}

async function errorMessage(response: Response, lang: string): Promise<string | null> {
  if (response.headers.get('content-language') !== lang) return null;
  const body = (await response.json().catch(() => null)) as { error?: { message?: unknown } } | null;
  return typeof body?.error?.message === 'string' ? body.error.message : null;
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
