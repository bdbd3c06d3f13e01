import type { LoadJob, LoadResult } from '../support/loadGenerator.ts';
import { learnersAtOnce, statementsPerLearner } from '../support/benchStatements.ts';
import { type Generator, type HeldMemory, startProduct, type Target } from './processes.ts';
import type { Scale } from './scale.ts';

/** One line of the report. `ratio` compares with `floor`, the bare server under the same load in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly floor?: number;
  readonly ratio?: number;
}

type Request = LoadJob['request'];

/** What every measurement needs. */
export interface Bench {
  readonly generator: Generator;
  readonly scale: Scale;
}

/** `post-c1`, `post-c10`, `post-c50`, `post-c50-p99` and `batch-50`: writes to the product and to the floor in turn. */
export async function writeFigures(bench: Bench, product: Target, floor: Target): Promise<readonly Figure[]> {
  const single: Request = { kind: 'post', statements: 1 };
  const figures: Figure[] = [];
  for (const connections of [1, 10, 50]) {
    const load = { connections, request: single };
    const results = await inTurn(bench, [product, floor], load);
    const [value, least] = results.map(perSecond) as [number, number];
    figures.push(compared(`post-c${connections}`, value, 'requests/s', least));
    if (connections < 50) continue;
    const [p99, leastP99] = results.map((rounds) => mean(rounds.map((round) => round.p99))) as [number, number];
    figures.push(compared('post-c50-p99', p99, 'ms', leastP99));
  }
  const batch = 50;
  const batches = await inTurn(bench, [product, floor], {
    connections: 4,
    request: { kind: 'post', statements: batch },
  });
  const [value, least] = batches.map((rounds) => perSecond(rounds) * batch) as [number, number];
  return [...figures, compared('batch-50', value, 'statements/s', least)];
}

/** The median time of a page of 50 statements of one agent out of `stored`, a request at a time. */
export async function readFigure(
  name: string,
  bench: Bench,
  product: Target,
  seeded: { readonly run: string; readonly stored: number },
): Promise<Figure> {
  const request: Request = { kind: 'get', run: seeded.run, learners: learnersOf(seeded.stored) };
  const [rounds] = await inTurn(bench, [product], { connections: 1, request });
  return { name, value: rounded(mean(rounds!.map(({ median }) => median))), unit: 'ms' };
}

/** The time of a write in the large store by that in the small one, at 50 connections, the two in turn. */
export async function flatnessFigure(bench: Bench, small: Target, large: Target): Promise<Figure> {
  const { flatness, rounds } = bench.scale;
  // The first round only warms both up: one of them has served requests before.
  const flat: Bench = {
    ...bench,
    scale: { ...bench.scale, rounds: rounds + 1, warmUp: { ms: 0, requests: 0 }, measured: flatness },
  };
  const results = await inTurn(flat, [small, large], { connections: 50, request: { kind: 'post', statements: 1 } });
  const [inSmall, inLarge] = results.map((all) => perSecond(all.slice(1))) as [number, number];
  return { name: 'write-flatness', value: rounded(inSmall / inLarge), unit: 'ratio' };
}

/** Seconds from the start of the process to its first answer; the process goes on as the target that is returned. */
export async function startFigure(name: string, dataDir: string): Promise<{ figure: Figure; product: Target }> {
  const start = performance.now();
  const product = await startProduct(dataDir);
  return { figure: { name, value: rounded((performance.now() - start) / 1000), unit: 's' }, product };
}

/** What the opened store holds in memory, as `heldMemory.ts` counts it, by the bytes of its journal. */
export function memoryFigure({ heldBytes, journalBytes }: HeldMemory): Figure {
  return { name: 'memory-ratio', value: rounded(heldBytes / journalBytes), unit: 'ratio' };
}

/** How many learners have all their statements in a store of this size. */
function learnersOf(stored: number): number {
  const perGeneration = learnersAtOnce * statementsPerLearner;
  return Math.max(1, Math.floor(stored / perGeneration)) * learnersAtOnce;
}

/** The same load for each target in turn, round after round: what the machine does meanwhile meets them alike. */
async function inTurn(
  { generator, scale }: Bench,
  targets: readonly Target[],
  load: Pick<LoadJob, 'connections' | 'request'>,
): Promise<readonly (readonly LoadResult[])[]> {
  const results: LoadResult[][] = targets.map(() => []);
  for (let round = 0; round < scale.rounds; round += 1) {
    for (const [index, { port }] of targets.entries()) {
      results[index]!.push(await generator.run({ ...load, port, warmUp: scale.warmUp, measured: scale.measured }));
    }
  }
  return results;
}

function perSecond(rounds: readonly LoadResult[]): number {
  const sum = (of: (round: LoadResult) => number) => rounds.reduce((total, round) => total + of(round), 0);
  return sum(({ requests }) => requests) / sum(({ seconds }) => seconds);
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function compared(name: string, value: number, unit: string, floor: number): Figure {
  return { name, value: rounded(value), unit, floor: rounded(floor), ratio: rounded(value / floor) };
}

/** Three digits that count. */
function rounded(value: number): number {
  return Number(value.toPrecision(value >= 1000 ? 5 : 3));
}
