import { z } from 'astro/zod';
import { id } from './id.ts';

/** What a question of any type has. */
export const questionFields = {
  id,
  prompt: z.string().min(1).describe('Kysymys tai tilanne, kuten se näkyy.'),
  objectives: z
    .array(id)
    .default([])
    .describe('Niiden osaamistavoitteiden tunnukset moduulin tiedoista, joita kysymys mittaa.'),
};

export const explanation = z
  .string()
  .min(1)
  .describe('Miksi näin on tai ei ole. Näkyy heti vastauksen jälkeen.');
