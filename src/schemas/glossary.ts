import { z } from 'astro/zod';
import { id } from './id.ts';
import { reviewBy } from './review.ts';

/** One glossary entry of `src/content/glossary/terms.yaml`, keyed by its id. */
export const termSchema = z.strictObject({
  term: z.string().min(1).describe('Sana tai käsite, kuten se näkyy sanastossa.'),
  explanation: z.string().min(1).max(400).describe('Selitys yhdellä tai kahdella selkeällä virkkeellä.'),
  source: id.describe('Lähteen tunnus tiedostosta sources.yaml.'),
  place: z.string().optional().describe('Kohta lähteessä, esimerkiksi luku 3.1.'),
  reviewBy: reviewBy.optional(),
  see: z.array(id).default([]).describe('Läheisten termien tunnukset.'),
});

export type TermData = z.infer<typeof termSchema>;
