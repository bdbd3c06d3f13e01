import lighthouse, { type Flags, type Result } from 'lighthouse';
import type { PageKind } from '../support/pageKinds.ts';

/** What Lighthouse found of one page. */
export interface Figures {
  readonly name: string;
  readonly path: string;
  /** From 0 to 100; null where it was not asked, or falls short of 100 by what is meant. */
  readonly scores: Readonly<Record<'performance' | 'accessibility' | 'bestPractices' | 'seo', number | null>>;
  readonly seconds: { readonly firstContent: number; readonly largestContent: number };
  /** Cumulative layout shift, a number without a unit: 0 is none. */
  readonly shift: number;
  /** Total blocking time, in milliseconds. */
  readonly blocked: number;
  /** What falls short of 100, and does not depend on the machine's speed. */
  readonly shortcomings: readonly string[];
  /** What Lighthouse finds and we mean. */
  readonly expected: readonly string[];
}

/** More than this is seen to move. */
const stillness = 0.01;

/** A phone on a slow network in a city (Lighthouse's mobile profile), with its delays applied to what the browser does. */
const applied = {
  requestLatencyMs: 562.5,
  downloadThroughputKbps: 1474.56,
  uploadThroughputKbps: 675,
  cpuSlowdownMultiplier: 4,
};

/** Lighthouse's mobile profile: times are calculated for the slow network, all four categories. */
export async function measure(origin: string, kind: PageKind, port: number): Promise<Figures> {
  return figuresOf(kind, kind.name, await run(origin, kind, { port }));
}

/** The times alone, with the delays applied. */
export async function measureApplied(origin: string, kind: PageKind, port: number): Promise<Figures> {
  const flags: Flags = { port, onlyCategories: ['performance'], throttlingMethod: 'devtools', throttling: applied };
  return figuresOf(kind, `${kind.name}, delays applied`, await run(origin, kind, flags));
}

/** What an answer of 404 brings with it: the status, and the browser's own line about it in its console. */
const answeredAs404 = ['http-status-code', 'errors-in-console'];

/** Lighthouse now and then misses the beginning of a page on a busy machine, and asks to be run again. */
const tries = 3;

async function run(origin: string, { path, missing }: PageKind, flags: Flags): Promise<Result> {
  let failure = 'not measured';
  for (let count = 0; count < tries; count += 1) {
    const common = { logLevel: 'error', ignoreStatusCode: missing === true } as const;
    const result = (await lighthouse(`${origin}${path}`, { ...common, ...flags }))?.lhr;
    if (result && !result.runtimeError) return result;
    failure = result?.runtimeError?.message ?? failure;
  }
  throw new Error(`${path}: ${failure}`);
}

function figuresOf(kind: PageKind, name: string, { audits, categories }: Result): Figures {
  const failedIn = (category: string) =>
    (categories[category]?.auditRefs ?? []).filter(({ id, weight }) => weight > 0 && isShort(audits[id]?.score));
  const isMeant = ({ id }: { id: string }) =>
    (!kind.indexed && id === 'is-crawlable') || (kind.missing === true && answeredAs404.includes(id));
  const scoreOf = (category: string) => {
    const score = categories[category]?.score;
    return typeof score !== 'number' || failedIn(category).some(isMeant) ? null : Math.round(score * 100);
  };
  const failed = ['accessibility', 'best-practices', 'seo'].flatMap((category) =>
    failedIn(category).map(({ id }) => ({ id, text: `${category}: ${audits[id]?.title} (${id})` })),
  );
  const valueOf = (id: string) => audits[id]?.numericValue ?? 0;
  const shift = valueOf('cumulative-layout-shift');
  return {
    name,
    path: kind.path,
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      bestPractices: scoreOf('best-practices'),
      seo: scoreOf('seo'),
    },
    seconds: {
      firstContent: valueOf('first-contentful-paint') / 1000,
      largestContent: valueOf('largest-contentful-paint') / 1000,
    },
    shift,
    blocked: valueOf('total-blocking-time'),
    shortcomings: [
      ...failed.filter((one) => !isMeant(one)).map(({ text }) => text),
      ...(shift > stillness ? [`the page moves while it loads: ${shift.toFixed(3)}`] : []),
    ],
    expected: failed.filter(isMeant).map(({ text }) => text),
  };
}

function isShort(score: number | null | undefined): boolean {
  return typeof score === 'number' && score < 1;
}
