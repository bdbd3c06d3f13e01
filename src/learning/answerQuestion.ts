import type { CourseArtefact } from '../course/artefact.ts';
import type { ModuleNode } from '../course/tree.ts';
import { type ClosingQuizProgress, closingQuizProgress, questionsOf } from '../completion/moduleProgress.ts';
import { type Standing, standingOf } from '../completion/standing.ts';
import type { Today } from '../completion/today.ts';
import type { StatementStore } from '../lrs/ports.ts';
import type { RecordOutcome } from '../lrs/recordStatements.ts';
import { grade } from '../quiz/grade.ts';
import type { CaseReached, ChoiceExplanation, Graded } from '../quiz/grading.ts';
import type { QuestionData } from '../schemas/quiz.ts';
import { accountNameOf } from '../xapi/actors.ts';
import { answeredStatement } from '../xapi/builders.ts';
import { activityIds } from '../xapi/ids.ts';
import { responseText } from '../xapi/responses.ts';
import type { NewStatement, StoredStatement } from '../xapi/types.ts';
import { answered } from '../xapi/verbs.ts';
import type { AnswerRequest } from './answerRequest.ts';
import { shownQuestion } from './shownQuestion.ts';

/** What the learner's page is told of an answer. */
export interface AnswerReply {
  readonly id: string;
  readonly success: boolean;
  /** Whether it counts as answered by now; a branching case does once it has reached an end it may. */
  readonly done: boolean;
  readonly explanations: readonly ChoiceExplanation[];
  /** Of a branching case: the steps it has led to. */
  readonly case?: CaseReached;
  readonly module: {
    readonly id: string;
    readonly completed: boolean;
    /** ISO 8601 UTC, or null. */
    readonly completedAt: string | null;
    readonly sections: readonly { readonly id: string; readonly done: boolean }[];
    readonly closingQuiz: ClosingQuizProgress | null;
  };
}

export type AnswerOutcome =
  | { readonly kind: 'answered'; readonly reply: AnswerReply }
  | {
      readonly kind: 'refused';
      readonly code: 'unknown_question' | 'unknown_choice' | 'invalid_response' | 'answer_conflict' | 'forbidden';
    };

export interface AnswerParts {
  /** Read by today's ids. */
  readonly statements: Pick<StatementStore, 'get' | 'ofRegistration'>;
  readonly today: () => Today;
  /** Stores statements of the server's own, with what completion owes for them, as one durable group. */
  readonly record: (statements: readonly NewStatement[]) => Promise<RecordOutcome>;
  readonly content: () => CourseArtefact;
  /** The language the questions are written in, an RFC 5646 tag. */
  readonly contentLanguage: string;
  readonly idBase: string;
  readonly clock: () => Date;
}

/**
 * Grades an answer, stores it as `answered`, and tells what the learner may know. The same request again gets the same
 * reply and stores nothing, however the first reply was lost; another one under the same id is refused. An answer that waited
 * in a browser while its question or choices got other ids is taken for today's.
 */
export async function answerQuestion(parts: AnswerParts, account: string, sent: AnswerRequest): Promise<AnswerOutcome> {
  const { statements, content, idBase } = parts;
  const today = parts.today();
  const request = {
    ...sent,
    question: today.question(sent.question),
    response: [...today.response(sent.question, sent.response)],
  };
  const asked = findQuestion(content(), request.question);
  if (!asked) return { kind: 'refused', code: 'unknown_question' };
  const grading = grade(asked.question, request.response);
  if (!grading.ok) return { kind: 'refused', code: grading.code };

  const earlier = await statements.get(request.id);
  if (earlier === null) {
    const { registration } = (await standingIn(parts, account, asked.module)).current;
    const outcome = await parts.record([toStatement(parts, account, registration, request, asked, grading)]);
    if (outcome.kind === 'erased') return { kind: 'refused', code: 'forbidden' };
    if (outcome.kind === 'conflict') {
      const winner = await statements.get(request.id);
      // Nothing was stored: what took the place is under the id of the completion that this answer brings.
      if (winner === null) throw new Error(`another statement is stored under the id ${outcome.id} of a completion`);
      if (!isSameAnswer(winner, account, request, idBase)) return { kind: 'refused', code: 'answer_conflict' };
    }
  } else if (!isSameAnswer(earlier, account, request, idBase)) {
    return { kind: 'refused', code: 'answer_conflict' };
  }

  const { progress } = await standingIn(parts, account, asked.module);
  const completedAt = progress.completion?.completedAt ?? null;
  return {
    kind: 'answered',
    reply: {
      id: request.id,
      success: earlier?.result?.success ?? grading.success,
      done: progress.answers.get(request.question)?.done === true,
      explanations: grading.explanations,
      ...(grading.case && { case: grading.case }),
      module: {
        id: asked.module.id,
        completed: completedAt !== null,
        completedAt,
        sections: progress.sections,
        closingQuiz: closingQuizProgress(asked.module, progress),
      },
    },
  };
}

interface AskedQuestion {
  readonly quiz: string;
  readonly question: QuestionData;
  readonly module: ModuleNode;
}

/** A question that a published module asks, or null. */
function findQuestion({ course, quizzes }: CourseArtefact, id: string): AskedQuestion | null {
  const module = course.modules.find((candidate) => questionsOf(candidate).includes(id));
  const [quiz = '', name = ''] = id.split('/');
  const question = Object.hasOwn(quizzes, quiz) ? quizzes[quiz]?.questions.find((one) => one.id === name) : undefined;
  return module && question ? { quiz, question, module } : null;
}

function standingIn(
  { statements, idBase }: AnswerParts,
  account: string,
  module: ModuleNode,
): Promise<Standing<StoredStatement>> {
  return standingOf((registration) => statements.ofRegistration(registration), idBase, account, module);
}

function toStatement(
  { idBase, content, contentLanguage, clock }: AnswerParts,
  account: string,
  registration: string,
  request: AnswerRequest,
  { quiz, question, module }: AskedQuestion,
  { success, done, case: reached }: Graded,
): NewStatement {
  const isUnderWay = reached?.steps.at(-1)?.end === null;
  return answeredStatement(
    request.id,
    shownQuestion(quiz, question, contentLanguage),
    {
      response: request.response,
      ...(!isUnderWay && { success }),
      completion: done,
      ...(request.duration !== undefined && { duration: request.duration }),
    },
    {
      idBase,
      account,
      registration,
      course: content().course.id,
      module,
      lang: request.lang,
      timestamp: request.timestamp ?? clock().toISOString(),
    },
  );
}

/** Whether a stored statement is what this request asked for. How it was graded is the server's, so it is not compared. */
function isSameAnswer(stored: StoredStatement, account: string, request: AnswerRequest, idBase: string): boolean {
  const [quiz = '', name = ''] = request.question.split('/');
  return (
    stored.verb.id === answered.id &&
    accountNameOf(stored.actor, idBase) === account &&
    'id' in stored.object &&
    stored.object.id === activityIds(idBase).question(quiz, name) &&
    stored.result?.response === responseText(request.response) &&
    stored.result.duration === request.duration &&
    stored.context?.language === request.lang &&
    (request.timestamp === undefined || stored.timestamp === request.timestamp)
  );
}
