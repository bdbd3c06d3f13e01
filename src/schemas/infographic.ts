import { z } from 'astro/zod';
import { id } from './id.ts';

const item = z.strictObject({
  id,
  label: z.string().min(1).max(40).describe('Lyhyt nimi kuvassa, enintään noin 24 merkkiä.'),
  detail: z.string().min(1).describe('Yksi virke: mitä tämä on. Näkyy tekstivastineessa.'),
});

/** An infographic's data: `src/content/infographics/<name>.yaml`. A centre and the rings around it. */
export const infographicSchema = z.strictObject({
  title: z.string().min(1).describe('Kuvan otsikko.'),
  description: z.string().min(1).describe('Kuvan sisältö sanoina: mitä keskellä on ja mitä sen ympärillä.'),
  source: z.strictObject({
    id: id.describe('Lähteen tunnus tiedostosta sources.yaml.'),
    place: z.string().optional().describe('Kohta lähteessä, esimerkiksi luku 3.1.'),
  }),
  centre: item.omit({ id: true }).describe('Kuvan keskikohta.'),
  rings: z
    .array(item.extend({ items: z.array(item).min(1).describe('Kehän palvelut tai toimijat.') }))
    .min(1)
    .describe('Kehät sisimmästä uloimpaan.'),
});

export type InfographicData = z.infer<typeof infographicSchema>;
