import { z } from 'astro/zod';
import { id } from './id.ts';

/** A course: what it is called and which modules it holds, in order. `src/content/courses/<course>.yaml` */
export const courseSchema = z.strictObject({
  title: z.string().min(1).describe('Kurssin nimi, näkyy etusivun otsikkona.'),
  summary: z.string().min(1).describe('Yksi tai kaksi virkettä: mitä kurssilla oppii.'),
  modules: z.array(id).min(1).describe('Moduulien tunnukset siinä järjestyksessä, jossa ne näkyvät.'),
});

export type CourseData = z.infer<typeof courseSchema>;
