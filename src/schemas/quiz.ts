import { z } from 'astro/zod';
import { id } from './id.ts';

export const choiceSchema = z.strictObject({
  id,
  text: z.string().min(1).describe('Vastausvaihtoehto, kuten se näkyy.'),
  correct: z.boolean().default(false).describe('Tosi, jos vaihtoehto on oikea.'),
  explanation: z.string().min(1).describe('Miksi vaihtoehto on oikea tai väärä. Näkyy heti vastauksen jälkeen.'),
});

export const questionSchema = z
  .strictObject({
    id,
    type: z.enum(['single', 'multiple']).describe('single: yksi oikea vastaus. multiple: yksi tai useampi oikea.'),
    prompt: z.string().min(1).describe('Kysymys.'),
    choices: z.array(choiceSchema).min(2).max(8),
  })
  .superRefine((question, context) => {
    const right = question.choices.filter((choice) => choice.correct).length;
    if (question.type === 'single' && right !== 1) {
      context.addIssue({ code: 'custom', path: ['choices'], message: `a single-choice question needs exactly one correct choice, this has ${right}` });
    }
    if (question.type === 'multiple' && right === 0) {
      context.addIssue({ code: 'custom', path: ['choices'], message: 'a multiple-choice question needs at least one correct choice' });
    }
    const ids = question.choices.map((choice) => choice.id);
    if (new Set(ids).size !== ids.length) {
      context.addIssue({ code: 'custom', path: ['choices'], message: 'two choices have the same id' });
    }
  });

/** A quiz: `quizzes/<quiz>.yaml`. Placed question by question with `<Question id="quiz/question" />`. */
export const quizSchema = z.strictObject({
  title: z.string().min(1).describe('Kysymyssarjan nimi tekijöitä varten.'),
  questions: z.array(questionSchema).min(1),
});

export type ChoiceData = z.infer<typeof choiceSchema>;
export type QuestionData = z.infer<typeof questionSchema>;
export type QuizData = z.infer<typeof quizSchema>;
