import { z } from 'astro/zod';
import { id } from './id.ts';
import { explanation, questionFields } from './questionFields.ts';

/** Things to be put in order; the author writes them in the right one, learners see them in another. */
export const orderingSchema = z.strictObject({
  ...questionFields,
  type: z.literal('ordering').describe('ordering: kohdat järjestetään.'),
  items: z
    .array(
      z.strictObject({
        id,
        text: z.string().min(1).max(120).describe('Järjestettävä kohta, kuten se näkyy.'),
        explanation,
      }),
    )
    .min(3)
    .max(7)
    .describe('Kohdat oikeassa järjestyksessä. Oppijalle ne näytetään sekoitettuina.'),
});

const side = z.strictObject({ id, text: z.string().min(1).max(120).describe('Teksti, kuten se näkyy.') });

/** Pairs to be found: each left one has one right one of its own. */
export const matchingSchema = z.strictObject({
  ...questionFields,
  type: z.literal('matching').describe('matching: jokaiselle vasemmalle etsitään oma pari.'),
  pairs: z
    .array(
      z.strictObject({
        left: side.describe('Kohta, jolle etsitään pari. Tunnus ei saa paljastaa paria.'),
        right: side.describe('Sen oikea pari.'),
        explanation,
      }),
    )
    .min(3)
    .max(6),
});
