import { setImmediate as letOthersIn } from 'node:timers/promises';
import { firstAnswers } from '../../completion/firstAnswers.ts';
import { questionsOf } from '../../completion/moduleProgress.ts';
import type { Today } from '../../completion/today.ts';
import type { CourseArtefact, TranslationCount } from '../../course/artefact.ts';
import { askedQuestion } from '../../course/askedQuestion.ts';
import { type Finding, inOrder } from '../../course/finding.ts';
import { judgeReview } from '../../course/reviewDay.ts';
import type { ModuleNode } from '../../course/tree.ts';
import type { StatementStore } from '../../lrs/ports.ts';
import { hasRole } from '../../people/access.ts';
import type { Person } from '../../people/ports.ts';
import { activityIds } from '../../xapi/ids.ts';
import type { StoredStatement } from '../../xapi/types.ts';
import { answered, experienced } from '../../xapi/verbs.ts';
import { type AnsweredQuestion, type QuestionFigures, questionFigures } from './questionFigures.ts';
import { type SectionFigures, sectionFigures } from './sectionFigures.ts';

export interface QuestionRow {
  /** `quiz/question`. */
  readonly id: string;
  readonly prompt: string;
  /** The section that asks it, or null where only the closing quiz names it. */
  readonly section: string | null;
  readonly figures: QuestionFigures;
}

export interface SectionRow {
  readonly id: string;
  readonly title: string;
  /** The time planned for it, in seconds. */
  readonly budget: number;
  readonly figures: SectionFigures;
}

export interface ModuleStatistics {
  readonly module: string;
  /** Whether anything is told of it: of fewer than ten learners, nothing is. */
  readonly isTold: boolean;
  readonly questions: readonly QuestionRow[];
  readonly sections: readonly SectionRow[];
}

export interface TeachingStatistics {
  /** Every published module, in the course's order. */
  readonly modules: readonly ModuleStatistics[];
  /** What the content check found when the course was built; null where it was not asked. */
  readonly findings: readonly Finding[] | null;
  /** How the translations stood when the course was built; null where nobody counted them. */
  readonly translations: readonly TranslationCount[] | null;
}

export interface TeachingReport {
  /** How the questions and sections of the course teach. Null when the person is not a coordinator. */
  read(coordinator: Person): Promise<TeachingStatistics | null>;
}

const pageSize = 500;
/** How long figures stand before they are computed again. */
const keptMilliseconds = 60_000;

/**
 * What coordinators see of how the course teaches: figures of ten or more learners, in whole tens, and never whose.
 *
 * Reads every `answered` and `experienced` of the store once a minute at most while somebody looks, in pages between which
 * requests are served: time and memory grow with their number. A store of many millions needs an index of its own. Somebody erased is gone within that minute.
 */
export function createTeachingReport(parts: {
  readonly statements: Pick<StatementStore, 'find'>;
  readonly today: () => Today;
  readonly content: () => CourseArtefact;
  readonly idBase: string;
  readonly clock: () => Date;
}): TeachingReport {
  let kept: {
    readonly content: CourseArtefact;
    readonly until: number;
    readonly report: Promise<TeachingStatistics>;
  } | null = null;
  return {
    async read(coordinator) {
      if (!hasRole(coordinator, 'coordinator')) return null;
      const content = parts.content();
      const now = parts.clock().getTime();
      if (kept === null || kept.content !== content || now >= kept.until) {
        const report = compute(parts.statements, content, parts.today(), parts.idBase, parts.clock());
        const own = { content, until: now + keptMilliseconds, report };
        kept = own;
        // What failed is not kept: the next look tries again.
        report.catch(() => {
          if (kept === own) kept = null;
        });
      }
      return kept.report;
    },
  };
}

async function compute(
  store: Pick<StatementStore, 'find'>,
  content: CourseArtefact,
  today: Today,
  idBase: string,
  now: Date,
): Promise<TeachingStatistics> {
  const answers = await allOf(store, answered.id);
  const byQuestion = Map.groupBy(answers, ({ object }) => ('id' in object ? object.id : ''));
  // Who went through a section went through it under its former id too; a replaced question's figures begin anew.
  const done = [...answers, ...(await allOf(store, experienced.id))].map((statement) => today.statement(statement));
  done.sort((a, b) => (a.stored < b.stored ? -1 : a.stored > b.stored ? 1 : 0));
  const modules: ModuleStatistics[] = [];
  for (const module of content.course.modules.filter(({ announced }) => !announced)) {
    const questions = await questionsIn(module, content, byQuestion, idBase);
    const sections = sectionsIn(module, done, idBase);
    const isTold = questions.some(({ figures }) => figures) || sections.some(({ figures }) => figures.through);
    modules.push({ module: module.id, isTold, questions, sections });
  }
  return { modules, findings: findingsToday(content, now), translations: translationsInOrder(content) };
}

/** The counts in the order of the course's modules. */
function translationsInOrder({ course, translations }: CourseArtefact): readonly TranslationCount[] | null {
  const place = (count: TranslationCount) => course.modules.findIndex(({ id }) => id === count.module);
  return translations?.toSorted((one, other) => place(one) - place(other)) ?? null;
}

/** What the check told at the build, with the claims that are due today. */
function findingsToday({ findings, reviews }: CourseArtefact, now: Date): readonly Finding[] | null {
  if (!findings || !reviews) return findings ?? null;
  const today = now.toISOString().slice(0, 10);
  const due = reviews.flatMap((review) => judgeReview(review, today));
  return inOrder([...findings.filter(({ rule }) => rule !== 'review-due'), ...due]);
}

async function questionsIn(
  module: ModuleNode,
  { quizzes }: CourseArtefact,
  byQuestion: ReadonlyMap<string, readonly StoredStatement[]>,
  idBase: string,
): Promise<ModuleStatistics['questions']> {
  const ids = activityIds(idBase);
  const asked = questionsOf(module).flatMap((id) => askedQuestion(quizzes, id) ?? []);
  const ofModule: AnsweredQuestion[] = [];
  for (const question of asked) {
    const [quiz = '', name = ''] = question.id.split('/');
    const statements = byQuestion.get(ids.question(quiz, name)) ?? [];
    ofModule.push({ question, answers: firstAnswers(question, statements, idBase) });
    await letOthersIn();
  }
  const figures = questionFigures(ofModule);
  return asked.map(({ id, data }, index) => ({
    id,
    prompt: data.prompt,
    section: module.sections.find(({ questions }) => questions.includes(id))?.id ?? null,
    figures: figures[index] ?? null,
  }));
}

function sectionsIn(
  module: ModuleNode,
  statements: readonly StoredStatement[],
  idBase: string,
): ModuleStatistics['sections'] {
  const figures = sectionFigures(module, statements, idBase);
  return module.sections.map(({ id, title, seconds }, index) => ({
    id,
    title,
    budget: seconds,
    figures: figures[index]!,
  }));
}

async function allOf(store: Pick<StatementStore, 'find'>, verb: string): Promise<readonly StoredStatement[]> {
  const found: StoredStatement[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.find({ verb, ascending: true, limit: pageSize, cursor });
    found.push(...page.statements);
    await letOthersIn();
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}
