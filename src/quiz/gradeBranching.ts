import type { BranchingStep } from '../schemas/branching.ts';
import type { QuestionData } from '../schemas/quiz.ts';
import type { CaseReached, ChoiceExplanation, Grading, ReachedStep } from './grading.ts';

type BranchingQuestion = Extract<QuestionData, { readonly type: 'branching' }>;

/**
 * Grades the path of a case: choice ids from its first step on. A path that has not reached an end is under way. At an end
 * the case is done, unless it must end well and does not; it is right when it ends well.
 */
export function gradeBranching(question: BranchingQuestion, response: readonly string[]): Grading {
  const known = new Set(question.steps.flatMap(({ choices }) => choices ?? []).map(({ id }) => id));
  if (response.some((choice) => !known.has(choice))) return { ok: false, code: 'unknown_choice' };
  const walked = walk(question, response);
  if (response.length === 0 || walked.taken < response.length) return { ok: false, code: 'invalid_response' };
  const success = walked.end === 'good';
  const done = walked.end !== null && (success || !question.mustEndWell);
  return { ok: true, success, done, explanations: walked.explanations, case: { steps: walked.steps } };
}

/** Where a path leads as far as the case still has its choices, and what was explained on the way. */
export function caseReached(
  question: BranchingQuestion,
  response: readonly string[],
): { readonly explanations: readonly ChoiceExplanation[]; readonly case: CaseReached } {
  const { explanations, steps } = walk(question, response);
  return { explanations, case: { steps } };
}

interface Walk {
  readonly explanations: readonly ChoiceExplanation[];
  readonly steps: readonly ReachedStep[];
  /** How many choices of the path could be followed. */
  readonly taken: number;
  readonly end: ReachedStep['end'];
}

function walk({ steps }: BranchingQuestion, response: readonly string[]): Walk {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const explanations: ChoiceExplanation[] = [];
  const reached: ReachedStep[] = [];
  let step = steps[0]!;
  for (const id of response) {
    const choice = step.choices?.find((one) => one.id === id);
    if (!choice) break;
    step = byId.get(choice.next)!;
    explanations.push({ choice: id, text: choice.explanation, correct: endsWell(step, byId) });
    reached.push(shown(step));
  }
  return { explanations, steps: reached, taken: reached.length, end: step.end ?? null };
}

/** Whether a good end can still be reached from a step. */
function endsWell(step: BranchingStep, byId: ReadonlyMap<string, BranchingStep>): boolean {
  return step.end === 'good' || (step.choices ?? []).some(({ next }) => endsWell(byId.get(next)!, byId));
}

function shown({ id, text, choices, end }: BranchingStep): ReachedStep {
  return {
    id,
    text,
    choices: (choices ?? []).map((choice) => ({ id: choice.id, text: choice.text })),
    end: end ?? null,
  };
}
