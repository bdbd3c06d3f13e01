import type { ModuleData } from '../schemas/module.ts';
import type { ContentEntries, ContentEntry } from './entries.ts';
import { askedQuestions, parseMdx, placedVideos } from './mdxBody.ts';
import { closingQuestions, questionWeights } from './questionWeight.ts';
import { videoSeconds } from './videoSeconds.ts';
import { sectionLoad } from './sectionLoad.ts';
import { budgetSeconds } from './timeBudget.ts';
import type { CourseTree, ModuleNode, SectionNode } from './tree.ts';

/** The content names something that is not there, or cannot be read. `npm run check:content` tells all such places. */
export class CourseContentError extends Error {
  override readonly name = 'CourseContentError';
}

/**
 * The course as every room sees it, announced modules included.
 * @param drafts false: without drafts, whatever is wrong in them
 * @param partial true under the live preview: what is missing is left out, and a section that cannot be read is empty, so
 *   that one mistake leaves the other pages whole
 * @throws CourseContentError when the course, a module, a section or a closing quiz is missing, or a section's MDX is broken.
 */
export function buildCourse(
  entries: ContentEntries,
  courseId: string,
  { drafts = true, partial = false }: { readonly drafts?: boolean; readonly partial?: boolean } = {},
): CourseTree {
  const course = entryOf(entries.courses, courseId, 'course');
  return {
    id: course.id,
    title: course.data.title,
    summary: course.data.summary,
    modules: course.data.modules
      .filter((id) => !partial || entries.modules.some((module) => module.id === id))
      .map((id) => entryOf(entries.modules, id, 'module'))
      .filter(({ data }) => drafts || !data.draft)
      .map((module) => moduleNode(partial ? readable(entries) : entries, partial ? present(entries, module) : module)),
  };
}

/** The entries with every section's body that cannot be read as if it were empty. */
function readable(entries: ContentEntries): ContentEntries {
  const sections = entries.sections.map((section) => {
    try {
      parseMdx(section.body ?? '');
      return section;
    } catch {
      return { ...section, body: '' };
    }
  });
  return { ...entries, sections };
}

/** The module with only those of its sections and its closing quiz that are there. */
function present(entries: ContentEntries, module: ContentEntry<ModuleData>): ContentEntry<ModuleData> {
  const { closingQuiz, ...data } = module.data;
  const sections = data.sections.filter((id) => entries.sections.some((one) => one.id === `${module.id}/${id}`));
  const hasQuiz = closingQuiz !== undefined && entries.quizzes.some(({ id }) => id === closingQuiz.quiz);
  return { ...module, data: { ...data, sections, ...(hasQuiz && { closingQuiz }) } };
}

/**
 * One module as the course tree has it, whichever course names it and whatever is wrong in the others.
 * @returns null where there is none of that id
 * @throws CourseContentError when a section or its closing quiz is missing, or a section's MDX is broken
 */
export function buildModule(entries: ContentEntries, id: string): ModuleNode | null {
  const module = entries.modules.find((candidate) => candidate.id === id);
  return module ? moduleNode(entries, module) : null;
}

function moduleNode(entries: ContentEntries, module: ContentEntry<ModuleData>): ModuleNode {
  const { title, summary, version, accent, targetMinutes, objectives, announced, draft } = module.data;
  const sections = announced ? [] : module.data.sections.map((section) => sectionNode(entries, module, section));
  return {
    id: module.id,
    title,
    summary,
    version,
    accent,
    targetMinutes,
    seconds: sections.reduce((sum, section) => sum + section.seconds, 0),
    objectives: objectives.map(({ text }) => text),
    announced,
    draft,
    sections,
    closingQuiz: announced ? null : closingQuiz(entries, module.data.closingQuiz),
  };
}

function sectionNode(entries: ContentEntries, module: ContentEntry<ModuleData>, id: string): SectionNode {
  const section = entryOf(entries.sections, `${module.id}/${id}`, 'section');
  const root = bodyOf(section);
  const closing = closingQuestions(module.data.closingQuiz, entries.quizzes);
  const sources = {
    closingQuestions: closing,
    questionWeight: questionWeights(entries.quizzes),
    videoSeconds: videoSeconds(entries.videos),
  };
  return {
    id,
    title: section.data.title,
    lead: section.data.lead,
    seconds: budgetSeconds(sectionLoad(root, sources)),
    questions: askedQuestions(root, closing),
    videos: placedVideos(root),
    changedIn: section.data.changedIn,
  };
}

function closingQuiz(entries: ContentEntries, closing: ModuleData['closingQuiz']): ModuleNode['closingQuiz'] {
  if (!closing) return null;
  entryOf(entries.quizzes, closing.quiz, 'quiz');
  return { ...closing, questions: closingQuestions(closing, entries.quizzes) };
}

function bodyOf(section: ContentEntry<unknown>) {
  try {
    return parseMdx(section.body ?? '');
  } catch (cause) {
    throw new CourseContentError(`the MDX of section "${section.id}" cannot be read; see npm run check:content`, {
      cause,
    });
  }
}

function entryOf<Data>(entries: readonly ContentEntry<Data>[], id: string, kind: string): ContentEntry<Data> {
  const entry = entries.find((candidate) => candidate.id === id);
  if (!entry) throw new CourseContentError(`there is no ${kind} "${id}"; see npm run check:content`);
  return entry;
}
