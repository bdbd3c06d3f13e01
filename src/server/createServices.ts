import { randomUUID } from 'node:crypto';
import type { OppihetkiConfig } from '../../oppihetki.config.ts';
import { completionIds } from '../completion/completionIds.ts';
import { deriveStatements, isTrigger } from '../completion/deriveStatements.ts';
import { answerQuestion } from '../learning/answerQuestion.ts';
import { readProgress } from '../learning/readProgress.ts';
import { ActivityDefinitions, definers } from '../lrs/activityDefinitions.ts';
import { contentLanguage } from '../i18n/languages.ts';
import { DerivedIds } from '../lrs/derivedIds.ts';
import type { LearnerRules } from '../lrs/learnerAllowList.ts';
import { holds } from '../lrs/principal.ts';
import { type Derive, recordOwn } from '../lrs/recordStatements.ts';
import { demoIssuer } from '../people/demoPersonas.ts';
import { ownData } from '../people/privacy/ownData.ts';
import { whoLooked } from '../people/privacy/whoLooked.ts';
import { createSessions } from '../people/sessions.ts';
import { createCertificates } from '../reports/certificates/certificates.ts';
import { createCompletionReports } from '../reports/completionReports.ts';
import type { Stores } from '../stores/lowdb/openStores.ts';
import { registrationOf } from '../xapi/ids.ts';
import type { NewStatement } from '../xapi/types.ts';
import type { ApiClient, ServerConfig } from './config.ts';
import { isCourseActivity, moduleOfSection, moduleOfVideo } from './courseActivities.ts';
import type { Logger } from './logger.ts';
import { ownDataParts } from './ownDataParts.ts';
import type { Content, Services } from './services.ts';

/** Joins the stores, the course and the rules into what requests are served with. The one place that knows them all. */
export function createServices(parts: {
  readonly stores: Stores;
  readonly config: ServerConfig;
  readonly idBase: string;
  readonly content: Content;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly organisation: OppihetkiConfig;
}): Services {
  const { stores, config, idBase, content, clock, log, organisation } = parts;
  const { statements, people } = stores;
  const course = () => content().course;
  const derive: Derive = (registration, ofRegistration) =>
    deriveStatements({
      course: course(),
      idBase,
      registration,
      statements: ofRegistration,
      now: clock().toISOString(),
    });
  const definitions = new ActivityDefinitions(statements, definers(idBase, definingClient(config.clients)));
  const lrs = {
    store: statements,
    attachments: stores.attachments,
    documents: stores.documents,
    maxDocumentBytes: config.maxDocumentBytes,
    derivedIds: new DerivedIds((registration) => completionIds(registration, course())),
    definitionOf: (activity: string) => definitions.of(activity),
    isCourseActivity: (iri: string) => isCourseActivity(iri, idBase, course()),
    derive,
    isTrigger: (statement: NewStatement) => isTrigger(statement, idBase),
    clock,
    idBase,
    newId: randomUUID,
    learnerRules: (account: string) => learnerRules(account, idBase, content),
  };
  return {
    idBase,
    publicOrigin: config.publicOrigin,
    clients: config.clients,
    corsOrigins: config.corsOrigins,
    maxBodyBytes: config.maxBodyBytes,
    clock,
    log,
    lrs,
    course,
    sessions: createSessions({ store: stores.sessions, people, clock, limits: organisation.session }),
    reports: createCompletionReports({ statements, people, audit: stores.audit, course, idBase, clock }),
    certificates: createCertificates({
      statements,
      keys: stores.certificateKeys,
      course,
      idBase,
      publicOrigin: config.publicOrigin,
      organisation: organisation.organisation,
      clock,
    }),
    answer: (person, request) =>
      answerQuestion(
        { statements, record: (own) => recordOwn(own, lrs), content, contentLanguage, idBase, clock },
        person.id,
        request,
      ),
    progress: (person) => readProgress({ statements, content, idBase }, person),
    ownData: (person) => ownData(ownDataParts(stores, idBase, clock), person),
    whoLooked: (person) => whoLooked(stores, person),
    demoPersona: (persona) => people.byKey(demoIssuer, persona),
    checkHealth: () => stores.checkHealth(),
  };
}

/** Which clients' statements define activities, by their names. */
function definingClient(clients: readonly ApiClient[]): (name: string) => boolean {
  const names = new Set(clients.filter((client) => holds(new Set(client.scopes), 'define')).map(({ name }) => name));
  return (name) => names.has(name);
}

/** What a learner's own statements may be about: sections and videos of the published modules, in one's registrations. */
function learnerRules(account: string, idBase: string, content: Content): LearnerRules {
  return {
    idBase,
    account,
    registrationOf: (module) => registrationOf(idBase, account, module),
    moduleOfSection: (iri) => moduleOfSection(iri, idBase, content().course),
    moduleOfVideo: (iri) => moduleOfVideo(iri, idBase, content().course),
  };
}
