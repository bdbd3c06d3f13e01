import { z } from 'astro/zod';

/** An id that appears in addresses, the ledger and activity IRIs: small letters a–z, digits and single hyphens. */
export const id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use small letters a–z, digits and single hyphens')
  .describe('Pysyvä tunnus: pienet kirjaimet a–z, numerot ja yhdysmerkit. Tunnusta ei muuteta julkaisun jälkeen.');
