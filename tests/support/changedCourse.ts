import type { CourseArtefact } from '../../src/course/artefact.ts';
import { parseLedger } from '../../src/course/ledger.ts';
import { firstIdOf, replacedIds } from '../../src/course/replaced.ts';
import type { ModuleNode } from '../../src/course/tree.ts';
import type { QuestionData } from '../../src/schemas/quiz.ts';
import { smallCourse, smallModule } from './course.ts';

/** The ids that the small course has published. */
const published = ['module module version 3', 'section module/begin', 'section module/end', 'question quiz/first'];

/** The small course after its author has changed its module, its questions and the lines of the ledger. */
export function changedCourse(
  module: Partial<ModuleNode>,
  lines: readonly string[] = [],
  questions: readonly QuestionData[] = smallCourse.quizzes['quiz']!.questions,
): CourseArtefact {
  const choices = ['right', 'wrong', 'other'].map((choice) => `choice quiz/first/${choice}`);
  const { entries, findings } = parseLedger([...published, ...choices, ...lines].join('\n'));
  if (findings.length > 0) throw new Error(findings[0]!.message);
  const changed = { ...smallModule, ...module };
  const registeredAs = firstIdOf(changed.id, entries);
  return {
    ...smallCourse,
    course: { ...smallCourse.course, modules: [{ ...changed, registeredAs }] },
    quizzes: { quiz: { title: 'Questions', questions: [...questions] } },
    replaced: replacedIds(entries),
  };
}
