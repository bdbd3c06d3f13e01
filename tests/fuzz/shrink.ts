import type { FuzzRequest } from '../support/fuzzRequests.ts';
import { type FuzzFailure, replayed } from '../support/fuzzRun.ts';

/**
 * Fewer and shorter requests that still break the same rule: the last alone or with as few as possible of those before it,
 * then without its headers one by one, then with as little of its body as will do.
 *
 * @param seconds how long it may try
 */
export async function shrunk(
  { rule, requests, isServed }: FuzzFailure,
  seconds: number,
): Promise<readonly FuzzRequest[]> {
  const end = performance.now() + seconds * 1_000;
  const kind = kindOf(rule);
  const breaks = async (tried: readonly FuzzRequest[]) => {
    if (performance.now() > end) return false;
    return kindOf((await replayed(tried, isServed)) ?? '') === kind;
  };

  let fewest = requests;
  const last = requests.at(-1)!;
  if (await breaks([last])) fewest = [last];
  for (
    let size = Math.ceil(fewest.length / 2);
    size >= 1 && fewest.length > 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < fewest.length - 1;) {
      const without = fewest.filter((_, index) => index < at || index >= at + size || index === fewest.length - 1);
      if (await breaks(without)) fewest = without;
      else at += size;
    }
  }

  const [culprit, before] = [fewest.at(-1)!, fewest.slice(0, -1)];
  let smallest = culprit;
  const keep = async (tried: FuzzRequest) => {
    if (await breaks([...before, tried])) smallest = tried;
    return smallest === tried;
  };
  for (const name of Object.keys(culprit.headers)) {
    const { [name]: _dropped, ...headers } = smallest.headers;
    await keep({ ...smallest, headers });
  }
  for (let size = Math.floor((smallest.body?.length ?? 0) / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < smallest.body!.length;) {
      const body = smallest.body!.slice(0, at) + smallest.body!.slice(at + size);
      if (!(await keep({ ...smallest, body }))) at += size;
    }
  }
  return [...before, smallest];
}

/** A rule without the ids and figures that differ from run to run. */
function kindOf(rule: string): string {
  return rule.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '');
}
