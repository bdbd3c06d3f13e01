import type { DraftStatement, NewStatement, Statement, StoredStatement } from '../xapi/types.ts';
import type { AppendOutcome, StatementStore } from './ports.ts';

/**
 * The statements that follow from a registration's statements and are not among them yet, such as `passed` and
 * `completed`. Pure but for the clock it was made with. Their ids are the same however often it is asked.
 */
export type Derive = (registration: string, statements: readonly NewStatement[]) => readonly NewStatement[];

export interface RecordServices {
  readonly store: StatementStore;
  readonly derive: Derive;
  /** Whether anything can follow from a statement: a registration is read only for such a one. */
  readonly isTrigger: (statement: NewStatement) => boolean;
  readonly clock: () => Date;
}

/** Either everything became durable, or nothing did: see AppendOutcome. */
export type RecordOutcome =
  | {
      readonly kind: 'stored';
      /** In the order given, without what was said before; not new: it was stored before, and this one was the same. */
      readonly statements: readonly { readonly statement: StoredStatement; readonly isNew: boolean }[];
      /** What followed from them, as stored. */
      readonly derived: readonly StoredStatement[];
    }
  | Exclude<AppendOutcome, { readonly kind: 'stored' }>;

/** Makes a statement complete; `known` is the one stored under its id. */
export type Settle<T> = (draft: T, known: StoredStatement | null) => DraftStatement;

/** What need be said once in a registration: said again under another id, it is acknowledged and not stored. */
export interface SaidBefore {
  /** Whether a statement is of that kind: only then is its registration read. */
  readonly concerns: (statement: Statement) => boolean;
  readonly isSame: (statement: Statement, earlier: Statement) => boolean;
}

const nothingSaidBefore: SaidBefore = { concerns: () => false, isSame: () => false };

/** The key under which nothing else is decided about a registration meanwhile (`StatementStore.exclusively`). */
export function registrationKey(registration: string): string {
  return `registration:${registration}`;
}

/** Stores statements that the server itself made and vouches for, and what follows from them, as one durable group. */
export async function recordOwn(statements: readonly NewStatement[], services: RecordServices): Promise<RecordOutcome> {
  return recordStatements(statements, (statement) => statement, services);
}

/**
 * Stores statements together with what follows from them, as one durable group. Their ids are in lower case and differ.
 * It takes the keys of ids and registrations itself: never call it within `exclusively`.
 */
export async function recordStatements<T extends Statement & { readonly id: string }>(
  sent: readonly T[],
  settle: Settle<T>,
  services: RecordServices,
  saidBefore: SaidBefore = nothingSaidBefore,
): Promise<RecordOutcome> {
  const { store, clock } = services;
  const registrations = [...new Set(sent.map(registrationOf).filter((registration) => registration !== null))];
  const keys = [...registrations.map(registrationKey), ...sent.map(({ id }) => `statement:${id}`)];
  return store.exclusively(keys, async () => {
    const drafts = await newlySaid(sent, saidBefore, store);
    const known = await Promise.all(drafts.map(({ id }) => store.get(id)));
    const now = clock().toISOString();
    const statements = drafts.map((draft, index) => settle(draft, known[index] ?? null));
    const added = statements.filter((_, index) => known[index] === null).map((one) => ({ timestamp: now, ...one }));
    const triggered = new Set(added.filter(services.isTrigger).map(registrationOf));
    const derived = await derivedFrom(
      added,
      registrations.filter((registration) => triggered.has(registration)),
      services,
    );
    const outcome = await store.append([...statements, ...derived]);
    if (outcome.kind !== 'stored') return outcome;
    const stored = outcome.statements;
    return {
      kind: 'stored',
      statements: drafts.map((_, index) => ({ statement: stored[index]!, isNew: known[index] === null })),
      derived: stored.slice(drafts.length),
    };
  });
}

/** The statements without those that say again, under another id, what their registration says already. */
async function newlySaid<T extends Statement & { readonly id: string }>(
  sent: readonly T[],
  saidBefore: SaidBefore,
  store: StatementStore,
): Promise<readonly T[]> {
  const kept: T[] = [];
  for (const statement of sent) {
    const registration = registrationOf(statement);
    const before =
      registration !== null && saidBefore.concerns(statement) ? await store.ofRegistration(registration) : [];
    const others = [...before, ...kept].filter(({ id }) => id !== statement.id);
    if (!others.some((earlier) => saidBefore.isSame(statement, earlier))) kept.push(statement);
  }
  return kept;
}

async function derivedFrom(
  added: readonly NewStatement[],
  registrations: readonly string[],
  { store, derive }: RecordServices,
): Promise<readonly NewStatement[]> {
  const groups = registrations.map(async (registration) => {
    const before = await store.ofRegistration(registration);
    return derive(registration, [
      ...before,
      ...added.filter((statement) => registrationOf(statement) === registration),
    ]);
  });
  return (await Promise.all(groups)).flat();
}

function registrationOf({ context }: Statement): string | null {
  return context?.registration?.toLowerCase() ?? null;
}
