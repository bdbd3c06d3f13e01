import { sameActor, serverAgent } from '../xapi/actors.ts';
import type { StoredStatement } from '../xapi/types.ts';
import { completed } from '../xapi/verbs.ts';
import type { AppendOutcome } from './ports.ts';
import { type RecordServices, registrationKey } from './recordStatements.ts';

export interface Reevaluation {
  /** How many statements were missing and are stored now. */
  readonly stored: number;
  /** Ids of derived statements under which another statement is stored: somebody has to look. */
  readonly conflicts: readonly string[];
}

/**
 * Run at the start: derives again what every registration without a `completed` of the server's is owed, and stores what
 * is missing, so that a completion cannot be lost for good. Doing it twice changes nothing.
 */
export async function reevaluate(services: RecordServices & { readonly idBase: string }): Promise<Reevaluation> {
  let stored = 0;
  const conflicts: string[] = [];
  for (const registration of await services.store.registrations()) {
    const outcome = await reevaluateOne(registration, services);
    if (outcome.kind === 'conflict') conflicts.push(outcome.id);
    if (outcome.kind === 'stored') stored += outcome.created;
  }
  return { stored, conflicts };
}

/** One for each content version, and what others say. */
const mostCompletions = 100;

/** An erased person is owed nothing any more. */
type Outcome =
  { readonly kind: 'stored'; readonly created: number } | Exclude<AppendOutcome, { readonly kind: 'stored' }>;

async function reevaluateOne(
  registration: string,
  { store, derive, idBase }: RecordServices & { readonly idBase: string },
): Promise<Outcome> {
  return store.exclusively([registrationKey(registration)], async () => {
    // Most registrations are completed: of those, nothing else is read.
    const completions = await store.find({ registration, verb: completed.id, limit: mostCompletions });
    if (hasCompletion(completions.statements, idBase)) return { kind: 'stored', created: 0 };
    const statements = await store.ofRegistration(registration);
    const missing = hasCompletion(statements, idBase) ? [] : derive(registration, statements);
    return missing.length === 0 ? { kind: 'stored', created: 0 } : store.append(missing);
  });
}

function hasCompletion(statements: readonly StoredStatement[], idBase: string): boolean {
  const server = serverAgent(idBase);
  return statements.some(({ verb, authority }) => verb.id === completed.id && sameActor(authority, server));
}
