import type { accountActor } from '../../../src/xapi/actors.ts';
import { completedStatement } from '../../../src/xapi/builders.ts';
import { experiencedStatement } from '../../support/experiencedStatement.ts';
import { activityIds, completionStatementId, registrationOf } from '../../../src/xapi/ids.ts';
import type { NewStatement, Statement } from '../../../src/xapi/types.ts';
import { completed, experienced } from '../../../src/xapi/verbs.ts';
import { DerivedIds } from '../../../src/lrs/derivedIds.ts';
import type { GetServices } from '../../../src/lrs/getStatements.ts';
import type { LearnerRules } from '../../../src/lrs/learnerAllowList.ts';
import type { Principal, Scope } from '../../../src/lrs/principal.ts';
import type { StoreServices } from '../../../src/lrs/storeStatements.ts';
import { MemoryAttachmentStore } from '../../support/memoryAttachmentStore.ts';
import { MemoryStatementStore } from '../../support/memoryStatementStore.ts';

export const idBase = 'https://oppihetki.example';
export const now = '2026-01-31T12:30:00.000Z';
export const uuid = '6d1f2c8a-3f5e-4b77-9d0a-2b1c3d4e5f60';
export const otherUuid = '0a9b8c7d-6e5f-4a3b-8c2d-1e0f9a8b7c6d';
export const registration = registrationOf(idBase, 'x1', 'intro');

/** One module, `intro`, of one section, `start`; the learner is `x1`. */
const module = { id: 'intro', version: 3 };

export function occasionOf(account: string) {
  const own = registrationOf(idBase, account, 'intro');
  return { idBase, account, registration: own, course: 'course', module, lang: 'fi', timestamp: now };
}

export function learnerRules(account: string): LearnerRules {
  return {
    idBase,
    account,
    moduleOfVideo: (iri) => (iri === activityIds(idBase).video('film', 'fi') ? 'intro' : null),
    moduleOfFeedback: (iri) => (iri === activityIds(idBase).feedback('intro', 'satisfied') ? 'intro' : null),
    moduleOfSection: (iri) => (iri === activityIds(idBase).section('intro', 'start') ? 'intro' : null),
    isIssued: (registration, name) => registration === registrationOf(idBase, account, name),
  };
}

/** The statement that a learner's browser sends at the end of the section. */
export function experiencedBy(account: string, id = uuid): Statement & { id: string } {
  return structuredClone({ ...experiencedStatement(id, 'start', occasionOf(account)), id });
}

/** Who `experienced` the section has completed the module. */
function derive(_registration: string, statements: readonly NewStatement[]): readonly NewStatement[] {
  const isDone = statements.some(({ verb }) => verb.id === completed.id);
  const trigger = statements.find(({ verb, actor }) => verb.id === experienced.id && 'account' in actor);
  if (isDone || trigger === undefined) return [];
  const { account } = trigger.actor as ReturnType<typeof accountActor>;
  return [completedStatement(occasionOf(account.name))];
}

export interface TestServices extends StoreServices, GetServices {
  readonly store: MemoryStatementStore;
  readonly attachments: MemoryAttachmentStore;
}

/** Services over an empty store, with time frozen and ids counted. */
export function createServices(): TestServices {
  let count = 0;
  const newId = () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
  return {
    store: new MemoryStatementStore(),
    attachments: new MemoryAttachmentStore(),
    derivedIds: new DerivedIds((of) => [completionStatementId(of, completed.id, module.version)]),
    definitionOf: () => Promise.resolve(null),
    derive,
    isTrigger: () => true,
    clock: () => new Date(now),
    idBase,
    newId,
    learnerRules: (account) => Promise.resolve(learnerRules(account)),
  };
}

export function learner(account = 'x1'): Principal {
  return { kind: 'learner', account, idBase };
}

export function client(...scopes: Scope[]): Extract<Principal, { kind: 'client' }> {
  return { kind: 'client', name: 'hr', scopes: new Set(scopes) };
}
