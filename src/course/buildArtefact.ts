import type { QuizData } from '../schemas/quiz.ts';
import type { CourseArtefact } from './artefact.ts';
import { buildCourse } from './courseTree.ts';
import type { ContentEntries } from './entries.ts';
import type { LedgerEntry } from './ledger.ts';
import { firstIdOf, replacedIds } from './replaced.ts';
import type { CourseTree } from './tree.ts';

/**
 * What the server needs of the published course: the tree without drafts, the quizzes its modules use, keys included, and
 * what its videos are called.
 * @param drafts true under the live preview: drafts are then part of it.
 * @param ledger the published ids, with what took whose place
 */
export function courseArtefact(
  entries: ContentEntries,
  courseId: string,
  { drafts = false, ledger = [] }: { readonly drafts?: boolean; readonly ledger?: readonly LedgerEntry[] } = {},
): CourseArtefact {
  const course = withFirstIds(buildCourse(entries, courseId, { drafts }), ledger);
  const used = new Set(
    course.modules
      .flatMap((module) => [
        ...module.sections.flatMap((section) => section.questions),
        ...(module.closingQuiz?.questions ?? []),
      ])
      .map((question) => question.split('/')[0]),
  );
  const quizzes: Record<string, QuizData> = {};
  for (const quiz of entries.quizzes) if (used.has(quiz.id)) quizzes[quiz.id] = quiz.data;
  const placed = new Set(course.modules.flatMap(({ sections }) => sections.flatMap(({ videos }) => videos)));
  const videos = Object.fromEntries(
    entries.videos
      .filter(({ data }) => placed.has(data.video))
      .map(({ id, data: { title, description } }) => [id, { title, description }]),
  );
  const isReplaced = ledger.some(({ replacedBy, formerly }) => (replacedBy ?? formerly) !== undefined);
  return { format: 1, course, quizzes, videos, ...(isReplaced && { replaced: replacedIds(ledger) }) };
}

function withFirstIds(course: CourseTree, ledger: readonly LedgerEntry[]): CourseTree {
  const modules = course.modules.map((module) => {
    const registeredAs = firstIdOf(module.id, ledger);
    return registeredAs === module.id ? module : { ...module, registeredAs };
  });
  return { ...course, modules };
}
