import { questionSchema, type QuestionData, type QuizData } from '../../src/schemas/quiz.ts';
import { suggestion } from '../newContent/newIds.ts';
import { claimsOf } from './claimReasons.ts';
import type { DraftChoice, QuestionDraft, ReadQuestions, Remark } from './questionDraft.ts';

/** Stands where the file told no reason: our every answer has one. */
export const explanationToWrite = 'Kirjoita tähän, miksi näin kannattaa tai ei kannata toimia.';

export interface MadeQuiz {
  /** Null where no question of the file could be taken. */
  readonly quiz: QuizData | null;
  readonly remarks: readonly Remark[];
  /** How many explanations are yet to be written. */
  readonly toWrite: number;
}

/** The quiz that a read file makes. A question that our schema does not take is left out, and a remark says why. */
export function fromDrafts(read: ReadQuestions, titleWithout: string): MadeQuiz {
  const remarks: Remark[] = [...read.remarks];
  const questions: QuestionData[] = [];
  const taken = new Set<string>();
  for (const draft of read.drafts) {
    const problem = problemOf(draft);
    const question = problem ? null : questionSchema.safeParse(questionOf(draft, taken));
    if (question?.success) questions.push(question.data);
    else
      remarks.push({
        place: draft.place,
        sentence: `Kysymys jäi pois: ${problem ?? 'se ei täytä kysymyksen vaatimuksia.'}`,
      });
  }
  const title = read.title || titleWithout;
  const toWrite = JSON.stringify(questions).split(JSON.stringify(explanationToWrite)).length - 1;
  return { quiz: questions.length === 0 ? null : { title, questions }, remarks, toWrite };
}

/** The rules of `src/schemas` that files of other tools break most, in Finnish. */
function problemOf({ prompt, answers }: QuestionDraft): string | null {
  if (prompt === '') return 'siltä puuttuu kysymysteksti.';
  if (answers.type === 'ordering') {
    if (answers.items.length < 3 || answers.items.length > 7)
      return `järjestettäviä on ${answers.items.length}, niitä voi olla 3–7.`;
    return textProblem(
      answers.items.map(({ text }) => text),
      120,
    );
  }
  if (answers.type === 'matching') {
    const { pairs } = answers;
    if (pairs.length < 3 || pairs.length > 6) return `pareja on ${pairs.length}, niitä voi olla 3–6.`;
    const rights = new Set(pairs.map(({ right }) => right));
    if (rights.size < pairs.length) return 'samalla kohdalla on useampi pari. Jokaisella pitää olla omansa.';
    return textProblem(
      pairs.flatMap(({ left, right }) => [left, right]),
      120,
    );
  }
  const { choices } = answers;
  if (choices.length < 2 || choices.length > 8) return `vaihtoehtoja on ${choices.length}, niitä voi olla 2–8.`;
  const right = choices.filter(({ correct }) => correct).length;
  if (right === 0) return 'mikään vaihtoehto ei ole oikea.';
  return textProblem(
    choices.map(({ text }) => text),
    Infinity,
  );
}

function textProblem(texts: readonly string[], most: number): string | null {
  if (texts.includes('')) return 'jokin vastaus on ilman tekstiä.';
  return texts.some((text) => text.length > most) ? `jokin teksti on yli ${most} merkkiä pitkä.` : null;
}

function questionOf(draft: QuestionDraft, taken: Set<string>): unknown {
  const { answers } = draft;
  const id = freshId([draft.id, draft.title, draft.prompt], 'kysymys', taken);
  const objectives = [...new Set(draft.objectives.map(suggestion).filter(Boolean))];
  const common = { id, objectives, prompt: draft.prompt };
  const ids = new Set<string>();
  const own = (given: string | undefined, text: string) => freshId([given, text], 'vastaus', ids);
  const why = (explanation: string | null) => explanation || explanationToWrite;
  if (answers.type === 'ordering') {
    const items = answers.items.map((item) => ({
      id: own(item.id, item.text),
      text: item.text,
      explanation: why(item.explanation),
    }));
    return { ...common, type: 'ordering', items };
  }
  if (answers.type === 'matching') {
    const pairs = answers.pairs.map((pair) => ({
      left: { id: own(pair.id, pair.left), text: pair.left },
      right: { id: own(pair.rightId, pair.right), text: pair.right },
      explanation: why(pair.explanation),
    }));
    return { ...common, type: 'matching', pairs };
  }
  const choice = ({ id: given, text, correct, explanation }: DraftChoice) => {
    return { id: own(given, text), text, ...(correct && { correct }), explanation: why(explanation) };
  };
  const claims = answers.type === 'single' ? claimsOf(answers.choices) : null;
  if (claims)
    return { ...common, type: 'true-false', choices: claims.map((one) => ({ ...choice(one), claim: one.claim })) };
  return { ...common, type: answers.type, choices: answers.choices.map(choice) };
}

/** The first of the texts that can become an id, at a word's end within 40 letters, and a number where it is taken. */
function freshId(texts: readonly (string | undefined)[], without: string, taken: Set<string>): string {
  const base = texts.map((text) => shortened(suggestion(text ?? ''))).find(Boolean) ?? without;
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base.slice(0, 55).replace(/-$/, '')}-${number}`;
  taken.add(id);
  return id;
}

function shortened(id: string): string {
  return (
    id.length <= 40
      ? id
      : id
          .slice(0, 41)
          .replace(/-[^-]*$/, '')
          .slice(0, 40)
  ).replace(/-$/, '');
}
