import type { Authored, AuthoredContent } from './authoredContent.ts';
import type { ModuleData } from '../schemas/module.ts';
import type { QuestionData, QuizData } from '../schemas/quiz.ts';
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

/** A question as a module asks it, with the quiz it stands in. */
export interface AskedQuestion {
  readonly quiz: Authored<QuizData>;
  /** Its place among the quiz's questions. */
  readonly index: number;
  readonly question: QuestionData;
}

/** The valid questions of a module: those placed in its sections, in order, and those of its closing quiz. */
export function questionsOfModule(content: AuthoredContent, module: Authored<ModuleData>): readonly AskedQuestion[] {
  const { data } = module;
  if (!data) return [];
  const placed = data.sections.flatMap((id) => {
    const mdx = content.sections.find((section) => section.id === `${module.id}/${id}`)?.mdx;
    return mdx ? placedQuestions(mdx) : [];
  });
  return content.quizzes.flatMap((quiz) =>
    (quiz.data?.questions ?? []).flatMap((question, index) => {
      const isAsked = quiz.id === data.closingQuiz?.quiz || placed.includes(`${quiz.id}/${question.id}`);
      return isAsked ? [{ quiz, index, question }] : [];
    }),
  );
}
