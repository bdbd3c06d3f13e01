import { hash, randomBytes } from 'node:crypto';
import type { Statement } from '../../xapi/types.ts';
import { referencesOf } from '../../xapi/references.ts';
import { durableJsonFile } from './durableJsonFile.ts';
import type { JsonFileOptions } from './durableJsonFile.ts';
import { JsonDocument } from './jsonDocument.ts';
import { isListOfRecords, isRecord } from './shapes.ts';

/** Salted hashes of what was erased in one installation. */
interface TombstoneSet {
  readonly salt: string;
  readonly agents: readonly string[];
  readonly statements: readonly string[];
}

export interface TombstoneData {
  readonly sets: readonly TombstoneSet[];
}

/**
 * What must not come back: hashes of erased agents and of erased statements' ids, in one JSON file and in memory. A hash says
 * of something that arrives whether it was erased; what was erased cannot be read from it, for ids are random.
 *
 * The salt is made at the first start, so that an installation's backups share it. A restored backup takes over the hashes
 * of the folder it replaces, and a second set stands in the file only where that was another installation's.
 */
export class Tombstones {
  readonly #document: JsonDocument<TombstoneData>;
  #known: readonly KnownSet[] = [];

  private constructor(document: JsonDocument<TombstoneData>) {
    this.#document = document;
    this.#remember();
  }

  static async open(options: JsonFileOptions): Promise<Tombstones> {
    const document = await JsonDocument.open(durableJsonFile(options, isTombstones), { sets: [] });
    if (document.data.sets.length === 0)
      await document.update(() => ({ sets: [{ salt: randomBytes(16).toString('hex'), agents: [], statements: [] }] }));
    return new Tombstones(document);
  }

  /** All of the file, for a restored folder to take over. */
  get data(): TombstoneData {
    return this.#document.data;
  }

  /** Whether a statement's id was erased, or somebody it names anywhere. */
  holds(statement: Statement & { readonly id: string }): boolean {
    return this.#known.some(({ salt, agents, statements }) => {
      if (statements.size > 0 && statements.has(hashOf(salt, statement.id.toLowerCase()))) return true;
      return agents.size > 0 && referencesOf(statement).agents.related.some((key) => agents.has(hashOf(salt, key)));
    });
  }

  /** Whether an agent was erased. @param agent the agent's key, see `actorKey`. */
  holdsAgent(agent: string): boolean {
    return this.#known.some(({ salt, agents }) => agents.has(hashOf(salt, agent)));
  }

  /** Adds agents' keys and statements' ids; resolves once they are durable. What is there already is not added again. */
  async add({
    agents = [],
    statements = [],
  }: {
    readonly agents?: readonly string[];
    readonly statements?: readonly string[];
  }) {
    const { salt } = this.#document.data.sets[0]!;
    const hashes = (values: readonly string[]) => values.map((value) => hashOf(salt, value));
    const ids = statements.map((id) => id.toLowerCase());
    await this.merge({ sets: [{ salt, agents: hashes(agents), statements: hashes(ids) }] });
  }

  /** Takes over another file's hashes; resolves once they are durable. */
  async merge({ sets }: TombstoneData): Promise<void> {
    await this.#document.update((present) => ({ sets: sets.reduce(mergedSets, present.sets) }));
    this.#remember();
  }

  close(): Promise<void> {
    return this.#document.close();
  }

  #remember(): void {
    this.#known = this.#document.data.sets.map(({ salt, agents, statements }) => ({
      salt,
      agents: new Set(agents),
      statements: new Set(statements),
    }));
  }
}

interface KnownSet {
  readonly salt: string;
  readonly agents: ReadonlySet<string>;
  readonly statements: ReadonlySet<string>;
}

function mergedSets(present: readonly TombstoneSet[], added: TombstoneSet): readonly TombstoneSet[] {
  if (!present.some(({ salt }) => salt === added.salt)) return [...present, added];
  const union = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
  return present.map((set) =>
    set.salt === added.salt
      ? { ...set, agents: union(set.agents, added.agents), statements: union(set.statements, added.statements) }
      : set,
  );
}

/** 128 bits of SHA-256: enough that no two of any installation meet. */
function hashOf(salt: string, value: string): string {
  return hash('sha256', `${salt} ${value}`).slice(0, 32);
}

/** Whether data read from a file is what tombstones are written as. */
export function isTombstones(data: unknown): data is TombstoneData {
  return (
    isRecord(data) &&
    isListOfRecords(data['sets'], ['salt']) &&
    (data['sets'] as Record<string, unknown>[]).every((set) => isTexts(set['agents']) && isTexts(set['statements']))
  );
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
