import { AuthorCommandError } from '../../authorCommand.ts';
import { contentFolders } from '../../../src/course/contentFolders.ts';
import { askedQuestions } from '../../../src/course/mdxBody.ts';
import { readContent, type ReadContent } from '../../../src/course/readContent.ts';
import type { QuestionData } from '../../../src/schemas/quiz.ts';
import { requireId } from '../../newContent/newIds.ts';
import { bodyUnits } from './bodyUnits.ts';
import { questionUnits } from './questionUnits.ts';
import { type Unit, unit } from './pieces.ts';

/** One file's texts: of a section with the questions it asks, or of the module's front page, whose name is `index`. */
export interface TextsOf {
  /** `module/section`. */
  readonly id: string;
  readonly file: string;
  readonly units: readonly Unit[];
}

/**
 * What is to be translated in a module: its front page, and its sections in their order.
 * @throws AuthorCommandError where there is no such module or it has errors
 */
export async function moduleUnits(root: string, module: string): Promise<TextsOf[]> {
  requireId(module);
  return unitsOf(await readContent(root), module);
}

/** Ids of the modules that can be read. */
export function moduleIds({ entries }: ReadContent): string[] {
  return entries.modules.map(({ id }) => id);
}

/** As {@link moduleUnits}, of content that was read already. */
export function unitsOf({ content }: ReadContent, module: string): TextsOf[] {
  const front = content.modules.find(({ id }) => id === module);
  if (!front)
    throw new AuthorCommandError(`Moduulia ${module} ei ole kansiossa ${contentFolders.modules}. Tarkista tunnus.`);
  const wrong = (file: string) =>
    new AuthorCommandError(`Tiedostossa ${file} on virheitä. Korjaa ne ensin: npm run check:content`);
  if (!front.data || !front.mdx) throw wrong(front.file);
  const { title, summary, objectives, sections, closingQuiz } = front.data;
  const questions = new Map<string, QuestionData>(
    content.quizzes.flatMap(({ id, data }) => (data?.questions ?? []).map((one) => [`${id}/${one.id}`, one] as const)),
  );
  const closing = [...questions.keys()].filter((name) => closingQuiz && name.startsWith(`${closingQuiz.quiz}/`));
  const index: TextsOf = {
    id: `${module}/index`,
    file: front.file,
    units: [
      unit('title', [title], false),
      unit('summary', [summary], false),
      ...objectives.map(({ id, text }) => unit(`objective.${id}`, [text], false)),
      ...bodyUnits(front.mdx, front.body ?? ''),
    ],
  };
  const rest = sections.map((name): TextsOf => {
    const section = content.sections.find(({ id }) => id === `${module}/${name}`);
    if (!section?.data || !section.mdx) throw wrong(section?.file ?? `${contentFolders.modules}/${module}/${name}.mdx`);
    const asked = [...new Set(askedQuestions(section.mdx, closing))];
    const units = [
      unit('title', [section.data.title], false),
      unit('lead', [section.data.lead], false),
      ...bodyUnits(section.mdx, section.body ?? ''),
      ...asked.flatMap((one) => (questions.has(one) ? questionUnits(one, questions.get(one)!) : [])),
    ];
    return { id: section.id, file: section.file, units };
  });
  return [index, ...rest];
}
