import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fuzz, type FuzzOutcome } from '../support/fuzzRun.ts';
import { shrunk } from './shrink.ts';

const usage = `Usage: node tests/fuzz/run.ts --seconds <number> [--seed <number>]
Sends requests made from a seed to /xapi on a store in a temporary folder and holds every rule to the answers, round after
round with the next seed, those with an even one over a port. Prints each seed; when a rule is broken, also the fewest and shortest requests that break it.`;

/** How many requests one store gets before it is restarted and looked at. */
const perRound = 5_000;
/** How long it may look for the fewest requests that fail, in seconds. */
const toShrink = 60;
/** What may be in use once a store is closed, in bytes: the code, and nothing that grows. */
const mostInUse = 150 * 2 ** 20;

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
    const outcome = await fuzz(seed, seed % 2 === 0, (sent) => sent === perRound || isLate());
    const inUse = bytesInUse();
    report(seed, outcome, (performance.now() - begun) / 1_000, inUse);
    if (inUse > mostInUse) {
      console.log(`BROKEN: ${inUse} bytes are in use after the round`);
      return 1;
    }
    if (outcome.failure === null) continue;
    console.log(`BROKEN: ${outcome.failure.rule}`);
    for (const request of await shrunk(outcome.failure, toShrink)) console.log(JSON.stringify(request));
    return 1;
  }
  return 0;
}

/** Memory in use after a garbage collection, in bytes. */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function report(seed: number, { sent, seen }: FuzzOutcome, seconds: number, inUse: number): void {
  const statuses = [...seen].sort(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`);
  const memory = Math.round(inUse / 2 ** 20);
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
