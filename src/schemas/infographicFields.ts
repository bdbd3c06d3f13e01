import { z } from 'astro/zod';
import { id } from './id.ts';
import { reviewBy } from './review.ts';

/** What every infographic says of itself, whatever its kind. */
export const infographicFields = {
  title: z.string().min(1).describe('Kuvan otsikko.'),
  description: z.string().min(1).describe('Kuvan sisältö sanoina: mitä kuvassa on ja miten sen osat liittyvät toisiinsa.'),
  source: z.strictObject({
    id: id.describe('Lähteen tunnus tiedostosta sources.yaml.'),
    place: z.string().optional().describe('Kohta lähteessä, esimerkiksi luku 3.1.'),
    reviewBy: reviewBy.optional(),
  }),
};

const detail = z.string().min(1).describe('Yksi virke: mitä tämä on. Näkyy tekstivastineessa.');

/** A part of a picture: few words in it, a sentence in the text equal. */
export const infographicItem = z.strictObject({
  id,
  label: z.string().min(1).max(40).describe('Lyhyt nimi kuvassa, enintään 40 merkkiä, yksi sana enintään 22.'),
  detail,
});

/** A part with a second line: who, when or how often. */
export const notedItem = infographicItem.extend({
  note: z.string().min(1).max(40).optional().describe('Toinen rivi kuvassa: kuka, milloin tai kuinka usein.'),
});

/** A line of a list in the picture, which has more room. */
export const listedItem = infographicItem.extend({
  label: z.string().min(1).max(70).describe('Luettelon rivi kuvassa, enintään 70 merkkiä, yksi sana enintään 22.'),
});

/** A part that there is one of, so that it needs no id. */
export const singlePart = infographicItem.omit({ id: true });
