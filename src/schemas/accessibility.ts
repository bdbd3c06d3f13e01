import { z } from 'astro/zod';

const told = z.strictObject({
  fi: z.string().min(1).describe('Suomeksi.'),
  sv: z.string().min(1).describe('Ruotsiksi.'),
  en: z.string().min(1).describe('Englanniksi.'),
});

/**
 * A check of accessibility that people make, in `src/content/accessibility/checks.yaml`: the statement lists it, with its
 * date when it was made (Digital services act 306/2019, section 9; Commission decision (EU) 2018/1523).
 */
export const accessibilityCheckSchema = z.strictObject({
  what: told.describe('Mitä tarkistetaan ja miten.'),
  date: z.iso
    .date()
    .optional()
    .describe('Päivä muodossa 2026-11-25, jolloin tarkistus viimeksi tehtiin. Ilman päivää se on tekemättä.'),
  shortcomings: z
    .array(
      z.strictObject({
        what: told.describe('Mikä ei ole saavutettavaa ja ketä se haittaa.'),
        criterion: z
          .string()
          .regex(/^[1-4]\.\d\.\d{1,2}$/, 'Kirjoita WCAG:n kriteerin numero muodossa 1.2.5.')
          .describe('WCAG 2.2:n kriteeri, joka ei täyty, esimerkiksi 1.2.5.'),
      }),
    )
    .default([])
    .describe('Puutteet, jotka tarkistuksessa löytyivät ja joita ei ole vielä korjattu.'),
});

export type AccessibilityCheck = z.infer<typeof accessibilityCheckSchema>;

/** What the browser tests looked at when they were last all run: `npm run accessibility` writes it. */
export const automatedCheckSchema = z.strictObject({
  date: z.iso.date(),
  /** Name and version of what looked. */
  engine: z.string().min(1),
  /** The addresses that were looked at. */
  pages: z.array(z.string().startsWith('/')),
  /** How many looks there were: a page in each of its states, in light and in dark colours. */
  states: z.int().positive(),
});

export type AutomatedCheck = z.infer<typeof automatedCheckSchema>;
