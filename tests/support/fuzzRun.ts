import { diceOf } from './fuzzDice.ts';
import { type FuzzRequest, fuzzRequests } from './fuzzRequests.ts';
import { type FuzzSession, fuzzSession } from './fuzzSession.ts';
import { openFuzzTarget } from './fuzzTarget.ts';

/** What a run came to. */
export interface FuzzOutcome {
  readonly sent: number;
  readonly seen: ReadonlyMap<number, number>;
  /** The first rule that was broken, and the requests up to the one that broke it; null where all hold. */
  readonly failure: FuzzFailure | null;
}

export interface FuzzFailure {
  readonly rule: string;
  readonly requests: readonly FuzzRequest[];
  readonly isServed: boolean;
}

/**
 * Sends requests made from the seed to a store of its own until `isEnough` of their number, or until a rule is broken.
 *
 * @param isServed see `openFuzzTarget`
 */
export async function fuzz(seed: number, isServed: boolean, isEnough: (sent: number) => boolean): Promise<FuzzOutcome> {
  const next = fuzzRequests(diceOf(seed));
  const requests: FuzzRequest[] = [];
  const made = () => {
    if (isEnough(requests.length)) return null;
    requests.push(next());
    return requests.at(-1)!;
  };
  const { rule, seen } = await played(isServed, made);
  return { sent: requests.length, seen, failure: rule === null ? null : { rule, requests, isServed } };
}

/** The rule that these requests break on a store of their own, or null. */
export async function replayed(requests: readonly FuzzRequest[], isServed: boolean): Promise<string | null> {
  const left = [...requests];
  return (await played(isServed, () => left.shift() ?? null)).rule;
}

async function played(
  isServed: boolean,
  next: () => FuzzRequest | null,
): Promise<{ rule: string | null; seen: FuzzSession['seen'] }> {
  const target = await openFuzzTarget(isServed);
  try {
    const session = await fuzzSession(target);
    const { seen } = session;
    for (let request = next(); request !== null; request = next()) {
      const rule = await session.step(request).catch((error: unknown) => `it failed: ${String(error)}`);
      if (rule !== null) return { rule, seen };
    }
    return { rule: await session.finish(), seen };
  } finally {
    await target.dispose();
  }
}
