import { activityIds } from '../xapi/ids.ts';
import type { NewStatement } from '../xapi/types.ts';
import { completed, videoVerbs } from '../xapi/verbs.ts';
import { parseSegments, type Segment, unionOf, videoExtension } from '../xapi/videoProfile.ts';

/** How far a learner is in a video, in one language of it. */
export interface VideoProgress {
  /** `video/language`. */
  readonly id: string;
  /** Where it was last left, in seconds. */
  readonly time: number;
  /** What was seen of it over all sessions, without overlaps. */
  readonly segments: readonly Segment[];
  readonly completed: boolean;
}

const leaving: readonly string[] = [videoVerbs.paused.id, videoVerbs.terminated.id, completed.id];

/** How far the learner is in the videos that a registration's statements speak of, in the order they were stored. */
export function videoProgress(statements: readonly NewStatement[], idBase: string): readonly VideoProgress[] {
  const ids = activityIds(idBase);
  const videos = new Map<string, VideoProgress>();
  for (const { verb, object, result } of statements) {
    const about = leaving.includes(verb.id) && 'id' in object ? ids.parse(object.id) : null;
    if (about?.kind !== 'video') continue;
    const id = `${about.video}/${about.lang}`;
    const before = videos.get(id);
    const extensions: Readonly<Record<string, unknown>> = result?.extensions ?? {};
    const time = extensions[videoExtension('time')];
    const played = extensions[videoExtension('played-segments')];
    const segments = typeof played === 'string' ? (parseSegments(played) ?? []) : [];
    videos.set(id, {
      id,
      time: typeof time === 'number' ? time : (before?.time ?? 0),
      segments: unionOf([...(before?.segments ?? []), ...segments]),
      completed: before?.completed === true || verb.id === completed.id,
    });
  }
  return [...videos.values()];
}
