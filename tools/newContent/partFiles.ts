import { type NewFile, section, yamlText } from './newFile.ts';

/** The parts of the content that can be begun one by one, and what each is called in Finnish. */
export const partKinds = {
  section: 'osio',
  quiz: 'kysymyssarja',
  video: 'video',
  infographic: 'infografiikka',
} as const;
export type PartKind = keyof typeof partKinds;

/**
 * A new part's file, with everything to be replaced saying so.
 * @param id of a section: `module/section`
 * @param source the id of a source that an infographic may name to begin with
 */
export function partFile(kind: PartKind, id: string, source: string): NewFile {
  switch (kind) {
    case 'section':
      return {
        file: `src/content/modules/${id}.mdx`,
        text: section({
          title: 'Kirjoita tähän osion otsikko',
          lead: 'Kirjoita tähän yksi tai kaksi virkettä, joista osion ydin selviää.',
          body: 'Aloita tilanteesta, jonka lukija tunnistaa omasta työstään.',
        }),
      };
    case 'quiz':
      return { file: `quizzes/${id}.yaml`, text: yamlText('quiz', 'quizzes', quiz) };
    case 'video':
      return { file: `videos/${id}/storyboard.fi.yaml`, text: yamlText('storyboard', `videos/${id}`, storyboard) };
    case 'infographic': {
      const folder = 'src/content/infographics';
      return { file: `${folder}/${id}.yaml`, text: yamlText('infographic', folder, infographic(source)) };
    }
  }
}

/** How the part is put into a section; null for a section, which its module lists. */
export function placing(kind: PartKind, id: string): string | null {
  if (kind === 'quiz') return `<Question id="${id}/kysymys-1" />`;
  if (kind === 'video') return `<Video id="${id}" />`;
  return kind === 'infographic' ? `<Infographic id="${id}" />` : null;
}

const quiz = {
  title: 'Kirjoita tähän, minkä kysymyksiä nämä ovat',
  questions: [
    {
      id: 'kysymys-1',
      type: 'single',
      prompt: 'Kuvaa tähän tilanne asiakastyöstä ja kysy, mitä lukija tekisi. Mitä teet?',
      choices: ['a', 'b', 'c'].map((letter) => ({
        id: `vaihtoehto-${letter}`,
        text: `Kirjoita tähän vaihtoehto ${letter}.`,
        ...(letter === 'b' && { correct: true }),
        explanation: 'Kirjoita tähän, miksi näin kannattaa tai ei kannata toimia.',
      })),
    },
  ],
};

const storyboard = {
  title: 'Kirjoita tähän videon nimi',
  description: 'Kirjoita tähän, mitä videossa kerrotaan.',
  accent: 'fog',
  scenes: [
    {
      id: 'alku',
      title: 'Kirjoita tähän videon nimi',
      layout: 'title',
      subtitle: 'Ja alaotsikko',
      narration: [{ text: 'Kirjoita tähän, mitä kertoja sanoo. Yksi rivi on yksi virke.' }],
    },
    {
      id: 'asiat',
      title: 'Kolme asiaa',
      layout: 'points',
      items: ['Ensimmäinen', 'Toinen', 'Kolmas'].map((text, index) => ({
        id: `asia-${index + 1}`,
        text: `${text} asia`,
      })),
      narration: ['Ensimmäinen', 'Toinen', 'Kolmas'].map((text, index) => ({
        text: `${text} asia tulee näkyviin, kun kertoja sanoo tämän.`,
        show: [`asia-${index + 1}`],
      })),
    },
    {
      id: 'loppu',
      title: 'Mitä teet seuraavaksi',
      layout: 'title',
      narration: [{ text: 'Kirjoita tähän, mitä katsoja tekee tämän jälkeen.' }],
    },
  ],
};

const infographic = (source: string) => ({
  kind: 'process',
  title: 'Kirjoita tähän, mitä kuva kertoo',
  description: 'Kirjoita tähän sama sanoina niin, että kuvaa ei tarvitse nähdä.',
  source: { id: source },
  steps: ['Ensin', 'Sitten', 'Lopuksi'].map((label, index) => ({
    id: `vaihe-${index + 1}`,
    label,
    detail: 'Kirjoita tähän, mitä vaiheessa tapahtuu ja kuka sen tekee.',
  })),
});
