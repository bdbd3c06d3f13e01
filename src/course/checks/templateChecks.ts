import { type Authored, type AuthoredContent, isPublished, placeInBody, placeOf } from '../authoredContent.ts';
import { error, type Finding, type Place, warning } from '../finding.ts';
import { nodesOf, placedComponents } from '../mdxBody.ts';
import { questionsOfModule } from '../questionsAsked.ts';

/** How the texts begin that new modules and parts are made with, for their author to replace. */
const leftover =
  /^(?:Kysymykset: )?(Kirjoita tähän|Kuvaa tähän tilanne|Aloita tilanteesta, jonka lukija tunnistaa|Väliotsikko kertoo asian ytimen|Kerro, mitä tehdään, kuka tekee ja mistä saa neuvoa)/;

/**
 * Instructions of a template that nobody has replaced: an error where learners see them, a warning in what no published
 * module shows yet.
 */
export function templateFindings(content: AuthoredContent): Finding[] {
  const shown = filesShown(content);
  const authored: readonly Authored<unknown>[] = [
    ...content.modules,
    ...content.sections,
    ...content.quizzes,
    ...content.storyboards,
    ...content.infographics,
  ];
  return authored.flatMap((one) => {
    const tell = shown.has(one.file) ? error : warning;
    return [...fieldsLeft(one), ...bodyLeft(one)].map(({ text, place }) => {
      const message = `Mallin ohjeteksti ”${shortened(text)}” on vielä korvaamatta.`;
      return tell(place, 'template-text', message, 'Kirjoita tilalle oma tekstisi tai poista kohta.');
    });
  });
}

interface Left {
  readonly text: string;
  readonly place: Place;
}

function fieldsLeft(authored: Authored<unknown>): Left[] {
  const walk = (value: unknown, path: readonly (string | number)[]): Left[] => {
    if (typeof value === 'string') {
      return leftover.test(value) ? [{ text: value, place: placeOf(authored, path) }] : [];
    }
    if (Array.isArray(value)) return value.flatMap((item, index) => walk(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => walk(item, [...path, key]));
  };
  return walk(authored.raw, []);
}

function bodyLeft(authored: Authored<unknown>): Left[] {
  if (!authored.mdx) return [];
  return [...nodesOf(authored.mdx)].flatMap(({ type, value = '', position }) => {
    if (type !== 'text' || !leftover.test(value)) return [];
    return [{ text: value, place: placeInBody(authored, position?.start.line ?? 1) }];
  });
}

/** Files of which a published module shows something. */
function filesShown(content: AuthoredContent): ReadonlySet<string> {
  const modules = content.modules.filter(isPublished);
  const sections = content.sections.filter(({ id }) => {
    const [module, section] = id.split('/') as [string, string];
    return modules.some((one) => one.id === module && one.data?.sections.includes(section));
  });
  const placed = sections.flatMap(({ mdx }) => (mdx ? placedComponents(mdx) : []));
  const isPlaced = (name: string, id: string) => placed.some((one) => one.name === name && one.text['id'] === id);
  return new Set([
    ...[...modules, ...sections].map(({ file }) => file),
    ...modules.flatMap((module) => questionsOfModule(content, module).map(({ quiz }) => quiz.file)),
    ...content.storyboards.filter(({ id }) => isPlaced('Video', id.split('/')[0]!)).map(({ file }) => file),
    ...content.infographics.filter(({ id }) => isPlaced('Infographic', id)).map(({ file }) => file),
  ]);
}

function shortened(text: string): string {
  const line = text.split('\n')[0]!;
  return line.length <= 40 ? line.replace(/[.]$/, '') : `${line.slice(0, 40).trimEnd()}…`;
}
