import { accountActor, sameActor } from '../xapi/actors.ts';
import { activityIds } from '../xapi/ids.ts';
import { rated } from '../xapi/rated.ts';
import type { Activity, Actor, Statement } from '../xapi/types.ts';
import { type DisplayedVerb, experienced } from '../xapi/verbs.ts';
import { videoProfile } from '../xapi/videoProfile.ts';
import { videoProblem, videoStatementVerbs } from './learnerVideoStatements.ts';

/** What the allow-list has to know of the course and of the one who is signed in. */
export interface LearnerRules {
  readonly idBase: string;
  /** The session's account name. */
  readonly account: string;
  /** The module of a section of a published module, or null when the IRI is no such section. */
  moduleOfSection(iri: string): string | null;
  /** The module in whose sections a video of the course stands, or null when the IRI is no such video. */
  moduleOfVideo(iri: string): string | null;
  /** The module that a question of its feedback is asked of, or null when the IRI is no such question. */
  moduleOfFeedback(iri: string): string | null;
  /** Whether a registration, in lower case, was issued to this learner in a module. */
  isIssued(registration: string, module: string): boolean;
}

/** One thing a learner's browser may say: a verb on one kind of activity, with no more of its parts than named here. */
interface Permission {
  readonly verb: DisplayedVerb;
  /** The module that the activity belongs to, or null when the verb does not go with it. */
  moduleOf(activity: string, rules: LearnerRules): string | null;
  readonly object: readonly string[];
  readonly result: readonly string[];
  readonly context: readonly string[];
  /** Activities of the context that are not of the course. */
  readonly foreign: readonly string[];
  /** What else must hold. */
  readonly problem: (statement: Statement) => string | null;
}

const contextParts = ['registration', 'contextActivities', 'language', 'revision'];

const permissions: readonly Permission[] = [
  {
    verb: experienced,
    moduleOf: (activity, rules) => rules.moduleOfSection(activity),
    object: ['objectType', 'id'],
    result: ['duration'],
    context: contextParts,
    foreign: [],
    problem: () => null,
  },
  {
    verb: rated,
    moduleOf: (activity, rules) => rules.moduleOfFeedback(activity),
    object: ['objectType', 'id'],
    result: ['response'],
    context: contextParts,
    foreign: [],
    problem: ({ result }) =>
      /^[1-5]$/.test(result?.response ?? '') ? null : 'result.response must be a step of the scale, "1" to "5".',
  },
  ...videoStatementVerbs.map((verb): Permission => ({
    verb,
    moduleOf: (activity, rules) => rules.moduleOfVideo(activity),
    object: ['objectType', 'id', 'definition'],
    result: ['extensions', 'completion', 'duration'],
    context: [...contextParts, 'extensions'],
    foreign: [videoProfile],
    problem: videoProblem,
  })),
];

/** Answers why a statement is not allowed, or null when it is. */
type Check = (statement: Statement, permission: Permission, rules: LearnerRules) => string | null;

const parts = ['id', 'actor', 'verb', 'object', 'result', 'context', 'timestamp', 'stored', 'authority', 'version'];
const checks: readonly Check[] = [
  (statement) => onlyHas(statement, parts, 'the statement'),
  ({ actor }, _, rules) =>
    isOwn(actor, rules)
      ? onlyHas(actor, ['objectType', 'account'], 'actor')
      : 'The actor must be the one who is signed in.',
  ({ authority }, _, rules) =>
    authority === undefined || isOwn(authority, rules)
      ? null
      : 'The authority must be left out or be the one who is signed in.',
  ({ verb }, permission) =>
    hasOurDisplay(verb, permission.verb) ? null : 'verb.display must be left out or be as published.',
  ({ object }, permission) => onlyHas(object, permission.object, 'object'),
  ({ result = {} }, permission) => onlyHas(result, permission.result, 'result'),
  ({ context = {} }, permission) => onlyHas(context, permission.context, 'context'),
  ({ context }) => (isContentVersion(context?.revision) ? null : 'context.revision must be the content version.'),
  ({ context }, permission, rules) => foreignContextActivity(context, permission, rules),
  ({ object, context }, permission, rules) => {
    const module = permission.moduleOf((object as Activity).id, rules)!;
    const registration = context?.registration?.toLowerCase();
    return registration !== undefined && rules.isIssued(registration, module)
      ? null
      : 'context.registration must be the registration that /api/progress gives for this module.';
  },
  (statement, permission) => permission.problem(statement),
];

/**
 * Decides what a learner's own session may store: `experienced` on a section of a published module, `rated` on the
 * questions of its feedback, and the xAPI Video Profile's statements on its videos, about oneself, within one's
 * registration, and nothing that says more than that. Everything that the list does not name is refused: other people,
 * other verbs, groups, sub-statements, references, voiding, definitions, scores, free text, attachments.
 *
 * @param statement a valid statement
 * @returns null when it may be stored, otherwise the reason in one sentence
 */
export function learnerMayStore(statement: Statement, rules: LearnerRules): string | null {
  const permission = permissions.find((candidate) => isPermitted(statement, candidate, rules));
  if (permission === undefined) {
    return 'A learner may only record "experienced" on a section of the course, "rated" on its feedback and the Video Profile on its videos; other statements are made by the server.';
  }
  for (const check of checks) {
    const reason = check(statement, permission, rules);
    if (reason !== null) return reason;
  }
  return null;
}

function isPermitted({ verb, object }: Statement, permission: Permission, rules: LearnerRules): boolean {
  const isActivity = (object.objectType ?? 'Activity') === 'Activity';
  return isActivity && verb.id === permission.verb.id && permission.moduleOf((object as Activity).id, rules) !== null;
}

function isOwn(actor: Actor, { idBase, account }: LearnerRules): boolean {
  return sameActor(actor, accountActor(idBase, account));
}

function onlyHas(value: object, allowed: readonly string[], place: string): string | null {
  const other = Object.keys(value).find((key) => !allowed.includes(key));
  return other === undefined ? null : `A learner's statement may not have "${other.slice(0, 80)}" in ${place}.`;
}

function hasOurDisplay(verb: Statement['verb'], { display }: DisplayedVerb): boolean {
  const ours = new Map<string, string>(Object.entries(display));
  return Object.entries(verb.display ?? {}).every(([lang, words]) => ours.get(lang) === words);
}

function isContentVersion(revision: string | undefined): boolean {
  return revision === undefined || /^[1-9][0-9]{0,8}$/.test(revision);
}

function foreignContextActivity(
  context: Statement['context'],
  { foreign }: Permission,
  { idBase }: LearnerRules,
): string | null {
  const ids = activityIds(idBase);
  for (const activity of Object.values(context?.contextActivities ?? {}).flat()) {
    if (ids.parse(activity.id) === null && !foreign.includes(activity.id))
      return 'Context activities must be activities of this course.';
    const problem = onlyHas(activity, ['objectType', 'id'], 'a context activity');
    if (problem !== null) return problem;
  }
  return null;
}
