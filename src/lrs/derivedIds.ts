import { isNameBased } from '../xapi/uuids.ts';
import { LrsError } from './errors.ts';
import type { IdentifiedStatement } from './incomingStatements.ts';
import type { StatementStore } from './ports.ts';

/**
 * The ids under which the server may yet store what follows from a registration, such as its completion. A sender that took
 * one first would block it, so nobody else may.
 */
export class DerivedIds {
  readonly #idsOf: (registration: string) => readonly string[];
  readonly #registrations = new Set<string>();
  readonly #ids = new Set<string>();

  /** @param idsOf all that the server may derive for a registration, in lower case; the same whenever it is asked */
  constructor(idsOf: (registration: string) => readonly string[]) {
    this.#idsOf = idsOf;
  }

  /** Whether an id is one that follows from one of these registrations, or from one that was named before. */
  has(id: string, registrations: readonly string[]): boolean {
    for (const registration of registrations) {
      if (this.#registrations.has(registration)) continue;
      this.#registrations.add(registration);
      for (const derived of this.#idsOf(registration)) this.#ids.add(derived);
    }
    return this.#ids.has(id);
  }

  /** Whether an id follows from this registration. */
  isOf(registration: string, id: string): boolean {
    return this.#idsOf(registration.toLowerCase()).includes(id);
  }
}

/**
 * Refuses statements under an id that the server derives for a registration of the store's, or for the statement's own.
 * One that is stored already blocks nothing: whether it is repeated is decided as for any other.
 *
 * @throws LrsError `forbidden`
 */
export async function refuseDerivedIds(
  statements: readonly IdentifiedStatement[],
  { store, derivedIds }: { readonly store: StatementStore; readonly derivedIds: DerivedIds },
): Promise<void> {
  const suspects = statements.filter(({ id }) => isNameBased(id));
  if (suspects.length === 0) return;
  const registrations = await store.registrations();
  for (const { id, context } of suspects) {
    const own = context?.registration;
    const isDerived = derivedIds.has(id, registrations) || (own !== undefined && derivedIds.isOf(own, id));
    if (isDerived && (await store.get(id)) === null) {
      throw new LrsError('forbidden', `The server makes the statement with the id ${id} itself; nothing was stored.`);
    }
  }
}
