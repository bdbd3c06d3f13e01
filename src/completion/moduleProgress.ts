import type { ModuleNode } from '../course/tree.ts';
import { isServer } from '../xapi/actors.ts';
import { activityIds } from '../xapi/ids.ts';
import { responseParts } from '../xapi/responses.ts';
import type { NewStatement } from '../xapi/types.ts';
import { answered, experienced } from '../xapi/verbs.ts';
import { type Completion, completionsOf } from './completions.ts';

/** An answer as the server stored it. */
export interface Answer {
  readonly response: readonly string[];
  readonly success: boolean;
  /** True when this or an earlier answer was a whole one: a case that is under way answers nothing yet. */
  readonly done: boolean;
}

/** How far a closing quiz is. */
export interface ClosingQuizProgress {
  /** The share that passes, 0–1. */
  readonly mastery: number;
  /** The best attempt, 0–1: see `bestAttempt`. */
  readonly best: number;
  readonly passed: boolean;
  /** How many of its questions the newest answers have right. */
  readonly right: number;
  readonly total: number;
}

/** Where a learner is in a module: what its registration's statements say, by the module as it is today. */
export interface ModuleProgress {
  readonly sections: readonly { readonly id: string; readonly done: boolean }[];
  /** The newest answer to each question that was answered, by `quiz/question`. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** The best attempt at the closing quiz, 0–1; null where the module has none. See `bestAttempt`. */
  readonly bestAttempt: number | null;
  /** The newest completion, or null. */
  readonly completion: Completion | null;
}

/**
 * Reads progress from the statements of one registration, in the order they were stored.
 * A section is done by its `experienced`; a question is answered by an `answered` of the server's own authority.
 */
export function moduleProgress(
  module: ModuleNode,
  statements: readonly NewStatement[],
  idBase: string,
): ModuleProgress {
  const graded = statements.filter(({ result }) => result?.success !== undefined);
  return {
    sections: sectionsOf(module, statements, idBase),
    answers: newestAnswers(answersInOrder(statements, idBase)),
    bestAttempt: module.closingQuiz && bestAttempt(module.closingQuiz.questions, answersInOrder(graded, idBase)),
    completion: completionsOf(statements, idBase).findLast((completion) => completion.module === module.id) ?? null,
  };
}

/**
 * Whether the module's rule is met: every section done, every question answered once and, where a closing quiz has a
 * mastery score, its best attempt at least that.
 */
export function meetsRule(module: ModuleNode, progress: ModuleProgress): boolean {
  return (
    !module.announced &&
    module.sections.length > 0 &&
    progress.sections.every((section) => section.done) &&
    questionsOf(module).every((question) => progress.answers.get(question)?.done) &&
    (module.closingQuiz === null || reachesMastery(module, progress))
  );
}

/** Whether the closing quiz is passed. False where the module has none: `passed` is stored there, and only there. */
export function reachesMastery(module: ModuleNode, progress: ModuleProgress): boolean {
  return (
    module.closingQuiz !== null && progress.bestAttempt !== null && progress.bestAttempt >= module.closingQuiz.mastery
  );
}

/** How far the closing quiz is, or null where the module has none. */
export function closingQuizProgress(module: ModuleNode, progress: ModuleProgress): ClosingQuizProgress | null {
  if (module.closingQuiz === null) return null;
  const { mastery, questions } = module.closingQuiz;
  return {
    mastery,
    best: progress.bestAttempt ?? 0,
    passed: reachesMastery(module, progress),
    right: questions.filter((question) => progress.answers.get(question)?.success).length,
    total: questions.length,
  };
}

/** Every question a module asks, each once: those in its sections and those of its closing quiz. */
export function questionsOf(module: ModuleNode): readonly string[] {
  const placed = module.sections.flatMap((section) => section.questions);
  return [...new Set([...placed, ...(module.closingQuiz?.questions ?? [])])];
}

/**
 * The highest share of the closing quiz that was ever right at once, 0–1. Retries are free and may be made question by
 * question: an attempt is the newest answer to each question at some moment, and one not answered counts as wrong. A case
 * under way is neither right nor wrong yet.
 */
function bestAttempt(questions: readonly string[], answers: readonly (readonly [string, Answer])[]): number {
  const right = new Set<string>();
  let best = 0;
  for (const [question, { success }] of answers) {
    if (!questions.includes(question)) continue;
    if (success) right.add(question);
    else right.delete(question);
    best = Math.max(best, right.size);
  }
  return questions.length === 0 ? 0 : best / questions.length;
}

function sectionsOf(
  module: ModuleNode,
  statements: readonly NewStatement[],
  idBase: string,
): ModuleProgress['sections'] {
  const ids = activityIds(idBase);
  const done = new Set<string>();
  for (const { verb, object } of statements) if (verb.id === experienced.id && 'id' in object) done.add(object.id);
  return module.sections.map(({ id }) => ({ id, done: done.has(ids.section(module.id, id)) }));
}

function answersInOrder(statements: readonly NewStatement[], idBase: string): readonly (readonly [string, Answer])[] {
  const ids = activityIds(idBase);
  return statements.flatMap(({ verb, object, result, authority }) => {
    const counts = verb.id === answered.id && isServer(authority, idBase);
    const about = counts && 'id' in object ? ids.parse(object.id) : null;
    if (about?.kind !== 'question') return [];
    const answer = {
      response: responseParts(result?.response),
      success: result?.success === true,
      done: result?.completion !== false,
    };
    return [[`${about.quiz}/${about.question}`, answer] as const];
  });
}

function newestAnswers(answers: readonly (readonly [string, Answer])[]): Map<string, Answer> {
  const newest = new Map<string, Answer>();
  for (const [question, answer] of answers) {
    newest.set(question, { ...answer, done: answer.done || newest.get(question)?.done === true });
  }
  return newest;
}
