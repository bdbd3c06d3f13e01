import { z } from 'astro/zod';
import { id } from './id.ts';
import { explanation, questionFields } from './questionFields.ts';

/** One choice of a question in which choices are taken. */
export const choiceSchema = z.strictObject({
  id,
  text: z.string().min(1).describe('Vastausvaihtoehto, kuten se näkyy.'),
  correct: z.boolean().default(false).describe('Tosi, jos vaihtoehto on oikea.'),
  explanation,
});

/** A reason for holding the prompt's claim true or false. */
export const reasonSchema = choiceSchema.extend({
  claim: z.boolean().describe('true, kun perustelu pitää väitettä totena, false, kun se pitää väitettä epätotena.'),
});

const exactlyOneRight = (
  { type, choices }: { readonly type: string; readonly choices: readonly { readonly correct: boolean }[] },
  context: z.RefinementCtx,
): void => {
  const right = choices.filter((choice) => choice.correct).length;
  if (right === 1) return;
  const message = `a question of type ${type} needs exactly one correct choice, this has ${right}`;
  context.addIssue({ code: 'custom', path: ['choices'], message, params: { problem: 'one-right', right } });
};

/** One of several is right. */
export const singleSchema = z
  .strictObject({
    ...questionFields,
    type: z.literal('single').describe('single: yksi oikea vastaus.'),
    choices: z.array(choiceSchema).min(2).max(8),
  })
  .superRefine(exactlyOneRight);

/** One or more are right. */
export const multipleSchema = z
  .strictObject({
    ...questionFields,
    type: z.literal('multiple').describe('multiple: yksi tai useampi oikea.'),
    choices: z.array(choiceSchema).min(2).max(8),
  })
  .superRefine(({ choices }, context) => {
    if (choices.some(({ correct }) => correct)) return;
    const message = 'a multiple-choice question needs at least one correct choice';
    context.addIssue({ code: 'custom', path: ['choices'], message, params: { problem: 'none-right' } });
  });

/** The prompt is a claim; a learner chooses whether it holds and why, in one choice. One is right. */
export const trueFalseSchema = z
  .strictObject({
    ...questionFields,
    type: z.literal('true-false').describe('true-false: väite ja perustelut, joista valitaan yksi.'),
    choices: z.array(reasonSchema).min(3).max(6),
  })
  .superRefine(exactlyOneRight)
  .superRefine(({ choices }, context) => {
    if (new Set(choices.map(({ claim }) => claim)).size === 2) return;
    context.addIssue({ code: 'custom', path: ['choices'], message: 'there are reasons on one side only', params: { problem: 'one-sided' } });
  });

export const choiceQuestionSchemas = [singleSchema, multipleSchema, trueFalseSchema] as const;
