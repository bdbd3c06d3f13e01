import { z } from 'astro/zod';
import { infographicFields, infographicItem, notedItem, singlePart } from './infographicFields.ts';

/** A centre and the rings around it. */
export const networkSchema = z.strictObject({
  kind: z.literal('network').describe('network: keskus ja kehät sen ympärillä.'),
  ...infographicFields,
  centre: singlePart.describe('Kuvan keskikohta.'),
  rings: z
    .array(infographicItem.extend({ items: z.array(infographicItem).min(1).describe('Kehän palvelut tai toimijat.') }))
    .min(1)
    .max(5)
    .describe('Kehät sisimmästä uloimpaan.'),
});

/** A centre and its parts. */
export const hubSchema = z.strictObject({
  kind: z.literal('hub').describe('hub: keskus ja sen osat.'),
  ...infographicFields,
  centre: singlePart.describe('Kuvan keskikohta.'),
  parts: z.array(notedItem).min(2).max(8).describe('Keskuksen osat.'),
});
