import type { QuestionData, QuizData } from '../../src/schemas/quiz.ts';
import { explanationsOf } from './responses.ts';

/**
 * What a public file tells of the quizzes that only the server may know: explanations, the steps of a case that choices lead
 * to and what can be chosen there, items in their right order, right sides in the order of their left ones, pairs as
 * responses write them, and members that hold a key. Each is named by its question; empty where nothing is told.
 *
 * @param text the file as it is; entities of HTML and escapes of scripts are read as what they stand for
 */
export function keyLeaks(text: string, quizzes: Readonly<Record<string, QuizData>>): readonly string[] {
  const plain = unescaped(text);
  const member = keyMember.exec(plain);
  const questions = Object.entries(quizzes).flatMap(([quiz, { questions: all }]) =>
    all.map((question) => ({ id: `${quiz}/${question.id}`, question })),
  );
  return [
    ...(member ? [`a member with a key: ${member[0]}`] : []),
    ...questions.flatMap(({ id, question }) => [
      ...explanationsOf(question).flatMap((words) => told(plain, words, `${id}: explanation`)),
      ...arrangementsIn(plain, question).map((what) => `${id}: ${what}`),
    ]),
  ];
}

/** In JSON or in the properties of an element, and in a script, where names may stand without quotes. */
const keyMember =
  /correctResponsesPattern|\bdata-correct\b|"(?:correct|explanation|next|mustEndWell)"\s*:|\b(?:correct|mustEndWell)\s*:\s*(?:true|!0)/;

/** The first words tell that something is there: a page may break a long text. */
function told(plain: string, words: string, what: string): string[] {
  return plain.includes(words.slice(0, 40)) ? [`${what} ”${words}”`] : [];
}

function arrangementsIn(plain: string, question: QuestionData): string[] {
  switch (question.type) {
    case 'ordering':
      return [
        ...(standsInOrder(
          plain,
          question.items.map(({ text }) => text),
        )
          ? ['items in their right order']
          : []),
        ...(standsInOrder(
          plain,
          question.items.map(({ id }) => `"${id}"`),
        )
          ? ['ids in their right order']
          : []),
      ];
    case 'matching':
      return [
        ...(standsInOrder(
          plain,
          question.pairs.map(({ right }) => right.text),
        )
          ? ['right sides in the order of the left']
          : []),
        ...(standsInOrder(
          plain,
          question.pairs.map(({ right }) => `"${right.id}"`),
        )
          ? ['right ids in the order of the left']
          : []),
        ...question.pairs
          .flatMap(({ left, right }) => [`${left.id}:${right.id}`, `${left.id}[.]${right.id}`])
          .filter((pair) => plain.includes(pair)),
      ];
    case 'branching': {
      const later = question.steps
        .slice(1)
        .flatMap(({ text, choices = [] }) => [text, ...choices.map((choice) => choice.text)]);
      return later.flatMap((words) => told(plain, words, 'a later step'));
    }
    case 'single':
    case 'multiple':
    case 'true-false':
      return [];
  }
}

/** Whether parts stand one after another in some list, each before the next and none of them in between. */
function standsInOrder(plain: string, parts: readonly string[]): boolean {
  return plain.split(/<\/(?:ol|ul|select)>/).some((list) => {
    const places = parts
      .flatMap((part, index) => occurrences(list, part).map((at) => ({ at, index })))
      .sort((one, other) => one.at - other.at)
      .map(({ index }) => index);
    return places.some((_, start) => parts.every((__, index) => places[start + index] === index));
  });
}

function occurrences(plain: string, part: string): number[] {
  const found: number[] = [];
  for (let at = plain.indexOf(part); at >= 0; at = plain.indexOf(part, at + part.length)) found.push(at);
  return found;
}

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", nbsp: '\u00a0' };

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-fA-F]{4})|&#x([0-9a-fA-F]+);/g, (_, script?: string, html?: string) => {
      return String.fromCodePoint(parseInt(script ?? html ?? '', 16));
    })
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(quot|amp|lt|gt|apos|nbsp);/g, (_, name: string) => entities[name]!)
    .replace(/\\(["'`])/g, '$1');
}
