import { z } from 'astro/zod';
import { compareSchema, groupsSchema, pictogramSchema, swotSchema } from './infographicComparisons.ts';
import { ladderSchema, phasesSchema, processSchema, scaleSchema } from './infographicCourses.ts';
import { hubSchema, networkSchema } from './infographicWholes.ts';

/** An infographic's data: `src/content/infographics/<id>.yaml`. `kind` tells how it is drawn. */
export const infographicSchema = z.discriminatedUnion('kind', [
  networkSchema,
  hubSchema,
  processSchema,
  phasesSchema,
  scaleSchema,
  groupsSchema,
  compareSchema,
  pictogramSchema,
  swotSchema,
  ladderSchema,
]);

export type InfographicData = z.infer<typeof infographicSchema>;
export type InfographicKind = InfographicData['kind'];

/** The data of one kind. */
export type InfographicOf<Kind extends InfographicKind> = Extract<InfographicData, { kind: Kind }>;
