import type { QuestionDraft } from '../questionDraft.ts';

/**
 * A quiz as a GIFT file of Moodle's: https://docs.moodle.org/en/GIFT_format. Explanations are the answers' feedback. The
 * comment before a question holds its id and objectives as Moodle's `[id:…]` and `[tag:…]`. GIFT orders nothing: things to be
 * put in order are pairs of a place and the thing. Pairs have no feedback there, so theirs is the question's, a line a pair.
 * @returns text in UTF-8 with `\n` line ends
 */
export function writeGift(title: string, drafts: readonly QuestionDraft[]): string {
  const category = `$CATEGORY: ${title.replace(/\s+/g, ' ').replaceAll('/', '//')}`;
  return `${[category, ...drafts.map(question)].join('\n\n')}\n`;
}

function question({ id, prompt, objectives, answers }: QuestionDraft): string {
  const tags = objectives.map((objective) => ` [tag:${objective}]`).join('');
  const head = `// [id:${id}]${tags}\n::${escaped(id ?? '')}::[plain]${escaped(prompt)} {`;
  return [head, ...lines(answers).map((line) => `\t${line}`), '}'].join('\n');
}

function lines(answers: QuestionDraft['answers']): string[] {
  if (answers.type !== 'matching' && answers.type !== 'ordering') {
    const right = answers.choices.filter(({ correct }) => correct).length;
    const wrong = answers.choices.length - right;
    return answers.choices.map(({ text, correct, explanation }) => {
      const mark = answers.type === 'single' && correct ? '=' : '~';
      // A text that begins with a percentage would be read as a weight, and has one before it.
      const weighed = answers.type === 'multiple' || text.startsWith('%');
      const weight =
        answers.type === 'multiple' ? (correct ? share(right) : `-${share(wrong)}`) : correct ? '100' : '0';
      return `${mark}${weighed ? `%${weight}%` : ''}${escaped(text)}#${escaped(explanation ?? '')}`;
    });
  }
  const pairs =
    answers.type === 'matching'
      ? answers.pairs
      : answers.items.map(({ text, explanation }, index) => ({ left: String(index + 1), right: text, explanation }));
  const feedback = pairs.map(({ left, explanation }) => `${oneLine(left)}: ${oneLine(explanation ?? '')}`).join('\n');
  return [
    ...pairs.map(({ left, right }) => `=${escaped(oneLine(left))} -> ${escaped(oneLine(right))}`),
    `####${escaped(feedback)}`,
  ];
}

/** The percentage for one of `count`: Moodle takes 100 divided by it to five decimals. */
function share(count: number): string {
  return String(Number((100 / count).toFixed(5)));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('->', '→').trim();
}

/** GIFT's own marks with a backslash before each, and a line's end as `\n`; a blank line would end the question. */
function escaped(text: string): string {
  const plain = /^\s*\[(?:html|moodle|plain|markdown)\]/i.test(text) ? '[plain]' : '';
  return plain + text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}
