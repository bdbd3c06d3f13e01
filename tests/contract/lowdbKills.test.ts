import { describe, expect, it } from 'vitest';
import { killWriters } from '../support/storesKills.ts';

/** `npm run faults` asks for a longer run. */
const kills = Number(process.env['FAULT_KILLS'] ?? 200);

describe('a process killed under 32 writers', () => {
  it(
    'loses nothing it acknowledged, doubles nothing and stores no half group',
    { timeout: 0 },
    async ({ annotate }) => {
      const report = await killWriters(kills);
      await annotate(`${report.kills} kills, ${report.acknowledged} groups acknowledged`);
      expect(report).toMatchObject({ lost: [], doubled: 0, torn: 0 });
      expect(report.kills).toBe(kills);
      expect(report.acknowledged).toBeGreaterThan(report.kills);
    },
  );
});
