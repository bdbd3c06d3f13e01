import type { DraftChoice, QuestionDraft } from '../questionDraft.ts';

/** What stands between a question's braces: answers of a kind we have, or why there are none. */
export type ReadAnswers =
  | { readonly answers: QuestionDraft['answers']; readonly sentences: readonly string[] }
  | { readonly answers: null; readonly why: string };

/**
 * Reads the answers of one GIFT question: https://docs.moodle.org/en/GIFT_format
 * @param text between the braces, its escaped marks hidden
 * @param words the plain words of a piece
 */
export function readAnswers(text: string, words: (piece: string) => string): ReadAnswers {
  const [body = '', general = ''] = split(text, '####');
  const trimmed = body.trim();
  if (trimmed === '') return { answers: null, why: 'siihen vastataan omin sanoin.' };
  if (trimmed.startsWith('#')) return { answers: null, why: 'siihen vastataan numerolla.' };
  const claim = /^(T|TRUE|F|FALSE)\s*(?:#([\s\S]*))?$/i.exec(trimmed);
  if (claim) return trueFalse(/^t/i.test(claim[1]!), claim[2] ?? '', words, words(general));
  const answers = [...trimmed.matchAll(/([~=])([^~=]*)/g)].map(([, mark, piece]) => answerOf(mark!, piece!, words));
  if (!/^[~=]/.test(trimmed) || answers.length === 0)
    return { answers: null, why: 'sen vastaukset eivät ala merkillä = tai ~.' };
  if (answers.every(({ mark }) => mark === '=')) {
    if (!answers.every(({ raw }) => raw.includes('->')))
      return { answers: null, why: 'siihen vastataan kirjoittamalla.' };
    return pairs(
      answers.map(
        ({ raw }) =>
          raw
            .split(/->(.*)/s)
            .slice(0, 2)
            .map(words) as [string, string],
      ),
      words(general),
    );
  }
  return choices(answers, words(general));
}

interface Answer {
  readonly mark: string;
  readonly raw: string;
  readonly weight: number | null;
  readonly text: string;
  readonly explanation: string | null;
}

function answerOf(mark: string, piece: string, words: (piece: string) => string): Answer {
  const weight = /^\s*%(-?\d+(?:[.,]\d+)?)%/.exec(piece);
  const [text = '', feedback = ''] = split(piece.slice(weight?.[0].length ?? 0), '#');
  return {
    mark,
    raw: text,
    weight: weight ? Number(weight[1]!.replace(',', '.')) : null,
    text: words(text),
    explanation: words(feedback) || null,
  };
}

/** Where there is no `=`, any number may be chosen and the weights tell which are right; otherwise one. */
function choices(answers: readonly Answer[], general: string): ReadAnswers {
  const many = answers.every(({ mark }) => mark === '~');
  const right = ({ mark, weight }: Answer) => (many ? (weight ?? 0) > 0 : mark === '=');
  const severalRight = !many && answers.filter(right).length > 1;
  const partly = !many && answers.some(({ mark, weight }) => mark === '~' && (weight ?? 0) > 0);
  const sentences = [
    ...(severalRight ? ['Useampi vastaus on oikea, joten kysymyksestä tuli monivalinta. Tarkista se.'] : []),
    ...(partly ? ['Osin oikeasta vastauksesta tuli väärä. Tarkista se.'] : []),
    ...(general ? [generalLeft] : []),
  ];
  const list = answers.map((answer): DraftChoice => {
    return { text: answer.text, correct: right(answer), explanation: answer.explanation };
  });
  return { answers: { type: many || severalRight ? 'multiple' : 'single', choices: list }, sentences };
}

const generalLeft = 'Kysymyksen yhteinen palaute jäi pois: täällä jokaisella vastauksella on omansa.';

/** Our claims have reasons, Moodle's have none: a choice of one. The first feedback is for who answered wrong. */
function trueFalse(holds: boolean, feedback: string, words: (piece: string) => string, general: string): ReadAnswers {
  const [wrong = '', right = ''] = split(feedback, '#');
  const choice = (text: string, correct: boolean): DraftChoice => {
    return { text, correct, explanation: words(correct ? right : wrong) || null };
  };
  return {
    answers: { type: 'single', choices: [choice('Totta', holds), choice('Ei totta', !holds)] },
    sentences: general ? [generalLeft] : [],
  };
}

/** Pairs, or things in order where the left sides are 1, 2, 3 …; the question's feedback may hold a line for each. */
function pairs(read: readonly (readonly [string, string])[], general: string): ReadAnswers {
  const kept = read.filter(([left]) => left !== '');
  const lines = general.split('\n');
  const own = kept.map(([left], index) => {
    const line = lines.length === kept.length ? lines[index]! : '';
    return line.startsWith(`${left}: `) ? line.slice(left.length + 2) : null;
  });
  const explained = own.every((one) => one !== null);
  const sentences = [
    ...(kept.length < read.length ? ['Vastaus, jolla ei ole paria, jäi pois.'] : []),
    ...(general !== '' && !explained ? [generalLeft] : []),
  ];
  const explanation = (index: number) => (explained ? own[index]! : null);
  if (kept.every(([left], index) => left === String(index + 1))) {
    return {
      answers: { type: 'ordering', items: kept.map(([, text], index) => ({ text, explanation: explanation(index) })) },
      sentences,
    };
  }
  return {
    answers: {
      type: 'matching',
      pairs: kept.map(([left, right], index) => ({ left, right, explanation: explanation(index) })),
    },
    sentences,
  };
}

/** The text before the first `mark`, and after it. */
function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}
