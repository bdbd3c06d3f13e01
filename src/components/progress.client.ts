/** The learner's progress, fetched once a page and shown by every element that asks. */

import { forgetProgress, rememberedProgress, rememberProgress } from './progressMemory.client.ts';
import { deliver, onQueueNews, waitingOf } from './queue/delivery.client.ts';
import type { Sending } from './queue/queueStore.client.ts';
import { withWaiting } from './withWaiting.ts';
import { experienced } from '../xapi/verbs.ts';

export interface AnsweredQuestion {
  readonly id: string;
  readonly response: readonly string[];
  readonly success: boolean;
  /** Whether it counts as answered by now; a branching case does once it has reached an end it may. */
  readonly done: boolean;
  readonly explanations: readonly ChoiceExplanation[];
  /** Of a branching case: the steps it has led to. */
  readonly case?: { readonly steps: readonly ReachedStep[] };
}

/** A step of a branching case that choices have led to. */
export interface ReachedStep {
  readonly id: string;
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  /** How the case ends here; null where it goes on. */
  readonly end: 'good' | 'other' | null;
}

/** A video that was played: where it was left, and the stretches of it that were seen, in seconds. */
export interface WatchedVideo {
  /** `video/language` */
  readonly id: string;
  readonly time: number;
  readonly segments: readonly (readonly [from: number, to: number])[];
  readonly completed: boolean;
}

/** How far a module's closing quiz is. */
export interface ClosingQuizProgress {
  /** The share that passes, 0–1. */
  readonly mastery: number;
  readonly passed: boolean;
  /** How many of its questions the newest answers have right. */
  readonly right: number;
  readonly total: number;
}

export interface ChoiceExplanation {
  readonly choice: string;
  readonly text: string;
  /** Whether the choice itself is right. */
  readonly correct: boolean;
}

export interface ModuleProgress {
  readonly id: string;
  readonly version: number;
  readonly registration: string;
  readonly sections: readonly { readonly id: string; readonly done: boolean }[];
  readonly questions: readonly AnsweredQuestion[];
  readonly closingQuiz: ClosingQuizProgress | null;
  readonly videos: readonly WatchedVideo[];
  /** The steps of the scale, 1 to 5, that the questions of its feedback were answered with. */
  readonly feedback: readonly { readonly id: string; readonly response: string }[];
  /** ISO 8601, or null while the module is not completed. */
  readonly completedAt: string | null;
  /** The sections that changed since it was completed and are to be gone through again, or null. */
  readonly renewal: { readonly sections: readonly string[] } | null;
}

export interface Progress {
  readonly idBase: string;
  readonly actor: {
    readonly objectType: 'Agent';
    readonly account: { readonly homePage: string; readonly name: string };
  };
  readonly person: { readonly name: string | null; readonly roles: readonly string[] };
  readonly modules: readonly ModuleProgress[];
  /** The section to go on from, or null before anything was recorded. */
  readonly last: { readonly module: string; readonly section: string } | null;
}

/** The part of an answer's reply that changes a module's progress. */
export interface ModuleOutcome {
  readonly id: string;
  readonly completedAt: string | null;
  readonly sections: readonly { readonly id: string; readonly done: boolean }[];
  readonly closingQuiz: ClosingQuizProgress | null;
}

export type ProgressState =
  | { readonly kind: 'signed-out' }
  /** Somebody is probably signed in, but the progress could not be fetched. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'signed-in'; readonly progress: Progress };

type Listener = (state: ProgressState) => void;

const listeners = new Set<Listener>();
let state: ProgressState | null = null;
let fetching: Promise<ProgressState> | null = null;

/** Calls `listener` with the progress once it is known and whenever it changes; returns how to stop. */
export function onProgress(listener: Listener): () => void {
  listeners.add(listener);
  if (state) listener(state);
  else void currentProgress();
  return () => listeners.delete(listener);
}

/** The progress as it is known on this page, fetched at the first call. */
export function currentProgress(): Promise<ProgressState> {
  fetching ??= fetchProgress().then(tell);
  return fetching;
}

/** Fetches the progress anew: after something was sent late, or when the page comes back from the browser's memory. */
export function refreshProgress(): Promise<ProgressState> {
  fetching = fetchProgress().then(tell);
  return fetching;
}

/** Takes in what an answer changed: the question, its module's sections and completion. */
export function applyAnswer(answer: AnsweredQuestion, outcome: ModuleOutcome): void {
  changeModule(outcome.id, (module) => ({
    ...module,
    sections: outcome.sections,
    completedAt: outcome.completedAt,
    closingQuiz: outcome.closingQuiz,
    questions: [...module.questions.filter(({ id }) => id !== answer.id), answer],
  }));
}

/** The progress of one module, or null when there is none. */
export function moduleOf(progress: Progress, id: string): ModuleProgress | null {
  return progress.modules.find((module) => module.id === id) ?? null;
}

function changeModule(id: string, change: (module: ModuleProgress) => ModuleProgress): void {
  if (state?.kind !== 'signed-in') return;
  const { progress } = state;
  const modules = progress.modules.map((module) => (module.id === id ? change(module) : module));
  const changed = { ...progress, modules };
  rememberProgress(changed);
  tell({ kind: 'signed-in', progress: changed });
}

/** How long what waits may delay the progress, in milliseconds: it is counted in when it arrives in time. */
const patience = 3_000;

/**
 * The progress as the server has it, with what still waits in this browser counted in. Without a connection it is the one
 * last seen by the same person.
 */
async function fetchProgress(): Promise<ProgressState> {
  if (!/(?:^|; )oppihetki-signed-in=1(?:;|$)/.test(document.cookie)) return signedOut();
  const remembered = rememberedProgress();
  if (remembered) await Promise.race([deliver(accountOf(remembered)), wait(patience)]);
  try {
    const response = await fetch('/api/progress', {
      headers: { accept: 'application/json' },
      cache: 'no-store',
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status === 401) return signedOut();
    if (!response.ok) return fromMemory(remembered);
    const progress = (await response.json()) as Progress;
    if (!remembered || accountOf(remembered) !== accountOf(progress)) void deliver(accountOf(progress));
    return await signedIn(progress);
  } catch {
    return fromMemory(remembered);
  }
}

function signedOut(): ProgressState {
  forgetProgress();
  return { kind: 'signed-out' };
}

async function fromMemory(remembered: Progress | null): Promise<ProgressState> {
  return remembered ? signedIn(remembered) : { kind: 'unavailable' };
}

async function signedIn(progress: Progress): Promise<ProgressState> {
  rememberProgress(progress);
  return { kind: 'signed-in', progress: withWaiting(progress, await waitingOf(accountOf(progress))) };
}

function isSectionMark({ kind, body }: Sending): boolean {
  return kind === 'statement' && body.verb.id === experienced.id;
}

/** The account name of whose progress it is. */
export function accountOf({ actor }: Progress): string {
  return actor.account.name;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function tell(next: ProgressState): ProgressState {
  state = next;
  for (const listener of listeners) listener(next);
  return next;
}

addEventListener('pageshow', (event) => {
  if (event.persisted) void refreshProgress();
});

// A mark that waited has arrived, from this tab or another: what follows from it is the server's to tell.
onQueueNews((news) => {
  if (news.kind === 'settled' && isSectionMark(news.sending) && news.outcome.kind === 'delivered' && state) {
    void refreshProgress();
  }
});
