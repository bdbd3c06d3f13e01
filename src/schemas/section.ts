import { z } from 'astro/zod';

/** Frontmatter of `src/content/modules/<module>/<section>.mdx`; its body is what is read. */
export const sectionSchema = z.strictObject({
  title: z.string().min(1).describe('Osion otsikko.'),
  lead: z.string().min(1).describe('Ingressi: yksi tai kaksi virkettä, joista osion ydin selviää.'),
});

export type SectionData = z.infer<typeof sectionSchema>;
