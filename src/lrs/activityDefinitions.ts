import { accountNameOf, sameActor, serverAgent } from '../xapi/actors.ts';
import type { Activity, Actor, Context, Statement, StoredStatement } from '../xapi/types.ts';
import { type ActivityDefinition, mergedDefinition } from './definitionMerge.ts';
import type { StatementStore } from './ports.ts';

/** Says whether a statement of this authority counts for the definition of this activity. */
export type MayDefine = (activity: string, authority: Actor) => boolean;

/**
 * The canonical definitions of activities: what the statements of those who may define have said of them, later statements
 * over earlier ones (Data 2.4.4.1, Communication 4.2 `define`). They follow from the stored statements alone, so they are
 * kept in memory only: whoever asks has them brought up to the newest statement first.
 */
export class ActivityDefinitions {
  readonly #definitions = new Map<string, ActivityDefinition>();
  readonly #store: StatementStore;
  readonly #mayDefine: MayDefine;
  readonly #pageSize: number;
  /** Statements stored up to this instant have been read, in milliseconds. */
  #readThrough = 0;
  /** The id of the last statement that was read. */
  #lastRead: string | null = null;
  #reading: Promise<void> = Promise.resolve();

  /** @param pageSize how many statements are read at once */
  constructor(store: StatementStore, mayDefine: MayDefine, pageSize = 1_000) {
    this.#store = store;
    this.#pageSize = pageSize;
    this.#mayDefine = mayDefine;
  }

  /** The canonical definition of an activity as the statements stored by now make it, or null where none gives one. */
  async of(activity: string): Promise<ActivityDefinition | null> {
    const read = this.#reading.then(() => this.#readOn());
    this.#reading = read.catch(() => {});
    await read;
    return this.#definitions.get(activity) ?? null;
  }

  /**
   * Reads what was stored since the last time. More may have come in the millisecond that was read last, so it is read
   * again: the same statements in the same order change nothing.
   */
  async #readOn(): Promise<void> {
    const { statements } = await this.#store.find({ limit: 1 });
    if (statements.length === 0 || statements[0]!.id === this.#lastRead) return;
    const since = new Date(this.#readThrough - 1).toISOString();
    let cursor: string | null = null;
    do {
      const page = await this.#store.find({
        since,
        ascending: true,
        limit: this.#pageSize,
        ...(cursor !== null && { cursor }),
      });
      for (const statement of page.statements) this.#take(statement);
      cursor = page.next;
    } while (cursor !== null);
  }

  #take(statement: StoredStatement): void {
    for (const { id, definition } of activitiesIn(statement)) {
      if (definition === undefined || !this.#mayDefine(id, statement.authority)) continue;
      this.#definitions.set(id, mergedDefinition(this.#definitions.get(id) ?? {}, definition));
    }
    this.#readThrough = Date.parse(statement.stored);
    this.#lastRead = statement.id;
  }
}

/**
 * Who defines: for activities under our own id base the server alone, for all others also the clients that `isDefiner`
 * says yes to, by their name. A learner never does.
 */
export function definers(idBase: string, isDefiner: (client: string) => boolean): MayDefine {
  const server = serverAgent(idBase);
  return (activity, authority) => {
    if (sameActor(authority, server)) return true;
    const [kind, name] = accountNameOf(authority, idBase)?.split(/:(.*)/s) ?? [];
    return kind === 'client' && name !== undefined && !activity.startsWith(`${idBase}/`) && isDefiner(name);
  };
}

type DefinedActivity = Pick<Activity, 'id'> & { readonly definition?: ActivityDefinition };
type Part = Pick<Statement, 'object' | 'context'>;

/** Every activity that a statement names, in a sub-statement too. */
function activitiesIn(statement: Part): readonly DefinedActivity[] {
  const { object, context } = statement;
  if (object.objectType === 'SubStatement') return [...activitiesIn(object), ...contextActivities(context)];
  const isActivity = (object.objectType ?? 'Activity') === 'Activity';
  return [...(isActivity ? [object as DefinedActivity] : []), ...contextActivities(context)];
}

function contextActivities(context: Context | undefined): readonly DefinedActivity[] {
  return Object.values(context?.contextActivities ?? {}).flat() as readonly DefinedActivity[];
}
