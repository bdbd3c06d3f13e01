import type { PeopleState, PeopleStore, Person, SessionStore } from '../ports.ts';
import { forgetNames, isForgotten } from './forget.ts';

/** How long what is kept, by class; `oppihetki.config.ts` sets it, docs/privacy.md says why. */
export interface RetentionTimes {
  /** Months after somebody left until it is forgotten who that was. */
  readonly namesOfLeavers: number;
  /** Months after somebody who never was on the roster did anything here until it is forgotten who that was. */
  readonly namesOfUnlisted: number;
  /** Months after somebody left until the nameless record is erased too; null keeps it. */
  readonly recordsOfLeavers: number | null;
  /** Months that an entry of the audit log is kept. */
  readonly auditLog: number;
  /** Months that the last import of the roster can be undone: names stand in what undoes it. */
  readonly rosterUndo: number;
}

/** What is past its time. */
export interface RetentionPlan {
  /** Whose name is to be forgotten. */
  readonly names: readonly Person[];
  /** Whose record is to be erased; their names are forgotten, or go with it. */
  readonly records: readonly Person[];
  /** Entries of the audit log from before this instant go, ISO 8601 UTC. */
  readonly auditBefore: string;
  readonly dropsUndo: boolean;
}

export interface RetentionDone {
  readonly names: number;
  readonly records: number;
  readonly auditEntries: number;
  readonly undos: number;
}

/** What is wrong with the times, a plain sentence each. */
export function retentionProblems(times: RetentionTimes): readonly string[] {
  const problems = Object.entries(times).flatMap(([name, months]: [string, number | null]) =>
    months === null || (Number.isInteger(months) && months >= 1 && months <= 1200)
      ? []
      : [`retention.${name} is ${months}: give whole months, from 1 to 1200.`],
  );
  if (times.recordsOfLeavers !== null && times.recordsOfLeavers < times.namesOfLeavers)
    problems.push('retention.recordsOfLeavers is shorter than namesOfLeavers: records go with or after the name.');
  return problems;
}

/**
 * What is past its time at an instant.
 *
 * @param lastActive when each person was last seen to do anything, ISO 8601 UTC, by the person's id.
 */
export function planRetention(
  { people, undo }: PeopleState,
  times: RetentionTimes,
  now: Date,
  lastActive: ReadonlyMap<string, string>,
): RetentionPlan {
  const leftBefore = (months: number | null) => (person: Person) =>
    months !== null && person.leftAt !== null && person.leftAt < monthsBefore(now, months);
  const isSilent = (person: Person) =>
    isUnlisted(person) && (lastActive.get(person.id) ?? '') < monthsBefore(now, times.namesOfUnlisted);
  const records = people.filter(leftBefore(times.recordsOfLeavers));
  const isPast = leftBefore(times.namesOfLeavers);
  const names = people.filter((person) => (isPast(person) || isSilent(person)) && !isForgotten(person));
  return {
    records,
    names: names.filter((person) => !records.includes(person)),
    auditBefore: monthsBefore(now, times.auditLog),
    dropsUndo: undo !== null && undo.at < monthsBefore(now, times.rosterUndo),
  };
}

/** Whether a person has signed in and never was on the roster: nobody tells when such a one leaves. */
function isUnlisted({ key, rosterId, leftAt }: Person): boolean {
  return key !== null && rosterId === null && leftAt === null;
}

/**
 * Carries a plan out: each part is durable before the next begins, and whatever a kill cuts short the next run does.
 *
 * @param parts.erase erases a person and everything about them.
 */
export async function carryOutRetention(
  parts: {
    readonly people: PeopleStore;
    readonly sessions: SessionStore;
    readonly audit: { removeBefore(instant: string): Promise<number> };
    readonly erase: (person: Person) => Promise<unknown>;
  },
  { names, records, auditBefore, dropsUndo }: RetentionPlan,
  now: Date,
): Promise<RetentionDone> {
  const { people, sessions, audit, erase } = parts;
  if (names.length > 0) {
    const ids = names.map(({ id }) => id);
    await forgetNames({ people, sessions }, ids, now);
  }
  for (const person of records) await erase(person);
  if (dropsUndo) await people.change((present) => ({ ...present, undo: null }));
  const auditEntries = await audit.removeBefore(auditBefore);
  return { names: names.length, records: records.length, auditEntries, undos: dropsUndo ? 1 : 0 };
}

/** The same time of day so many months earlier, ISO 8601 UTC; the last day of a month that is too short for the day. */
export function monthsBefore(now: Date, months: number): string {
  const then = new Date(now);
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return then.toISOString();
}
