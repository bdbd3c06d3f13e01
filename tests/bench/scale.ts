import type { Bounds } from '../support/loadGenerator.ts';

/** How much a run stores and how long it measures. */
export interface Scale {
  /** Statements in the small, the middle and the large store. */
  readonly stores: { readonly small: number; readonly middle: number; readonly large: number };
  /** Of each round, before it counts and while it does. */
  readonly warmUp: Bounds;
  readonly measured: Bounds;
  /** How often the servers that are compared take turns. */
  readonly rounds: number;
  /** The writes of one round of `write-flatness`: few, so that the small store stays small. */
  readonly flatness: Bounds;
  /** How many people the city of the reports has, and how often a report is asked for. */
  readonly city: { readonly people: number; readonly reports: number };
}

/** What the figures are named for. Under five minutes. */
export const full: Scale = {
  stores: { small: 1000, middle: 10_000, large: 250_000 },
  warmUp: { ms: 1000, requests: 20_000 },
  measured: { ms: 2500, requests: 200_000 },
  rounds: 2,
  flatness: { ms: 5000, requests: 3000 },
  city: { people: 38_000, reports: 5 },
};

/** Shows in seconds that every figure can be had. The figures are of other sizes: not to be compared with anything. */
export const quick: Scale = {
  stores: { small: 1000, middle: 10_000, large: 20_000 },
  warmUp: { ms: 100, requests: 200 },
  measured: { ms: 250, requests: 2000 },
  rounds: 1,
  flatness: { ms: 500, requests: 300 },
  city: { people: 500, reports: 2 },
};
