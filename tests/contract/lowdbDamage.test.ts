import { beforeEach, describe, expect, it } from 'vitest';
import { DamagedFileError } from '../../src/stores/lowdb/errors.ts';
import { Journal } from '../../src/stores/lowdb/journal.ts';
import { markOf, replaceMark } from '../../src/stores/lowdb/journalMark.ts';
import { SimulatedDisk } from '../support/storesDisk.ts';

const path = '/data/statements.journal';
const lines = 100;
/** Lines 99 and 100 are written and flushed together. */
const lastBatch = [99, 100];

interface Opened {
  readonly records: readonly unknown[];
  readonly recovered: string | null;
}

async function open(disk: SimulatedDisk): Promise<{ journal: Journal } & Opened> {
  const records: unknown[] = [];
  const onFatal = (error: Error) => {
    throw error;
  };
  const journal = await Journal.open({ files: disk, path, onFatal, replay: (record) => records.push(record) });
  return { journal, records, recovered: journal.recovered };
}

/** A closed journal of 100 lines. */
async function written(): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  const { journal } = await open(disk);
  for (let line = 1; line < lastBatch[0]!; line += 1) await journal.append(JSON.stringify(['ä', line]));
  await Promise.all(lastBatch.map((line) => journal.append(JSON.stringify(['ä', line]))));
  await journal.close();
  return disk;
}

/** What an opening makes of a damaged disk; the damaged disk itself stays as it is where it refuses. */
async function outcomeOf(damaged: SimulatedDisk): Promise<Opened | DamagedFileError> {
  const before = damaged.fingerprint();
  try {
    const { journal, ...opened } = await open(damaged);
    await journal.close();
    return opened;
  } catch (error) {
    expect(damaged.fingerprint()).toBe(before);
    expect(error).toBeInstanceOf(DamagedFileError);
    return error as DamagedFileError;
  }
}

type Damaging = (content: Buffer, at: number) => Buffer;

const bitFlip: Damaging = (content, at) => {
  const flipped = Buffer.from(content);
  flipped[at]! ^= 1 << (at % 8);
  return flipped;
};
const cut: Damaging = (content, at) => content.subarray(0, at);
const zeroBlock: Damaging = (content, at) => Buffer.from(content).fill(0, at, Math.min(at + 512, content.length));
const kinds = [
  ['flipped bit', bitFlip],
  ['cut', cut],
  ['block of zeros', zeroBlock],
] as const;

let disk: SimulatedDisk;
let content: Buffer;
beforeEach(async () => {
  disk = await written();
  content = disk.content(path)!;
});

describe.each(kinds)('a %s at any byte of a journal', (_kind, damage) => {
  it('is refused when every line was acknowledged, and nothing is changed', { timeout: 30_000 }, async () => {
    for (let at = 0; at < content.length; at += 1) {
      const damaged = disk.afterKill();
      damaged.put(path, damage(content, at));
      const outcome = await outcomeOf(damaged);
      if (!(outcome instanceof DamagedFileError)) expect.fail(`byte ${at}: ${JSON.stringify(outcome.recovered)}`);
    }
  });

  it('takes at most the batch that was never acknowledged, and says so', { timeout: 30_000 }, async () => {
    await replaceMark(disk, path, lastBatch[0]! - 1);
    const tail = content.lastIndexOf('\n', content.lastIndexOf('\n', content.length - 2) - 1) + 1;
    for (let at = tail; at < content.length; at += 1) {
      const damaged = disk.afterKill();
      damaged.put(path, damage(content, at));
      const outcome = await outcomeOf(damaged);
      if (outcome instanceof DamagedFileError) expect.fail(`byte ${at}: ${outcome.message}`);
      expect(outcome.records.length).toBeGreaterThanOrEqual(lastBatch[0]! - 1);
      const isWhole = outcome.records.length === lines || damaged.content(path)!.length === at;
      if (!isWhole) expect(outcome.recovered).toContain('trimmed');
    }
  });
});

describe('a journal that has gone', () => {
  it('is refused where its mark is left', async () => {
    disk.put(path, null);
    expect(await outcomeOf(disk)).toMatchObject({ code: 'store_damaged' });
  });
});

describe('the mark', () => {
  it.each(kinds)('with a %s at any byte hides no loss', async (_kind, damage) => {
    const mark = disk.content(markOf(path))!;
    for (let at = 0; at < mark.length; at += 1) {
      const damaged = disk.afterKill();
      damaged.put(markOf(path), damage(mark, at));
      const outcome = await outcomeOf(damaged);
      if (!(outcome instanceof DamagedFileError)) expect(outcome.records).toHaveLength(lines);
    }
  });

  it('that is missing is made anew, and that it was missing is told', async () => {
    disk.put(markOf(path), null);
    expect(await outcomeOf(disk)).toMatchObject({ recovered: expect.stringContaining('no mark') as string });
    expect(await outcomeOf(disk)).toMatchObject({ recovered: null });
  });

  it('of a process that was killed names what was acknowledged', async () => {
    const { journal } = await open(disk);
    await journal.append('"one more"');
    await new Promise((resolve) => setTimeout(resolve, 60));
    const killed = disk.afterKill();
    const seen = killed.content(path)!;
    killed.put(path, seen.subarray(0, content.length));
    expect(await outcomeOf(killed)).toMatchObject({ code: 'store_damaged', offset: content.length });
    await journal.close();
  });
});
