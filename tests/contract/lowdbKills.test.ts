import { describe, expect, it } from 'vitest';
import { killWriters } from '../support/storesKills.ts';

/** `tools/faults.ts` asks for a long run; in the suite it is as many as fit into the time, and the test says how many. */
const wanted = Number(process.env['FAULT_KILLS'] ?? 0);
const kills = wanted || 200;
const milliseconds = wanted > 0 ? Infinity : 12_000;

describe('a process killed under 32 writers', () => {
  it(
    'loses nothing it acknowledged, doubles nothing and stores no half group',
    { timeout: 0 },
    async ({ annotate }) => {
      const report = await killWriters(kills, performance.now() + milliseconds);
      await annotate(`${report.kills} kills, ${report.acknowledged} groups acknowledged`);
      expect(report).toMatchObject({ lost: [], doubled: 0, torn: 0 });
      expect(report.kills).toBeGreaterThanOrEqual(Math.min(kills, 10));
      expect(report.acknowledged).toBeGreaterThan(report.kills);
    },
  );
});
