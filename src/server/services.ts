import type { BlockList } from 'node:net';
import type { CourseArtefact } from '../course/artefact.ts';
import type { CourseTree } from '../course/tree.ts';
import type { AnswerOutcome } from '../learning/answerQuestion.ts';
import type { AnswerRequest } from '../learning/answerRequest.ts';
import type { OwnRecordsPage } from '../learning/ownRecords.ts';
import type { ProgressReply } from '../learning/readProgress.ts';
import type { ActivityDefinition } from '../lrs/definitionMerge.ts';
import type { DocumentRules } from '../lrs/documentAccess.ts';
import type { DocumentStore } from '../lrs/documentPorts.ts';
import type { GetServices } from '../lrs/getStatements.ts';
import type { StoreServices } from '../lrs/storeStatements.ts';
import type { OwnData } from '../people/privacy/ownData.ts';
import type { Look } from '../people/privacy/whoLooked.ts';
import type { SignInByOidc } from '../people/oidc/signInByOidc.ts';
import type { Person, Unit } from '../people/ports.ts';
import type { Sessions } from '../people/sessions.ts';
import type { Certificates } from '../reports/certificates/certificates.ts';
import type { CompletionReports } from '../reports/completionReports.ts';
import type { FeedbackReport } from '../reports/feedbackReport.ts';
import type { TeachingReport } from '../reports/questions/teachingReport.ts';
import type { ApiClient } from './config.ts';
import type { AuthConfig } from './config/auth.ts';
import type { Logger } from './logger.ts';
import type { RateLimiting } from './rateLimiting.ts';

/** What the use cases of documents and activities need. */
export interface DocumentServices extends DocumentRules {
  readonly documents: DocumentStore;
  /** The canonical definition of an activity, or null. */
  readonly definitionOf: (activity: string) => Promise<ActivityDefinition | null>;
}

/** What requests are served with: built once, passed in everywhere. */
export interface Services {
  readonly idBase: string;
  readonly publicOrigin: string;
  readonly clients: readonly ApiClient[];
  readonly corsOrigins: readonly string[];
  /** How many bytes a request with statements may hold, attachments included. */
  readonly maxBodyBytes: number;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly sessions: Sessions;
  /** How people sign in. */
  readonly signInBy: AuthConfig['kind'];
  /** Signing in by the identity provider; null under the demo sign-in. */
  readonly oidc: SignInByOidc | null;
  /** Whose forwarded headers tell where a request came from. */
  readonly trustedProxies: BlockList;
  readonly rateLimiting: RateLimiting;
  readonly reports: CompletionReports;
  readonly feedback: FeedbackReport;
  readonly teaching: TeachingReport;
  readonly certificates: Certificates;
  /** What the use cases of the record store need. */
  readonly lrs: StoreServices & GetServices & DocumentServices;
  /** The address that the page of a module or section has now that got another id; null for every other. */
  movedPage(path: string): string | null;
  /** The published course, without answer keys. */
  course(): CourseTree;
  /** The id that a module goes by today, by any it had. */
  moduleToday(module: string): string;
  answer(person: Person, request: AnswerRequest): Promise<AnswerOutcome>;
  progress(person: Person): Promise<ProgressReply>;
  /** Everything that is recorded of a person, for themselves. */
  ownData(person: Person): Promise<OwnData>;
  /** Who looked at a person's record or took it along, the newest first. */
  whoLooked(person: Person): Promise<readonly Look[]>;
  /** A page of everything recorded of the person's learning; null where `from` begins none. See `readOwnRecords`. */
  ownRecords(person: Person, from: string | null): Promise<OwnRecordsPage | null>;
  /** The unit the person belongs to, or null. */
  unitOf(person: Person): Promise<Unit | null>;
  /** The demo persona of this name; null where there is none, and for all of them but under the demo sign-in. */
  demoPersona(persona: string): Promise<Person | null>;
  /** Resolves when the store can be read and written. */
  checkHealth(): Promise<void>;
}

/** Where the course and its answer keys come from: fixed after a build, changing under the live preview. */
export type Content = () => CourseArtefact;
