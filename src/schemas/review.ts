import { z } from 'astro/zod';

/** When a claim should be looked at again: after that day the content check reminds its author. */
export const reviewBy = z.iso
  .date()
  .describe('Päivä muodossa 2027-01-31, jolloin tieto viimeistään tarkistetaan.');
