import type { ModuleNode } from '../../course/tree.ts';
import { accountNameOf, isServer, sameActor } from '../../xapi/actors.ts';
import { activityIds } from '../../xapi/ids.ts';
import type { StoredStatement } from '../../xapi/types.ts';
import { answered, experienced } from '../../xapi/verbs.ts';
import { median } from './itemAnalysis.ts';
import { toldShare, wholeTens } from './shownFigures.ts';

/** What is told of a section; each null while it is of fewer than ten learners. */
export interface SectionFigures {
  /** Of those who began the module, how many went through this section, in per cent, rounded to fives. */
  readonly through: { readonly share: number; readonly learners: number } | null;
  /** The median time in it, of those of whom it can be told. */
  readonly time: { readonly seconds: number; readonly learners: number } | null;
}

/** A longer time without anything recorded is a break: what lies around it tells nothing of how long a section takes. */
const longestPause = 10 * 60_000;

/**
 * The figures of each section of a module, in their order. A section's time is estimated from what was recorded: from the last
 * thing before it to the first time the learner went on from it, all in one sitting. Where a sitting began in the section, its
 * beginning was not recorded and the learner is left out; so the first section of a module seldom has a time.
 *
 * @param statements `experienced` and `answered`, in the order they were stored
 */
export function sectionFigures(
  module: ModuleNode,
  statements: readonly StoredStatement[],
  idBase: string,
): readonly SectionFigures[] {
  const learners = [...eventsByLearner(module, statements, idBase).values()];
  const began = wholeTens(learners);
  const times = learners.map(timesIn);
  return module.sections.map(({ id }) => {
    const wentOn = began?.filter((events) => events.some(({ section, ends }) => ends && section === id));
    const measured = wholeTens(times.flatMap((time) => time.get(id) ?? []));
    return {
      through: began && wentOn ? { share: toldShare(wentOn.length / began.length), learners: began.length } : null,
      time: measured && { seconds: Math.round(median(measured)), learners: measured.length },
    };
  });
}

interface Event {
  readonly section: string;
  /** Unix time, in milliseconds. */
  readonly at: number;
  /** Whether the learner went on from the section by it. */
  readonly ends: boolean;
}

/** What each learner did in a module, the learners in the order they began. */
function eventsByLearner(
  module: ModuleNode,
  statements: readonly StoredStatement[],
  idBase: string,
): ReadonlyMap<string, Event[]> {
  const ids = activityIds(idBase);
  const places = new Map<string, string>();
  for (const { id, questions } of module.sections) {
    places.set(ids.section(module.id, id), id);
    for (const question of questions) {
      const [quiz = '', name = ''] = question.split('/');
      places.set(ids.question(quiz, name), id);
    }
  }
  const learners = new Map<string, Event[]>();
  for (const { actor, authority, verb, object, timestamp } of statements) {
    const account = accountNameOf(actor, idBase);
    const section = 'id' in object ? places.get(object.id) : undefined;
    const ends = verb.id === experienced.id;
    const counts = ends ? sameActor(actor, authority) : verb.id === answered.id && isServer(authority, idBase);
    if (account === null || section === undefined || !counts) continue;
    const events = learners.get(account) ?? [];
    events.push({ section, at: Date.parse(timestamp), ends });
    learners.set(account, events);
  }
  return learners;
}

/** How long a learner was in each section the first time, in seconds, where it can be told. */
function timesIn(events: readonly Event[]): ReadonlyMap<string, number> {
  const spent = new Map<string, number>();
  const broken = new Set<string>();
  const ended = new Set<string>();
  let before = -Infinity;
  for (const { section, at, ends } of [...events].sort((a, b) => a.at - b.at)) {
    const pause = at - before;
    before = at;
    if (ended.has(section)) continue;
    if (pause > longestPause) broken.add(section);
    else spent.set(section, (spent.get(section) ?? 0) + pause / 1000);
    if (ends) ended.add(section);
  }
  return new Map([...spent].filter(([section]) => ended.has(section) && !broken.has(section)));
}
