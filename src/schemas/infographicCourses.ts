import { z } from 'astro/zod';
import { infographicFields, notedItem, singlePart } from './infographicFields.ts';

/** Steps in order, an arrow from each to the next. */
export const processSchema = z.strictObject({
  kind: z.literal('process').describe('process: vaiheet, joista nuoli vie seuraavaan.'),
  ...infographicFields,
  steps: z.array(notedItem).min(2).max(10).describe('Vaiheet järjestyksessä.'),
});

/** Phases in order, one of which may open into phases of its own. */
export const phasesSchema = z.strictObject({
  kind: z.literal('phases').describe('phases: jaksot, joista yksi voi avautua omiin jaksoihinsa.'),
  ...infographicFields,
  phases: z
    .array(
      notedItem.extend({
        opens: z.array(notedItem).min(2).max(6).optional().describe('Jaksot, joihin tämä avautuu.'),
      }),
    )
    .min(2)
    .max(9)
    .describe('Jaksot järjestyksessä.'),
});

/** Steps that rise, the lowest first. */
export const ladderSchema = z.strictObject({
  kind: z.literal('ladder').describe('ladder: nousevat askeleet.'),
  ...infographicFields,
  steps: z.array(notedItem).min(2).max(8).describe('Askeleet alimmasta ylimpään.'),
});

/** A line from 0 to 10 with what its ends mean, and points on it. */
export const scaleSchema = z.strictObject({
  kind: z.literal('scale').describe('scale: jana nollasta kymmeneen.'),
  ...infographicFields,
  low: singlePart.describe('Mitä 0 tarkoittaa.'),
  high: singlePart.describe('Mitä 10 tarkoittaa.'),
  points: z
    .array(notedItem.extend({ at: z.number().min(0).max(10).describe('Kohta janalla, 0–10.') }))
    .max(4)
    .default([])
    .describe('Merkityt kohdat pienimmästä suurimpaan.'),
});
