import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimits } from './config/rateLimits.ts';

/** A limit's answer: null when the request may pass, else in how many seconds the next one may. */
export type Waiting = number | null;

/** The limits, counted in memory by the minute. Keys are forgotten when their minute is over. */
export interface RateLimiting {
  /** Counts one, and says whether it is one too many. */
  count(limit: keyof RateLimits, key: string): Promise<Waiting>;
  /** Whether the limit is reached already, without counting. */
  reached(limit: keyof RateLimits, key: string): Promise<Waiting>;
}

const minute = 60;

/** Limits for this process alone. */
export function createRateLimiting(limits: RateLimits): RateLimiting {
  const limiterOf = (points: number) => new RateLimiterMemory({ points, duration: minute });
  const limiters: Readonly<Record<keyof RateLimits, RateLimiterMemory>> = {
    failures: limiterOf(limits.failures),
    'sign-ins': limiterOf(limits['sign-ins']),
    writes: limiterOf(limits.writes),
    'client-writes': limiterOf(limits['client-writes']),
    exports: limiterOf(limits.exports),
  };
  return {
    async count(limit, key) {
      try {
        await limiters[limit].consume(key);
        return null;
      } catch (error) {
        if (error instanceof RateLimiterRes) return secondsUntil(error);
        throw error;
      }
    },
    async reached(limit, key) {
      const counted = await limiters[limit].get(key);
      return counted && counted.consumedPoints >= limits[limit] ? secondsUntil(counted) : null;
    },
  };
}

function secondsUntil({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
