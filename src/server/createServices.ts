import { randomUUID } from 'node:crypto';
import type { OppihetkiConfig } from '../../oppihetki.config.ts';
import { completionIds } from '../completion/completionIds.ts';
import { deriveStatements, isTrigger } from '../completion/deriveStatements.ts';
import { todayOf } from '../completion/today.ts';
import { answerQuestion } from '../learning/answerQuestion.ts';
import { readOwnRecords } from '../learning/ownRecords.ts';
import { readProgress } from '../learning/readProgress.ts';
import { ActivityDefinitions, definers } from '../lrs/activityDefinitions.ts';
import { contentLanguage } from '../i18n/languages.ts';
import { DerivedIds } from '../lrs/derivedIds.ts';
import { holds } from '../lrs/principal.ts';
import { type Derive, recordOwn } from '../lrs/recordStatements.ts';
import { demoIssuer } from '../people/demoPersonas.ts';
import { ownData } from '../people/privacy/ownData.ts';
import { whoLooked } from '../people/privacy/whoLooked.ts';
import { createIdentityProvider } from '../people/oidc/identityProvider.ts';
import { createSignInByOidc, type SignInByOidc } from '../people/oidc/signInByOidc.ts';
import { createTransactions } from '../people/oidc/transactions.ts';
import type { PeopleStore } from '../people/ports.ts';
import { createSessions, type Sessions } from '../people/sessions.ts';
import { createCertificates } from '../reports/certificates/certificates.ts';
import type { CompletionIndex } from '../reports/completionIndex.ts';
import { createCompletionReports } from '../reports/completionReports.ts';
import { createFeedbackReport } from '../reports/feedbackReport.ts';
import { createTeachingReport } from '../reports/questions/teachingReport.ts';
import type { Stores } from '../stores/lowdb/openStores.ts';
import type { NewStatement } from '../xapi/types.ts';
import type { ApiClient, ServerConfig } from './config.ts';
import { isCourseActivity } from './courseActivities.ts';
import { createLearnerRules } from './learnerRules.ts';
import type { Logger } from './logger.ts';
import { movedPage } from './movedPages.ts';
import { ownDataParts } from './ownDataParts.ts';
import { publishedDefinition } from './publishedDefinitions.ts';
import { createRateLimiting } from './rateLimiting.ts';
import type { Content, Services } from './services.ts';
import { todaysStatements } from './todaysStatements.ts';

/** Joins the stores, the course and the rules into what requests are served with. The one place that knows them all. */
export function createServices(parts: {
  readonly stores: Stores;
  /** Kept by what the stores tell it. */
  readonly completions: CompletionIndex;
  readonly config: ServerConfig;
  readonly idBase: string;
  readonly content: Content;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly organisation: OppihetkiConfig;
}): Services {
  const { stores, completions, config, idBase, content, clock, log, organisation } = parts;
  const { statements, people } = stores;
  const course = () => content().course;
  const today = () => todayOf(idBase, content().replaced);
  const moduleToday = (module: string) => today().module(module);
  const read = todaysStatements(statements, today);
  const derive: Derive = (registration, ofRegistration) =>
    deriveStatements({
      course: course(),
      idBase,
      registration,
      statements: ofRegistration.map((statement) => today().statement(statement)),
      now: clock().toISOString(),
    });
  const definitions = new ActivityDefinitions(statements, definers(idBase, definingClient(config.clients)));
  const lrs = {
    store: statements,
    attachments: stores.attachments,
    documents: stores.documents,
    maxDocumentBytes: config.maxDocumentBytes,
    derivedIds: new DerivedIds((registration) => completionIds(registration, course())),
    definitionOf: async (activity: string) =>
      publishedDefinition(today().iri(activity), idBase, content()) ?? (await definitions.of(activity)),
    isCourseActivity: (iri: string) => isCourseActivity(today().iri(iri), idBase, course()),
    derive,
    isTrigger: (statement: NewStatement) => isTrigger(statement, idBase),
    clock,
    idBase,
    newId: randomUUID,
    learnerRules: createLearnerRules(read, idBase, content, today),
  };
  const { auth } = config;
  const issuer = auth.kind === 'oidc' ? auth.issuer : demoIssuer;
  const sessions = createSessions({
    store: stores.sessions,
    people,
    clock,
    limits: organisation.session,
    admits: ({ key }) => key?.issuer === issuer,
  });
  return {
    idBase,
    publicOrigin: config.publicOrigin,
    clients: config.clients,
    corsOrigins: config.corsOrigins,
    maxBodyBytes: config.maxBodyBytes,
    clock,
    log,
    lrs,
    movedPage: (path) => movedPage(path, content(), today()),
    course,
    moduleToday,
    feedback: createFeedbackReport({ statements: read, course, idBase }),
    teaching: createTeachingReport({ statements, today, content, idBase, clock }),
    reports: createCompletionReports({
      completions,
      people,
      audit: stores.audit,
      course,
      moduleToday,
      clock,
    }),
    sessions,
    signInBy: auth.kind,
    oidc: oidcOf(config, { people, sessions, organisation, clock }),
    trustedProxies: config.trustedProxies,
    rateLimiting: createRateLimiting(config.rateLimits),
    certificates: createCertificates({
      statements: read,
      today,
      keys: stores.certificateKeys,
      course,
      idBase,
      publicOrigin: config.publicOrigin,
      organisation: organisation.organisation,
      clock,
    }),
    answer: (person, request) =>
      answerQuestion(
        { statements: read, today, record: (own) => recordOwn(own, lrs), content, contentLanguage, idBase, clock },
        person.id,
        request,
      ),
    progress: (person) => readProgress({ statements: read, content, idBase }, person),
    ownData: (person) => ownData(ownDataParts(stores, idBase, clock), person),
    whoLooked: (person) => whoLooked(stores, person),
    ownRecords: (person, from) => readOwnRecords({ statements: read, content, idBase }, person, from),
    unitOf: async (person) => (await people.units()).find(({ id }) => id === person.unit) ?? null,
    demoPersona: async (persona) => (auth.kind === 'demo' ? people.byKey(demoIssuer, persona) : null),
    checkHealth: () => stores.checkHealth(),
  };
}

/** Signing in by the identity provider, where the configuration names one. */
function oidcOf(
  { auth, publicOrigin }: ServerConfig,
  parts: {
    readonly people: PeopleStore;
    readonly sessions: Sessions;
    readonly organisation: OppihetkiConfig;
    readonly clock: () => Date;
  },
): SignInByOidc | null {
  if (auth.kind !== 'oidc') return null;
  const { people, sessions, organisation, clock } = parts;
  return createSignInByOidc({
    provider: createIdentityProvider({ ...auth, callback: `${publicOrigin}/oidc/callback` }),
    transactions: createTransactions(clock),
    people,
    sessions,
    claims: organisation.claims,
  });
}

/** Which clients' statements define activities, by their names. */
function definingClient(clients: readonly ApiClient[]): (name: string) => boolean {
  const names = new Set(clients.filter((client) => holds(new Set(client.scopes), 'define')).map(({ name }) => name));
  return (name) => names.has(name);
}
