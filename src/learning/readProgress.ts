import { ratingsOf } from '../completion/feedback.ts';
import { type ClosingQuizProgress, closingQuizProgress, questionsOf } from '../completion/moduleProgress.ts';
import { type Standing, standingOf } from '../completion/standing.ts';
import { type VideoProgress, videoProgress } from '../completion/videoProgress.ts';
import type { CourseArtefact } from '../course/artefact.ts';
import type { FeedbackQuestion, FeedbackStep } from '../course/feedback.ts';
import type { ModuleNode } from '../course/tree.ts';
import type { StatementStore } from '../lrs/ports.ts';
import type { Person, Role } from '../people/ports.ts';
import { toldOf } from '../quiz/grade.ts';
import type { CaseReached, ChoiceExplanation } from '../quiz/grading.ts';
import { accountActor, type AccountAgent } from '../xapi/actors.ts';
import type { StoredStatement } from '../xapi/types.ts';
import { lastPlace, type Place } from './lastPlace.ts';

/** The answer of `GET /api/progress`: everything the learner's pages need to know of the one signed in. */
export interface ProgressReply {
  readonly idBase: string;
  readonly actor: AccountAgent;
  readonly person: { readonly name: string | null; readonly roles: readonly Role[] };
  readonly modules: readonly ModuleReply[];
  /** Where the learner was, to go on from; null before anything was recorded. */
  readonly last: Place | null;
}

export interface ModuleReply {
  readonly id: string;
  readonly version: number;
  readonly registration: string;
  readonly sections: readonly { readonly id: string; readonly done: boolean }[];
  /** Questions that were answered, in the module's order, with the newest answer and what it was told. */
  readonly questions: readonly {
    readonly id: string;
    readonly response: readonly string[];
    readonly success: boolean;
    /** Whether it counts as answered by now; a branching case does once it has reached an end it may. */
    readonly done: boolean;
    readonly explanations: readonly ChoiceExplanation[];
    /** Of a branching case: the steps it has led to. */
    readonly case?: CaseReached;
  }[];
  readonly closingQuiz: ClosingQuizProgress | null;
  /** The videos that were played, each where it was left. */
  readonly videos: readonly VideoProgress[];
  /** The newest answer to each question of the feedback that was answered: a step of its scale, 1 to 5. */
  readonly feedback: readonly { readonly id: FeedbackQuestion['id']; readonly response: FeedbackStep }[];
  /** When it was completed last, ISO 8601 UTC, or null. */
  readonly completedAt: string | null;
  /** The content version that was completed last, or null. */
  readonly completedVersion: number | null;
  /** What has changed in substance since and is to be gone through again; null where nothing is. */
  readonly renewal: { readonly from: number; readonly sections: readonly string[] } | null;
}

export interface ProgressParts {
  readonly statements: Pick<StatementStore, 'ofRegistration'>;
  readonly content: () => CourseArtefact;
  readonly idBase: string;
}

/** Everything recorded of a person's learning in the published modules. Reads only. */
export async function readProgress(parts: ProgressParts, person: Person): Promise<ProgressReply> {
  const { statements, content, idBase } = parts;
  const { course, quizzes } = content();
  const modules = await Promise.all(
    course.modules
      .filter((module) => !module.announced)
      .map(async (module) => {
        const standing = await standingOf((one) => statements.ofRegistration(one), idBase, person.id, module);
        return { module, standing, statements: standing.statements };
      }),
  );
  return {
    idBase,
    actor: accountActor(idBase, person.id),
    person: { name: person.name, roles: person.roles },
    modules: modules.map((own) => ({
      ...moduleReply(own.module, own.standing, quizzes),
      videos: videoProgress(own.statements, idBase),
      feedback: ratingsOf(own.statements, idBase).map(({ question, step }) => ({ id: question, response: step })),
    })),
    last: lastPlace(modules, idBase),
  };
}

function moduleReply(
  module: ModuleNode,
  { current, progress, renewal }: Standing<StoredStatement>,
  quizzes: CourseArtefact['quizzes'],
): Omit<ModuleReply, 'videos' | 'feedback'> {
  const questions = questionsOf(module).flatMap((id) => {
    const answer = progress.answers.get(id);
    const [quiz = '', name = ''] = id.split('/');
    const question = quizzes[quiz]?.questions.find((one) => one.id === name);
    return answer && question ? [{ id, ...answer, ...toldOf(question, answer.response) }] : [];
  });
  return {
    id: module.id,
    version: module.version,
    registration: current.registration,
    sections: progress.sections,
    questions,
    closingQuiz: closingQuizProgress(module, progress),
    completedAt: progress.completion?.completedAt ?? null,
    completedVersion: progress.completion?.moduleVersion ?? null,
    renewal,
  };
}
