import { stringify } from 'yaml';
import { type NewFile, section, yamlText } from './newFile.ts';

/** What an author says of a module to begin. */
export interface ModuleWish {
  readonly id: string;
  readonly title: string;
  /** Target, 1–60. */
  readonly minutes: number;
  /** What one can do after the module; at least one. */
  readonly objectives: readonly string[];
}

/** Where the key stands in the example questions, one after another: so no place gives it away. */
const keyPlaces = [1, 2, 0] as const;

/**
 * The files of a new draft module: its page, two sections, and a quiz with a question for each objective, each section
 * asking at least one. Everything to be replaced says so.
 */
export function moduleFiles(wish: ModuleWish): readonly NewFile[] {
  const objectives = wish.objectives.map((text, index) => ({ id: `tavoite-${index + 1}`, text }));
  const questions = Array.from({ length: Math.max(2, objectives.length) }, (_, index) =>
    question(index, objectives[index % objectives.length]!.id),
  );
  const [first, ...rest] = questions.map(({ id }) => `<Question id="${wish.id}/${id}" />`);
  const folder = `src/content/modules/${wish.id}`;
  return [
    { file: `${folder}/index.mdx`, text: modulePage(wish, objectives) },
    {
      file: `${folder}/tilanne.mdx`,
      text: section({
        title: 'Tilanne, josta lähdetään',
        lead: 'Kirjoita tähän yksi tai kaksi virkettä: mitä osiossa oppii ja mihin sitä tarvitsee.',
        body: `Aloita tilanteesta, jonka lukija tunnistaa omasta työstään. Kirjoita lyhyin virkein ja puhuttele lukijaa.

## Väliotsikko kertoo asian ytimen

- Luettelo sopii, kun asioita on monta.
- Pidä kohdat samanmuotoisina.

${first!}`,
      }),
    },
    {
      file: `${folder}/mita-teet.mdx`,
      text: section({
        title: 'Mitä teet seuraavaksi',
        lead: 'Kirjoita tähän, mitä lukija osaa tehdä toisin tämän osion jälkeen.',
        body: `Kerro, mitä tehdään, kuka tekee ja mistä saa neuvoa. Merkitse tiedon lähde sen viereen, kun kirjoitat luvun tai väitteen.

${rest.join('\n\n')}`,
      }),
    },
    {
      file: `quizzes/${wish.id}.yaml`,
      text: yamlText('quiz', 'quizzes', { title: `Kysymykset: ${wish.title}`, questions }),
    },
  ];
}

function modulePage({ title, minutes }: ModuleWish, objectives: readonly { id: string; text: string }[]): string {
  const frontmatter = {
    title,
    summary: 'Kirjoita tähän yksi tai kaksi virkettä: mitä moduulissa oppii.',
    version: 1,
    targetMinutes: minutes,
    accent: 'fog',
    objectives,
    sections: ['tilanne', 'mita-teet'],
    draft: true,
  };
  return `---
${stringify(frontmatter, { lineWidth: 0 })}---

Kirjoita tähän, kenelle moduuli on ja miten se etenee.
`;
}

/** A question to be rewritten: three choices of the same length, each with its explanation. */
function question(index: number, objective: string) {
  const key = keyPlaces[index % keyPlaces.length]!;
  return {
    id: `kysymys-${index + 1}`,
    type: 'single',
    objectives: [objective],
    prompt: 'Kuvaa tähän tilanne asiakastyöstä ja kysy, mitä lukija tekisi. Mitä teet?',
    choices: ['a', 'b', 'c'].map((letter, place) => ({
      id: `vaihtoehto-${letter}`,
      text: `Kirjoita tähän vaihtoehto ${letter}.`,
      ...(place === key && { correct: true }),
      explanation:
        place === key
          ? 'Kirjoita tähän, miksi tämä on hyvä tapa toimia.'
          : 'Kirjoita tähän, mitä tästä seuraisi ja miksi toinen tapa on parempi.',
    })),
  };
}
