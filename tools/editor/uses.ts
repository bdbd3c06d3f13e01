import type { AuthoredContent } from '../../src/course/authoredContent.ts';
import type { PageLink } from './pages/formPage.ts';
import type { Target } from './targets.ts';

/** A thing that a section's text shows. */
export interface Use {
  readonly section: string;
  readonly kind: 'quiz' | 'infographic' | 'video';
  readonly id: string;
}

const shows = /<(Question|Infographic|Video)\b[^>]*?\bid="([a-z0-9-]+)/g;
const kinds = { Question: 'quiz', Infographic: 'infographic', Video: 'video' } as const;

/** Where the quizzes, infographics and videos are shown, a closing quiz in the section that says so. */
export function usesOf(content: AuthoredContent): Use[] {
  return content.sections.flatMap(({ id: section, body = '' }): Use[] => [
    ...[...body.matchAll(shows)].map(([, component, id]): Use => {
      return { section, kind: kinds[component as keyof typeof kinds], id: id! };
    }),
    ...(body.includes('<ClosingQuiz') ? closingQuizOf(content, section) : []),
  ]);
}

function closingQuizOf(content: AuthoredContent, section: string): Use[] {
  const module = content.modules.find(({ id }) => id === section.split('/')[0]);
  const { closingQuiz } = (module?.raw ?? {}) as { closingQuiz?: { quiz?: unknown } };
  return typeof closingQuiz?.quiz === 'string' ? [{ section, kind: 'quiz', id: closingQuiz.quiz }] : [];
}

/** The pages of the preview that show what a form edits. */
export function pagesOf(target: Target, content: AuthoredContent): PageLink[] {
  const see = (path: string, label = 'Katso sivu esikatselussa'): PageLink => ({ label, path });
  switch (target.kind) {
    case 'course':
      return [see('/fi/')];
    case 'module':
    case 'section':
      return [see(`/fi/${target.id}/`)];
    case 'term':
      return [see('/fi/glossary/', 'Katso sanasto')];
    case 'source':
      return [see('/fi/sources/', 'Katso lähteet')];
    case 'accessibility':
      return [see('/fi/accessibility/', 'Katso saavutettavuusseloste')];
    case 'infographic':
    case 'quiz':
    case 'video': {
      const id = target.id.split('/')[0];
      const sections = usesOf(content).filter((use) => use.kind === target.kind && use.id === id);
      return [...new Set(sections.map(({ section }) => section))].map((section) => {
        const title = (content.sections.find((one) => one.id === section)?.raw as { title?: unknown } | undefined)
          ?.title;
        return see(`/fi/${section}/`, `Katso osio ${typeof title === 'string' ? title : section}`);
      });
    }
  }
}
