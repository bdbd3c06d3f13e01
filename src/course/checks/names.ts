import type { Authored, AuthoredContent } from '../authoredContent.ts';
import type { QuizData } from '../../schemas/quiz.ts';

/**
 * Every id there is to refer to, also of what is not valid: a mistake in a quiz is told once, not again at each of its questions.
 * Null where the file cannot be read: nothing can be called unknown then.
 */
export interface Names {
  readonly modules: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
  /** Question ids, by quiz. */
  readonly quizzes: ReadonlyMap<string, ReadonlySet<string> | null>;
  readonly terms: ReadonlySet<string> | null;
  readonly sources: ReadonlySet<string> | null;
  readonly infographics: ReadonlySet<string>;
  readonly videos: ReadonlySet<string>;
}

export function namesIn(content: AuthoredContent): Names {
  return {
    modules: ids(content.modules),
    sections: ids(content.sections),
    quizzes: new Map(content.quizzes.map((quiz) => [quiz.id, questionIds(quiz)])),
    terms: content.glossary && ids(content.glossary),
    sources: content.sources && ids(content.sources),
    infographics: ids(content.infographics),
    videos: new Set(content.storyboards.map(({ id }) => id.split('/')[0]!)),
  };
}

function ids(authored: readonly Authored<unknown>[]): Set<string> {
  return new Set(authored.map(({ id }) => id));
}

function questionIds(quiz: Authored<QuizData>): Set<string> | null {
  const questions = (quiz.raw as { questions?: unknown } | null | undefined)?.questions;
  if (!Array.isArray(questions)) return null;
  return new Set(questions.map((question: { id?: unknown } | null) => String(question?.id)));
}
