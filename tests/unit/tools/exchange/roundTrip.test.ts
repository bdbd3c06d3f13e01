import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { quizSchema, type QuestionData, type QuizData } from '../../../../src/schemas/quiz.ts';
import { fromDrafts } from '../../../../tools/exchange/fromDrafts.ts';
import { readGift } from '../../../../tools/exchange/gift/readGift.ts';
import { writeGift } from '../../../../tools/exchange/gift/writeGift.ts';
import { readQti, writePackage } from '../../../../tools/exchange/qti/qtiPackage.ts';
import { toDrafts } from '../../../../tools/exchange/toDrafts.ts';

const folder = join(import.meta.dirname, '../../../../quizzes');
const quizOf = (file: string) => quizSchema.parse(parse(readFileSync(join(folder, file), 'utf8')));

/** A quiz of every type with all that is hard to write in either format. */
const hard = quizSchema.parse({
  title: 'Sarja 1/2: ~ = # { } "<&>"',
  questions: [
    {
      id: 'merkit',
      type: 'single',
      objectives: ['osaa-yhden', 'osaa-toisen'],
      prompt: 'Rivi yksi: mitä on {a} = b?\n\n// ei kommentti\n::ei nimi:: <b>ei lihava</b> &amp; ]]> 100 % \\n',
      choices: [
        { id: '1-a', text: '%50% =~ \\= # {}', correct: true, explanation: 'Koska #1: a -> b \\' },
        { id: '2-b', text: '[html]<i>x</i>', explanation: '#### "lainaus" ’heitto’ 🙂' },
      ],
    },
    {
      id: 'vaite',
      type: 'true-false',
      prompt: 'Maa on pyöreä.',
      choices: [
        { id: 'a', text: 'Se näkyy kuvista.', claim: true, correct: true, explanation: 'Niin näkyy.' },
        { id: 'b', text: 'Se tuntuu siltä.', claim: true, explanation: 'Tunne ei riitä.' },
        { id: 'c', text: 'Se näyttää litteältä.', claim: false, explanation: 'Läheltä kyllä.' },
      ],
    },
    {
      id: 'monta',
      type: 'multiple',
      prompt: 'Mitkä?',
      choices: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((one, index) => {
        return { id: one, text: `Teksti ${one}`, correct: index < 6, explanation: `Syy ${one}.` };
      }),
    },
    {
      id: 'jarjestys',
      type: 'ordering',
      prompt: 'Missä järjestyksessä?',
      items: ['eka', 'toka', 'kolmas'].map((one) => ({
        id: one,
        text: `${one}: = ~`,
        explanation: `Syy: ${one} # 1.`,
      })),
    },
    {
      id: 'parit',
      type: 'matching',
      prompt: 'Kuka tekee mitä?',
      pairs: ['z', 'y', 'x'].map((one) => {
        return {
          left: { id: `l-${one}`, text: `Vasen ${one}:` },
          right: { id: `r-${one}`, text: `Oikea = ${one}` },
          explanation: `Syy ${one}.`,
        };
      }),
    },
  ],
});

const quizzes: [string, QuizData][] = [
  ['hard', hard],
  ...readdirSync(folder).map((file): [string, QuizData] => [file, quizOf(file)]),
];
const known = ({ type }: QuestionData) => type !== 'branching';

/** A question without the ids of its answers, which GIFT does not carry. */
const meaning = (question: QuestionData): unknown => {
  const { id } = question;
  return {
    ...(JSON.parse(JSON.stringify(question, (key, value: unknown) => (key === 'id' ? undefined : value))) as object),
    id,
  };
};

describe.each(quizzes)('the quiz %s', (name, quiz) => {
  const { drafts, remarks } = toDrafts(quiz);

  it('leaves out cases, and says so for each', () => {
    expect(remarks.map(({ place }) => place)).toEqual(quiz.questions.filter((one) => !known(one)).map(({ id }) => id));
  });

  it.each(['\n', '\r\n'])('goes out as GIFT and comes back with the same meaning (line ends %j)', (end) => {
    const read = readGift(writeGift(quiz.title, drafts).replaceAll('\n', end).replace(/\r\n/g, '\n'));
    const back = fromDrafts(read, 'Nimetön');
    expect(back.remarks).toEqual([]);
    expect(back.toWrite).toBe(0);
    expect(back.quiz?.title).toBe(quiz.title);
    expect(back.quiz?.questions.map(meaning)).toEqual(quiz.questions.filter(known).map(meaning));
  });

  it('goes out as QTI 3 and comes back with the same ids and meaning', () => {
    const back = fromDrafts(readQti(writePackage('sarja', quiz.title, drafts), 'sarja.zip'), 'Nimetön');
    expect(back.remarks).toEqual([]);
    expect(back.quiz).toEqual({ title: quiz.title, questions: quiz.questions.filter(known) });
  });

  it('gives equal bytes each time', () => {
    expect(writePackage('sarja', quiz.title, drafts)).toEqual(writePackage('sarja', quiz.title, drafts));
    expect(name).toBeTruthy();
  });
});
