import { z } from 'astro/zod';
import { infographicFields, infographicItem, listedItem, singlePart } from './infographicFields.ts';

const field = singlePart.extend({ items: z.array(listedItem).min(1).max(8).describe('Kentän kohdat.') });

/** Lists under headings. */
export const groupsSchema = z.strictObject({
  kind: z.literal('groups').describe('groups: luettelot otsikoiden alla.'),
  ...infographicFields,
  groups: z
    .array(infographicItem.extend({ items: z.array(listedItem).min(1).max(16).describe('Ryhmän kohdat.') }))
    .min(2)
    .max(6)
    .describe('Ryhmät järjestyksessä.'),
});

/** Strengths, weaknesses, opportunities and threats. */
export const swotSchema = z.strictObject({
  kind: z.literal('swot').describe('swot: vahvuudet, heikkoudet, mahdollisuudet ja uhat.'),
  ...infographicFields,
  strengths: field.describe('Vahvuudet.'),
  weaknesses: field.describe('Heikkoudet.'),
  opportunities: field.describe('Mahdollisuudet.'),
  threats: field.describe('Uhat.'),
});

const side = singlePart.extend({
  label: z.string().min(1).max(70).describe('Tämän puolen sana kuvassa, enintään 70 merkkiä, yksi sana enintään 22.'),
});

/** Two sides row by row. */
export const compareSchema = z.strictObject({
  kind: z.literal('compare').describe('compare: kaksi rinnakkain, rivi riviltä.'),
  ...infographicFields,
  left: singlePart.describe('Vasemman puolen otsikko.'),
  right: singlePart.describe('Oikean puolen otsikko.'),
  change: z.boolean().default(false).describe('true, kun vasen muuttuu oikeaksi: väliin piirretään nuoli.'),
  rows: z
    .array(infographicItem.omit({ detail: true }).extend({ left: side, right: side }))
    .min(1)
    .max(8)
    .describe('Rivit: mitä verrataan ja mitä kummallakin puolella on.'),
});

/** So many of so many, drawn as figures. */
export const pictogramSchema = z.strictObject({
  kind: z.literal('pictogram').describe('pictogram: lukumäärät hahmoina.'),
  ...infographicFields,
  rows: z
    .array(
      infographicItem.extend({
        figure: z.enum(['person', 'contract']).default('person').describe('Mitä kukin hahmo on.'),
        total: z.int().min(1).max(100).describe('Kaikki hahmot.'),
        marked: z.int().min(0).max(100).describe('Värilliset hahmot, enintään total.'),
        percent: z.boolean().default(false).describe('true, kun luku näytetään prosentteina.'),
      }),
    )
    .min(1)
    .max(6)
    .describe('Rivit järjestyksessä.'),
});
