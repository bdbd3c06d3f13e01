import { z } from 'astro/zod';
import { id } from './id.ts';

/** The accent colours a module may take: Helsinki's palette. */
export const accents = ['engel', 'summer', 'suomenlinna', 'copper', 'fog'] as const;
export type Accent = (typeof accents)[number];

/** Frontmatter of `src/content/modules/<module>/index.mdx`; its body introduces the module on the module's page. */
export const moduleSchema = z.strictObject({
  title: z.string().min(1).describe('Moduulin nimi.'),
  summary: z.string().min(1).describe('Yksi tai kaksi virkettä: mitä moduulissa oppii. Näkyy etusivun kortissa.'),
  version: z
    .int()
    .positive()
    .describe('Sisällön versio. Nosta yhdellä, kun sisältö muuttuu olennaisesti.'),
  targetMinutes: z.int().min(1).max(60).describe('Tavoitekesto minuutteina.'),
  accent: z.enum(accents).describe('Moduulin väri Helsingin paletista.'),
  objectives: z
    .array(
      z.strictObject({
        id: id.describe('Tavoitteen tunnus, jolla kysymys viittaa siihen.'),
        text: z.string().min(1).describe('Mitä osallistuja osaa moduulin jälkeen.'),
      }),
    )
    .default([])
    .describe('Osaamistavoitteet: mitä osallistuja osaa moduulin jälkeen.'),
  sections: z.array(id).default([]).describe('Osioiden tunnukset järjestyksessä. Tunnus on osion tiedostonimi ilman päätettä.'),
  announced: z.boolean().default(false).describe('Tosi: moduulista näytetään vain nimi ja esittely, kunnes se julkaistaan.'),
  draft: z.boolean().default(false).describe('Tosi: moduuli näkyy vain esikatselussa.'),
  closingQuiz: z
    .strictObject({
      quiz: id.describe('Lopputestin kysymyssarjan tunnus.'),
      mastery: z.number().gt(0).lte(1).describe('Osuus, joka pitää saada oikein, esimerkiksi 0.8.'),
    })
    .optional()
    .describe('Lopputesti, jos moduulissa on sellainen.'),
});

export type ModuleData = z.infer<typeof moduleSchema>;
