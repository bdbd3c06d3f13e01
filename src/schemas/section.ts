import { z } from 'astro/zod';

/** Frontmatter of `src/content/modules/<module>/<section>.mdx`; its body is what is read. */
export const sectionSchema = z.strictObject({
  title: z.string().min(1).describe('Osion otsikko.'),
  lead: z.string().min(1).describe('Ingressi: yksi tai kaksi virkettä, joista osion ydin selviää.'),
  changedIn: z
    .int()
    .positive()
    .default(1)
    .describe(
      'Moduulin versio, jossa osio viimeksi muuttui olennaisesti tai tuli mukaan. Moduulin aiemmin suorittaneita pyydetään käymään osio läpi uudelleen.',
    ),
});

export type SectionData = z.infer<typeof sectionSchema>;
