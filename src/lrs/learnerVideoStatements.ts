import { isDuration } from '../xapi/durations.ts';
import { isLanguageTag } from '../xapi/languageTags.ts';
import type { SaidBefore } from './recordStatements.ts';
import type { Activity, Statement } from '../xapi/types.ts';
import { completed, type DisplayedVerb, videoVerbs } from '../xapi/verbs.ts';
import {
  parseSegments,
  videoActivityType,
  type VideoExtension,
  videoExtension,
  videoProfile,
} from '../xapi/videoProfile.ts';

/** Which extensions a verb of the Video Profile needs and may have besides, in its result and in its context. */
interface VideoRule {
  readonly verb: DisplayedVerb;
  readonly result: readonly VideoExtension[];
  readonly resultToo?: readonly VideoExtension[];
  readonly context: readonly VideoExtension[];
  readonly contextToo?: readonly VideoExtension[];
}

const settings: readonly VideoExtension[] = [
  'cc-enabled',
  'cc-subtitle-enabled',
  'cc-subtitle-lang',
  'full-screen',
  'screen-size',
  'video-playback-size',
  'speed',
  'volume',
  'track',
];
const seen: readonly VideoExtension[] = ['time', 'progress', 'played-segments'];

/** The Video Profile's statements, verb by verb (https://w3id.org/xapi/video, 1.0.3, "Statement Data Model"). */
const rules: readonly VideoRule[] = [
  { verb: videoVerbs.initialized, result: [], context: ['length'], contextToo: ['completion-threshold', ...settings] },
  { verb: videoVerbs.played, result: ['time'], context: [], contextToo: ['length'] },
  { verb: videoVerbs.paused, result: seen, context: ['length'], contextToo: ['completion-threshold'] },
  { verb: videoVerbs.seeked, result: ['time-from', 'time-to'], context: [], contextToo: ['length'] },
  { verb: videoVerbs.interacted, result: ['time'], context: [], contextToo: settings },
  { verb: completed, result: seen, context: ['length'], contextToo: ['completion-threshold'] },
  { verb: videoVerbs.terminated, result: seen, context: ['length'], contextToo: ['completion-threshold'] },
];

export const videoStatementVerbs: readonly DisplayedVerb[] = rules.map(({ verb }) => verb);

/**
 * What is wrong with a learner's statement about a video by the Video Profile, in a sentence; null where nothing is. Every
 * extension has a form of its own: no free text fits in any.
 */
export function videoProblem({ verb, object, result = {}, context = {} }: Statement): string | null {
  const rule = rules.find((candidate) => candidate.verb.id === verb.id)!;
  const { definition } = object as Activity;
  if (definition && JSON.stringify(definition) !== JSON.stringify({ type: videoActivityType })) {
    return 'object.definition must be left out or hold the type of a video alone.';
  }
  const category = context.contextActivities?.category ?? [];
  if (![category].flat().some(({ id }) => id === videoProfile)) {
    return `context.contextActivities.category must name the Video Profile, ${videoProfile}.`;
  }
  if (!context.language) return 'context.language must be the language spoken in the video.';
  return (
    completionProblem(verb.id === completed.id, result) ??
    extensionProblem(result.extensions ?? {}, rule.result, rule.resultToo ?? [], 'result.extensions') ??
    extensionProblem(
      context.extensions ?? {},
      ['session-id', ...rule.context],
      rule.contextToo ?? [],
      'context.extensions',
    )
  );
}

function completionProblem(
  isCompleted: boolean,
  { completion, duration }: NonNullable<Statement['result']>,
): string | null {
  if (!isCompleted) {
    return completion === undefined && duration === undefined
      ? null
      : 'result.completion and result.duration belong to "completed" alone.';
  }
  return completion === true && duration !== undefined && isDuration(duration)
    ? null
    : 'A completed video has result.completion true and result.duration.';
}

function extensionProblem(
  extensions: Readonly<Record<string, unknown>>,
  needed: readonly VideoExtension[],
  allowed: readonly VideoExtension[],
  place: string,
): string | null {
  const known = new Map([...needed, ...allowed].map((name) => [videoExtension(name), name]));
  const missing = needed.find((name) => !(videoExtension(name) in extensions));
  if (missing) return `${place} must have ${missing}.`;
  for (const [iri, value] of Object.entries(extensions)) {
    const name = known.get(iri);
    if (name === undefined) return `A learner's statement may not have "${iri.slice(0, 80)}" in ${place}.`;
    if (!forms[name](value)) return `${place} has ${name} in a form that the Video Profile does not know.`;
  }
  return null;
}

type Form = (value: unknown) => boolean;

const isSeconds: Form = (value) => isNumber(value) && value >= 0 && value <= 86_400;
const isShare: Form = (value) => isNumber(value) && value >= 0 && value <= 1;
const isTruth: Form = (value) => typeof value === 'boolean';
const matches =
  (pattern: RegExp): Form =>
  (value) =>
    typeof value === 'string' && value.length <= 40 && pattern.test(value);
const isSize = matches(/^\d{1,5}x\d{1,5}$/);

/** The form of each extension's value. */
const forms: Readonly<Record<VideoExtension, Form>> = {
  'session-id': matches(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i),
  length: isSeconds,
  'completion-threshold': isShare,
  time: isSeconds,
  'time-from': isSeconds,
  'time-to': isSeconds,
  progress: isShare,
  'played-segments': (value) => typeof value === 'string' && value.length <= 20_000 && parseSegments(value) !== null,
  speed: matches(/^\d{1,2}(?:\.\d{1,3})?x$/),
  volume: isShare,
  'full-screen': isTruth,
  'screen-size': isSize,
  'video-playback-size': isSize,
  track: matches(/^[a-z]{2}$/),
  'cc-enabled': isTruth,
  'cc-subtitle-enabled': isTruth,
  'cc-subtitle-lang': (value) => typeof value === 'string' && value.length <= 40 && isLanguageTag(value),
};

/** A number with at most three decimals. */
function isNumber(value: unknown): value is number {
  return (
    typeof value === 'number' && Number.isFinite(value) && Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6
  );
}

/**
 * A video is completed once in a registration (Video Profile, "completed"). Two devices that were offline may both say so:
 * the second is acknowledged, and one is kept.
 */
export const videoCompletedBefore: SaidBefore = {
  concerns: ({ verb }) => verb.id === completed.id,
  isSame: (statement, earlier) =>
    earlier.verb.id === completed.id &&
    'id' in earlier.object &&
    'id' in statement.object &&
    earlier.object.id === statement.object.id,
};
