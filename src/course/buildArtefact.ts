import type { QuizData } from '../schemas/quiz.ts';
import type { CourseArtefact } from './artefact.ts';
import { buildCourse } from './courseTree.ts';
import type { ContentEntries } from './entries.ts';

/**
 * What the server needs of the published course: the tree without drafts,, the quizzes its modules use, keys included, and
 * what its videos are called.
 * @param drafts true under the live preview: drafts are then part of it.
 */
export function courseArtefact(
  entries: ContentEntries,
  courseId: string,
  { drafts = false }: { readonly drafts?: boolean } = {},
): CourseArtefact {
  const course = buildCourse(entries, courseId, { drafts });
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
  return { format: 1, course, quizzes, videos };
}
