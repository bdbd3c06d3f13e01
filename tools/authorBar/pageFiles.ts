import type { Authored, AuthoredContent } from '../../src/course/authoredContent.ts';
import { accessibilityFile, glossaryFile, sourcesFile } from '../../src/course/contentFolders.ts';
import { type PlacedComponent, placedComponents } from '../../src/course/mdxBody.ts';
import { questionsOfModule } from '../../src/course/questionsAsked.ts';

/** A file that a page is made of. */
export interface PageFile {
  readonly file: string;
  /** What it is to this page, in Finnish. */
  readonly what: string;
  /** True for a file that many pages share: of its findings only the errors belong to this page. */
  readonly shared: boolean;
}

/** The files of one page, and whose they are. */
export interface PageFiles {
  readonly module: string | null;
  readonly section: string | null;
  readonly files: readonly PageFile[];
}

/**
 * What an author edits to change a page.
 * @param path the page's address, `/fi/kurssiesittely/tervetuloa/`
 * @returns no files for a page that shows no content: sign-in, reports and the like
 */
export function pageFiles(path: string, content: AuthoredContent): PageFiles {
  const [, first, second, ...more] = path.split('/').filter((part) => part !== '');
  const page = (files: readonly PageFile[], module: string | null = null, section: string | null = null) => {
    return { module, section, files: [...new Map(files.map((one) => [one.file, one])).values()] };
  };
  if (more.length > 0 || !/^\/(fi|sv|en)(\/|$)/.test(path)) return page([]);
  if (first === undefined) return page(content.courses.map(({ file }) => own(file, 'kurssi ja moduulien järjestys')));
  if (first === 'glossary') return page([own(glossaryFile, 'sanasto')]);
  if (first === 'sources') return page([own(sourcesFile, 'lähteet')]);
  if (first === 'accessibility') return page([own(accessibilityFile, 'saavutettavuuden tarkistukset')]);
  const module = content.modules.find(({ id }) => id === first);
  const ofModule = content.sections.filter(({ id }) => id.startsWith(`${first}/`));
  if (!module && ofModule.length === 0) return page([]);
  const front = module ? [own(module.file, 'moduulin tiedot ja osioiden järjestys')] : [];
  if (second === undefined) return page(front, first);
  const shown = second === 'print' ? ofModule : ofModule.filter(({ id }) => id === `${first}/${second}`);
  const closing = shown.some((section) => placedIn(section).some(({ name }) => name === 'ClosingQuiz'));
  const questions = closing && module ? questionsOfModule(content, module).map(({ quiz }) => quiz.file) : [];
  const ofSections = shown.flatMap((section) => [own(section.file, 'osion teksti'), ...partsOf(section, content)]);
  const rest = questions.map((file) => own(file, 'kysymykset'));
  return page([...ofSections, ...rest, ...front], first, shown.length === 1 ? second : null);
}

/** What is placed in a body; also of one that cannot be parsed, as far as its words tell. */
export function placedIn({ mdx, body = '' }: Authored<unknown>): readonly PlacedComponent[] {
  if (mdx) return placedComponents(mdx);
  return [...body.matchAll(/<([A-Z]\w*)(?:\s+id="([^"]*)")?/g)].map(([, name, id]) => {
    const text: Record<string, string> = id === undefined ? {} : { id };
    return { name: name!, text, attributes: [], line: 1 };
  });
}

function partsOf(section: Authored<unknown>, content: AuthoredContent): PageFile[] {
  return placedIn(section).flatMap(({ name, text: { id = '' } }) => {
    if (name === 'Question') return filesOf(content.quizzes, id.split('/')[0]!, 'kysymykset');
    if (name === 'Infographic') return filesOf(content.infographics, id, 'infografiikka');
    if (name === 'Video') {
      const boards = content.storyboards.filter((board) => board.id.startsWith(`${id}/`));
      return boards.map((board) => own(board.file, `videon käsikirjoitus (${board.id.split('/')[1]})`));
    }
    if (name === 'Term') return [{ file: glossaryFile, what: 'sanasto', shared: true }];
    return name === 'Source' ? [{ file: sourcesFile, what: 'lähteet', shared: true }] : [];
  });
}

function filesOf(all: readonly Authored<unknown>[], wanted: string, what: string): PageFile[] {
  return all.filter(({ id }) => id === wanted).map(({ file }) => own(file, what));
}

function own(file: string, what: string): PageFile {
  return { file, what, shared: false };
}
