import lighthouse, { type Flags, type Result } from 'lighthouse';
import type { PageKind } from '../support/pageKinds.ts';

/** What Lighthouse found of one page. */
export interface Figures {
  readonly name: string;
  readonly path: string;
  /** From 0 to 100; null where it was not asked, or the page asks search engines to leave it alone. */
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
  const scoreOf = (category: string) => {
    const score = categories[category]?.score;
    return typeof score === 'number' ? Math.round(score * 100) : null;
  };
  const meant = [...(kind.indexed ? [] : ['is-crawlable']), ...(kind.missing ? ['http-status-code'] : [])];
  const failed = ['accessibility', 'best-practices', 'seo'].flatMap((category) =>
    (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const { score, title } = audits[id]!;
      return weight > 0 && score !== null && score < 1 ? [{ id, text: `${category}: ${title} (${id})` }] : [];
    }),
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
      seo: kind.indexed ? scoreOf('seo') : null,
    },
    seconds: {
      firstContent: valueOf('first-contentful-paint') / 1000,
      largestContent: valueOf('largest-contentful-paint') / 1000,
    },
    shift,
    blocked: valueOf('total-blocking-time'),
    shortcomings: [
      ...failed.filter(({ id }) => !meant.includes(id)).map(({ text }) => text),
      ...(shift > stillness ? [`the page moves while it loads: ${shift.toFixed(3)}`] : []),
    ],
    expected: failed.filter(({ id }) => meant.includes(id)).map(({ text }) => text),
  };
}
