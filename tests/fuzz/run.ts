import { parseArgs } from 'node:util';
import { fuzz, type FuzzOutcome } from '../support/fuzzRun.ts';
import { shrunk } from './shrink.ts';

const usage = `Usage: node tests/fuzz/run.ts --seconds <number> [--seed <number>]
Sends requests made from a seed to /xapi on a store in a temporary folder and holds every rule to the answers, round after
round with the next seed. Prints each seed; when a rule is broken, also the fewest and shortest requests that break it.`;

/** How many requests one store gets before it is restarted and looked at. */
const perRound = 5_000;

const asked = readArguments();
if (asked === null) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(asked.seconds, asked.seed);
}

async function run(seconds: number, firstSeed: number): Promise<number> {
  const start = performance.now();
  const isLate = () => performance.now() - start > seconds * 1_000;
  for (let seed = firstSeed; !isLate(); seed += 1) {
    const begun = performance.now();
    const outcome = await fuzz(seed, (sent) => sent === perRound || isLate());
    report(seed, outcome, (performance.now() - begun) / 1_000);
    if (outcome.failure === null) continue;
    console.log(`BROKEN: ${outcome.failure.rule}`);
    for (const request of await shrunk(outcome.failure)) console.log(JSON.stringify(request));
    return 1;
  }
  return 0;
}

function report(seed: number, { sent, seen }: FuzzOutcome, seconds: number): void {
  const statuses = [...seen].sort(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`);
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(
    `seed ${seed}: ${sent} requests in ${seconds.toFixed(1)} s, ${Math.round(sent / seconds)}/s, ${memory} MB; ${statuses.join(', ')}`,
  );
}

function readArguments(): { readonly seconds: number; readonly seed: number } | null {
  try {
    const { values } = parseArgs({ options: { seconds: { type: 'string' }, seed: { type: 'string', default: '1' } } });
    const numbers = [values.seconds ?? '', values.seed];
    if (!numbers.every((text) => /^[1-9]\d{0,8}$/.test(text))) return null;
    return { seconds: Number(values.seconds), seed: Number(values.seed) };
  } catch {
    return null;
  }
}
