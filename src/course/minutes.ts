import type { AuthoredContent } from './authoredContent.ts';
import { closingQuestions, questionWeights } from './questionWeight.ts';
import { videoSeconds } from './videoSeconds.ts';
import { sectionLoad } from './sectionLoad.ts';
import { budgetSeconds } from './timeBudget.ts';

/** The time budget of a module as far as it can be read. */
export interface ModuleMinutes {
  readonly id: string;
  readonly seconds: number;
  /** In minutes. */
  readonly target: number;
  /** False when a section is missing or its text cannot be read: its time is not in the sum. */
  readonly complete: boolean;
  readonly sections: readonly { readonly id: string; readonly seconds: number }[];
}

/** The budgets of all valid modules that have sections, in the courses' order; the others after them. */
export function minutesOf(content: AuthoredContent): ModuleMinutes[] {
  const order = content.courses.flatMap((course) => course.data?.modules ?? []);
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const sections = new Map(content.sections.map((section) => [section.id, section]));
  return content.modules
    .flatMap(({ id, data }) => (data && !data.announced ? [{ id, data }] : []))
    .sort((a, b) => rank(a.id) - rank(b.id))
    .map(({ id, data }) => {
      const sources = {
        closingQuestions: closingQuestions(data.closingQuiz, content.quizzes),
        questionWeight: questionWeights(content.quizzes),
        videoSeconds: videoSeconds(content.timelines),
      };
      const readable = data.sections.flatMap((section) => {
        const mdx = sections.get(`${id}/${section}`)?.mdx;
        return mdx ? [{ id: section, seconds: budgetSeconds(sectionLoad(mdx, sources)) }] : [];
      });
      const seconds = readable.reduce((sum, section) => sum + section.seconds, 0);
      const complete = readable.length === data.sections.length && readable.length > 0;
      return { id, seconds, target: data.targetMinutes, complete, sections: readable };
    });
}
