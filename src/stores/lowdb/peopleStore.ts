import { noRosterRow, type PeopleState, type PeopleStore, type Person, type Unit } from '../../people/ports.ts';
import { undoWithout } from '../../people/roster/undoImport.ts';
import { durableJsonFile } from './durableJsonFile.ts';
import type { JsonFileOptions } from './durableJsonFile.ts';
import { JsonDocument } from './jsonDocument.ts';
import { isListOfRecords, isRecord } from './shapes.ts';

/** Units and people, and what undoes the last import of them, in one JSON file and in memory. */
export class JsonPeopleStore implements PeopleStore {
  readonly #document: JsonDocument<PeopleState>;
  /** The state that the two maps below were made of. */
  #indexed: PeopleState | null = null;
  #byId: ReadonlyMap<string, Person> = new Map();
  #byKey: ReadonlyMap<string, Person> = new Map();

  private constructor(document: JsonDocument<PeopleState>) {
    this.#document = document;
  }

  static async open(options: JsonFileOptions): Promise<JsonPeopleStore> {
    const file = durableJsonFile(options, isPeopleState);
    return new JsonPeopleStore(await JsonDocument.open(file, { units: [], people: [], undo: null }, asToday));
  }

  units(): Promise<readonly Unit[]> {
    return Promise.resolve(this.#document.data.units);
  }

  people(): Promise<readonly Person[]> {
    return Promise.resolve(this.#document.data.people);
  }

  byId(id: string): Promise<Person | null> {
    this.#index();
    return Promise.resolve(this.#byId.get(id) ?? null);
  }

  byKey(issuer: string, subject: string): Promise<Person | null> {
    this.#index();
    return Promise.resolve(this.#byKey.get(nameOf({ issuer, subject })) ?? null);
  }

  /** Refuses a second person with the same key: two sign-ins at once would otherwise split one person's record. */
  save(change: { readonly units?: readonly Unit[]; readonly people?: readonly Person[] }): Promise<void> {
    const { units = [], people = [] } = structuredClone(change);
    return this.change((present) => ({
      ...present,
      units: replaced(present.units, units),
      people: replaced(present.people, people),
    }));
  }

  state(): Promise<PeopleState> {
    return Promise.resolve(this.#document.data);
  }

  change(next: (present: PeopleState) => PeopleState): Promise<void> {
    return this.#document.update((present) => {
      const changed = next(present);
      if (changed !== present) refuseSharedKeys(changed.people);
      return changed;
    });
  }

  /** Takes a person out, and out of what undoes the last import too; resolves once it is durable. */
  remove(id: string): Promise<void> {
    return this.#document.update((present) => {
      const { people, undo } = present;
      const leaving = people.find((person) => person.id === id) ?? { id, rosterId: null };
      const left = people.filter((person) => person.id !== id);
      const undoLeft = undo && undoWithout(undo, [leaving]);
      if (left.length === people.length && undoLeft === undo) return present;
      return { ...present, people: left, undo: undoLeft };
    });
  }

  close(): Promise<void> {
    return this.#document.close();
  }

  #index(): void {
    const { data } = this.#document;
    if (this.#indexed === data) return;
    this.#indexed = data;
    this.#byId = new Map(data.people.map((person) => [person.id, person]));
    this.#byKey = new Map(data.people.flatMap((person) => (person.key ? [[nameOf(person.key), person]] : [])));
  }
}

/** What is kept today: files of earlier versions knew nothing of a roster's fields, nor of undoing. */
function asToday({ units, people, undo }: Omit<PeopleState, 'undo'> & Partial<PeopleState>): PeopleState {
  return { units, people: people.map((person) => ({ ...noRosterRow, ...person })), undo: undo ?? null };
}

/** The present ones in their order, with those changed in their places and the new ones behind. */
function replaced<T extends { readonly id: string }>(present: readonly T[], changed: readonly T[]): readonly T[] {
  const byId = new Map([...present, ...changed].map((item) => [item.id, item]));
  return [...byId.values()];
}

function refuseSharedKeys(people: readonly Person[]): void {
  const names = people.flatMap(({ key }) => (key ? [nameOf(key)] : []));
  if (new Set(names).size < names.length) throw new Error('Another person has the same issuer and subject');
}

function nameOf({ issuer, subject }: { readonly issuer: string; readonly subject: string }): string {
  return JSON.stringify([issuer, subject]);
}

function isPeopleState(data: unknown): data is PeopleState {
  return (
    isRecord(data) &&
    isListOfRecords(data['units'], ['id', 'name']) &&
    isListOfRecords(data['people'], ['id', 'reportId']) &&
    isUndo(data['undo'] ?? null)
  );
}

function isUndo(undo: unknown): boolean {
  if (undo === null) return true;
  return isRecord(undo) && isListOfRecords(undo['units'], ['id', 'name']) && isListOfRecords(undo['people'], ['id']);
}
