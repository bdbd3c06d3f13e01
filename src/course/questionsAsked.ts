import type { AuthoredContent } from './authoredContent.ts';
import { isPublished } from './authoredContent.ts';
import { placedQuestions } from './mdxBody.ts';

/** Questions that learners meet, as `quiz/question`: those placed in sections of published modules, and their closing quizzes'. */
export function questionsAsked(content: AuthoredContent): ReadonlySet<string> {
  const modules = content.modules.filter(isPublished);
  const listed = new Set(
    modules.flatMap(({ id, data }) => (data?.sections ?? []).map((section) => `${id}/${section}`)),
  );
  const placed = content.sections.flatMap(({ id, mdx }) => (mdx && listed.has(id) ? placedQuestions(mdx) : []));
  const closing = new Set(modules.map(({ data }) => data?.closingQuiz?.quiz));
  const closingQuestions = content.quizzes.flatMap(({ id, data }) => {
    return closing.has(id) ? (data?.questions ?? []).map((question) => `${id}/${question.id}`) : [];
  });
  return new Set([...placed, ...closingQuestions]);
}
