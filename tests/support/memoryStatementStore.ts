import type { AppendOutcome, StatementPage, StatementQuery, StatementStore } from '../../src/lrs/ports.ts';
import { sameStatement } from '../../src/xapi/equality.ts';
import { referencesOf } from '../../src/xapi/references.ts';
import type { DraftStatement, StoredStatement } from '../../src/xapi/types.ts';

/** A store for unit tests of the use cases: keeps everything in memory, one millisecond between two groups. */
export class MemoryStatementStore implements StatementStore {
  readonly #statements = new Map<string, StoredStatement>();
  #queue: Promise<unknown> = Promise.resolve();
  #time = Date.parse('2026-01-01T00:00:00.000Z');
  /** How often something was appended. */
  appends = 0;
  /** The keys of every piece of exclusive work, in order. */
  readonly keys: (readonly string[])[] = [];

  all(): readonly StoredStatement[] {
    return [...this.#statements.values()];
  }

  exclusively<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    this.keys.push(keys);
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  append(group: readonly DraftStatement[]): Promise<AppendOutcome> {
    this.appends += 1;
    this.#time += 1;
    const stored = new Date(this.#time).toISOString();
    const conflict = group.find((statement) => {
      const known = this.#statements.get(statement.id);
      return known !== undefined && !sameStatement(known, statement);
    });
    if (conflict !== undefined) return Promise.resolve({ kind: 'conflict', id: conflict.id });
    const added = group.filter(({ id }) => !this.#statements.has(id));
    for (const statement of added) this.#statements.set(statement.id, { timestamp: stored, ...statement, stored });
    const statements = group.map(({ id }) => this.#statements.get(id)!);
    return Promise.resolve({ kind: 'stored', statements, created: added.length });
  }

  get(id: string): Promise<StoredStatement | null> {
    return Promise.resolve(this.#statements.get(id) ?? null);
  }

  isVoided(id: string): Promise<boolean> {
    const target = this.#statements.get(id);
    const isVoiding = target !== undefined && referencesOf(target).voids !== null;
    return Promise.resolve(!isVoiding && this.all().some((statement) => referencesOf(statement).voids === id));
  }

  async find(query: StatementQuery): Promise<StatementPage> {
    const matching = (await this.#notVoided()).filter((statement) => matches(statement, query));
    const ordered = query.ascending === true ? matching : matching.reverse();
    const from = query.cursor === undefined ? 0 : Number(query.cursor);
    const end = from + query.limit;
    return { statements: ordered.slice(from, end), next: end < ordered.length ? String(end) : null };
  }

  async ofRegistration(registration: string): Promise<readonly StoredStatement[]> {
    return (await this.#notVoided()).filter((statement) => referencesOf(statement).registration === registration);
  }

  registrations(): Promise<readonly string[]> {
    const found = this.all().map((statement) => referencesOf(statement).registration);
    return Promise.resolve([...new Set(found.filter((registration) => registration !== null))]);
  }

  consistentThrough(): Promise<string> {
    return Promise.resolve(new Date(this.#time).toISOString());
  }

  async #notVoided(): Promise<StoredStatement[]> {
    const voided = await Promise.all(this.all().map(({ id }) => this.isVoided(id)));
    return this.all().filter((_, index) => voided[index] === false);
  }
}

function matches(statement: StoredStatement, query: StatementQuery): boolean {
  const { agents, activities, verb, registration } = referencesOf(statement);
  const agentKeys = query.relatedAgents === true ? agents.related : agents.direct;
  const activityIds = query.relatedActivities === true ? activities.related : activities.direct;
  return (
    (query.agent === undefined || agentKeys.includes(query.agent)) &&
    (query.activity === undefined || activityIds.includes(query.activity)) &&
    (query.verb === undefined || verb === query.verb) &&
    (query.registration === undefined || registration === query.registration) &&
    (query.since === undefined || statement.stored > query.since) &&
    (query.until === undefined || statement.stored <= query.until)
  );
}
