import { isPublished, placeInBody, placeOf } from '../authoredContent.ts';
import type { Authored, AuthoredContent } from '../authoredContent.ts';
import type { ModuleData } from '../../schemas/module.ts';
import type { SectionData } from '../../schemas/section.ts';
import { error, warning } from '../finding.ts';
import type { Finding, Place } from '../finding.ts';
import { askedQuestions, placedComponents } from '../mdxBody.ts';

/** Questions and their places: each stands once, in a section; each section asks something; choices as learning asks. */
export function questionFindings(content: AuthoredContent): Finding[] {
  const placings = placingsIn(content.sections);
  return [
    ...placedTwice(placings),
    ...outsideSections(content.modules),
    ...closingQuizPlaces(content),
    ...placedNowhere(content, new Set(placings.map(({ question }) => question))),
    ...sectionsThatAskNothing(content),
    ...idsTwice(content),
    ...choiceCounts(content),
  ];
}

interface Placing {
  readonly question: string;
  readonly place: Place;
}

function placingsIn(authored: readonly Authored<unknown>[]): Placing[] {
  return authored.flatMap((section) => {
    if (!section.mdx) return [];
    return placedComponents(section.mdx).flatMap(({ name, text, line }) => {
      return name === 'Question' && text['id'] ? [{ question: text['id'], place: placeInBody(section, line) }] : [];
    });
  });
}

function placedTwice(placings: readonly Placing[]): Finding[] {
  const first = new Map<string, Place>();
  return placings.flatMap(({ question, place }) => {
    const before = first.get(question);
    if (!before) {
      first.set(question, place);
      return [];
    }
    const message = `Kysymys ”${question}” on jo kohdassa ${before.file}:${before.line}.`;
    return [
      error(
        place,
        'question-twice',
        message,
        'Poista toinen paikka. Jos haluat kysyä samaa uudelleen, tee siitä uusi kysymys omalla tunnuksella.',
      ),
    ];
  });
}

function outsideSections(modules: readonly Authored<ModuleData>[]): Finding[] {
  return placingsIn(modules).map(({ question, place }) => {
    const message = `Kysymys ”${question}” on moduulin esittelyssä, jossa siihen ei voi vastata.`;
    return error(place, 'question-outside-section', message, 'Siirrä kysymys johonkin moduulin osioon.');
  });
}

/** A closing quiz stands in one section of its module, and only where the module has one. */
function closingQuizPlaces(content: AuthoredContent): Finding[] {
  const placesIn = (authored: Authored<unknown>) => {
    const placed = authored.mdx ? placedComponents(authored.mdx).filter(({ name }) => name === 'ClosingQuiz') : [];
    return placed.map(({ line }) => placeInBody(authored, line));
  };
  return content.modules.flatMap((module) => {
    if (!module.data || module.data.announced) return [];
    const own = content.sections.filter(({ id }) => id.startsWith(`${module.id}/`));
    const [first, ...more] = own.flatMap(placesIn);
    const outside = placesIn(module).map((place) => {
      const message = 'Lopputesti on moduulin esittelyssä, jossa siihen ei voi vastata.';
      return error(
        place,
        'closing-quiz-outside-section',
        message,
        'Siirrä <ClosingQuiz /> moduulin viimeiseen osioon.',
      );
    });
    const twice = more.map((place) => {
      return error(
        place,
        'closing-quiz-twice',
        'Lopputesti on moduulissa jo toisessa kohdassa.',
        'Jätä <ClosingQuiz /> yhteen kohtaan.',
      );
    });
    const closing = module.data.closingQuiz;
    const missing = own.some(({ mdx }) => mdx === null) || first !== undefined || !closing;
    const unplaced = missing
      ? []
      : [
          error(
            placeOf(module, ['closingQuiz']),
            'closing-quiz-unplaced',
            'Moduulissa on lopputesti, mutta se ei ole missään osiossa.',
            'Lisää viimeisen osion loppuun rivi <ClosingQuiz />.',
          ),
        ];
    const without =
      first && !closing
        ? [
            error(
              first,
              'closing-quiz-missing',
              'Moduulille ei ole annettu lopputestiä.',
              'Lisää moduulin tietoihin closingQuiz, tai poista <ClosingQuiz />.',
            ),
          ]
        : [];
    return [...outside, ...twice, ...unplaced, ...without];
  });
}

function placedNowhere(content: AuthoredContent, placed: ReadonlySet<string>): Finding[] {
  if (content.sections.some(({ mdx }) => mdx === null)) return [];
  const closing = new Set(content.modules.map((module) => module.data?.closingQuiz?.quiz));
  return content.quizzes.flatMap((quiz) => {
    if (closing.has(quiz.id)) return [];
    return (quiz.data?.questions ?? []).flatMap(({ id }, index) => {
      if (placed.has(`${quiz.id}/${id}`)) return [];
      const place = placeOf(quiz, ['questions', index]);
      return [
        warning(
          place,
          'question-unplaced',
          `Kysymys ”${id}” ei ole missään osiossa, joten sitä ei kysytä.`,
          `Lisää osioon rivi <Question id="${quiz.id}/${id}" />.`,
        ),
      ];
    });
  });
}

function sectionsThatAskNothing(content: AuthoredContent): Finding[] {
  const published = new Set(content.modules.filter(isPublished).map(({ id }) => id));
  const silent = (section: Authored<SectionData>) =>
    section.mdx !== null && askedQuestions(section.mdx, ['']).length === 0;
  return content.sections
    .filter((section) => published.has(section.id.split('/')[0]!) && silent(section))
    .map((section) => {
      const fix = 'Lisää osion loppuun kysymys: <Question id="kysymyssarja/kysymys" />.';
      return warning(placeOf(section), 'section-without-question', 'Osiossa ei ole yhtään kysymystä.', fix);
    });
}

function idsTwice(content: AuthoredContent): Finding[] {
  return content.quizzes.flatMap((quiz) => {
    const ids = (quiz.data?.questions ?? []).map(({ id }) => id);
    return ids.flatMap((id, index) => {
      if (ids.indexOf(id) === index) return [];
      const message = `Kysymyssarjassa on kaksi kysymystä tunnuksella ”${id}”.`;
      return [
        error(
          placeOf(quiz, ['questions', index, 'id']),
          'question-id-twice',
          message,
          'Anna kullekin kysymykselle oma id.',
        ),
      ];
    });
  });
}

/** Three options serve a single-choice question best: more add reading, not learning. */
function choiceCounts(content: AuthoredContent): Finding[] {
  return content.quizzes.flatMap((quiz) => {
    return (quiz.data?.questions ?? []).flatMap((question, index) => {
      if (question.type !== 'single' || question.choices.length === 3) return [];
      const { choices } = question;
      const message = `Yhden oikean vastauksen kysymyksessä on ${choices.length} vaihtoehtoa.`;
      return [
        warning(
          placeOf(quiz, ['questions', index, 'choices']),
          'choice-count',
          message,
          'Kolme vaihtoehtoa toimii parhaiten.',
        ),
      ];
    });
  });
}
