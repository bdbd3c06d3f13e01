/** How much is served in a minute; what comes above it is answered 429. */
export interface RateLimits {
  /** Failed sign-ins from one address, and as many refused client credentials. */
  readonly failures: number;
  /** Sign-ins begun from one address: a whole city may come from one. */
  readonly 'sign-ins': number;
  /** Answers and statements that one person sends. */
  readonly writes: number;
  /** Requests by which one API client writes. */
  readonly 'client-writes': number;
  /** Exports that one person asks for. */
  readonly exports: number;
}

const usual: RateLimits = {
  failures: 60,
  'sign-ins': 3_000,
  writes: 1_200,
  'client-writes': 120_000,
  exports: 60,
};

const most = 1_000_000_000;

/** Reads `RATE_LIMITS`: `name:number` words, each a limit a minute; what is not named stays as usual. */
export function readRateLimits(value: string | undefined, problems: string[]): RateLimits {
  const given: Partial<Record<keyof RateLimits, number>> = {};
  for (const word of (value ?? '').split(/[\s,]+/).filter(Boolean)) {
    const [name = '', number = '', ...rest] = word.split(':');
    const limit = Number(number);
    if (!isLimit(name)) {
      problems.push(`RATE_LIMITS names "${word}": write name:number. Known: ${Object.keys(usual).join(', ')}.`);
    } else if (rest.length > 0 || !/^\d+$/.test(number) || limit < 1 || limit > most) {
      problems.push(`RATE_LIMITS says "${word}": give a number from 1 to ${most}, how many a minute are served.`);
    } else {
      given[name] = limit;
    }
  }
  return { ...usual, ...given };
}

function isLimit(name: string): name is keyof RateLimits {
  return Object.hasOwn(usual, name);
}
