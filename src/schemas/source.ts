import { z } from 'astro/zod';

/** One source of `src/content/sources/sources.yaml`, keyed by its id. */
export const sourceSchema = z.strictObject({
  title: z.string().min(1).describe('Lähteen nimi.'),
  short: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .describe('Lyhyt nimi, jolla lähde mainitaan tekstissä, esimerkiksi THL 2023. Ilman sitä mainitaan title ja year.'),
  publisher: z.string().min(1).describe('Julkaisija.'),
  year: z.int().min(1900).max(2100).describe('Julkaisuvuosi.'),
  date: z.iso.date().optional().describe('Julkaisupäivä muodossa 2022-12-28.'),
  url: z.url().optional().describe('Osoite, jos lähde on verkossa.'),
});

export type SourceData = z.infer<typeof sourceSchema>;
