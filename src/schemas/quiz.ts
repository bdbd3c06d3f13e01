import { z } from 'astro/zod';
import { branchingSchema } from './branching.ts';
import { choiceQuestionSchemas } from './choiceQuestions.ts';
import { matchingSchema, orderingSchema } from './arrangingQuestions.ts';
import { choicesOf } from './questionChoices.ts';

/** One question of any type; `type` tells which. The rules that reach over several fields are those of each type's file. */
export const questionSchema = z
  .discriminatedUnion('type', [...choiceQuestionSchemas, orderingSchema, matchingSchema, branchingSchema])
  .superRefine((question, context) => {
    const ids = choicesOf(question).map((choice) => choice.id);
    for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) {
      const message = `two choices have the id ${id}`;
      context.addIssue({ code: 'custom', path: [partsField[question.type]], message, params: { problem: 'id-twice', id } });
    }
  });

/** The field of each type that holds what is chosen, put in order, paired or gone through. */
export const partsField = {
  single: 'choices',
  multiple: 'choices',
  'true-false': 'choices',
  ordering: 'items',
  matching: 'pairs',
  branching: 'steps',
} as const;

/** A quiz: `quizzes/<quiz>.yaml`. Placed question by question with `<Question id="quiz/question" />`. */
export const quizSchema = z.strictObject({
  title: z.string().min(1).describe('Kysymyssarjan nimi tekijöitä varten.'),
  questions: z.array(questionSchema).min(1),
});

export type QuestionData = z.infer<typeof questionSchema>;
export type QuestionType = QuestionData['type'];
export type QuizData = z.infer<typeof quizSchema>;
