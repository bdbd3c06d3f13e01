/** What the learner is told of one choice, item or pair. `correct` says whether it is right in itself. */
export interface ChoiceExplanation {
  /** A choice's id, an item's, or the left side's of a pair. */
  readonly choice: string;
  readonly text: string;
  readonly correct: boolean;
}

/** A step of a branching case as it is shown, once choices have led there. */
export interface ReachedStep {
  readonly id: string;
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  /** How the case ends here; null where it goes on. */
  readonly end: 'good' | 'other' | null;
}

/** Where the choices of a branching case have led: the steps after the first, the last being where the learner stands. */
export interface CaseReached {
  readonly steps: readonly ReachedStep[];
}

export interface Graded {
  readonly ok: true;
  readonly success: boolean;
  /** False while a branching case is under way: the question is not answered yet. */
  readonly done: boolean;
  readonly explanations: readonly ChoiceExplanation[];
  /** Of a branching case only. */
  readonly case?: CaseReached;
}

/** The response cannot be an answer to this question; nothing should be stored. */
export interface NotGraded {
  readonly ok: false;
  readonly code: 'unknown_choice' | 'invalid_response';
}

export type Grading = Graded | NotGraded;
