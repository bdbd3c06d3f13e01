/** The IRIs and texts of the xAPI Video Profile (https://w3id.org/xapi/video, version 1.0.3). */
export const videoProfile = 'https://w3id.org/xapi/video';
export const videoActivityType = `${videoProfile}/activity-type/video`;

/** The IRI of one of the profile's extensions. */
export function videoExtension(name: VideoExtension): string {
  return `${videoProfile}/extensions/${name}`;
}

export type VideoExtension =
  | 'session-id'
  | 'length'
  | 'completion-threshold'
  | 'time'
  | 'time-from'
  | 'time-to'
  | 'progress'
  | 'played-segments'
  | 'speed'
  | 'volume'
  | 'full-screen'
  | 'screen-size'
  | 'video-playback-size'
  | 'track'
  | 'cc-enabled'
  | 'cc-subtitle-enabled'
  | 'cc-subtitle-lang';

/** The share of a video that must be seen before it is completed. */
export const completionThreshold = 0.9;

/** A stretch of a video that was played, in seconds. */
export type Segment = readonly [from: number, to: number];

/** Seconds or a share with at most three decimals, as the profile writes numbers. */
export function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** `played-segments`: `0.000[.]12.000[,]14.000[.]21.000`, in the order they were played. */
export function segmentsText(segments: readonly Segment[]): string {
  return segments.map(([from, to]) => `${from.toFixed(3)}[.]${to.toFixed(3)}`).join('[,]');
}

/** The segments in a `played-segments`, or null when it is none. */
export function parseSegments(text: string): readonly Segment[] | null {
  if (text === '') return [];
  const segments = text.split('[,]').map((part): Segment => {
    const [from, to, ...rest] = part.split('[.]');
    return rest.length > 0 || to === undefined ? [NaN, NaN] : [secondsIn(from!), secondsIn(to)];
  });
  return segments.every(([from, to]) => from <= to) ? segments : null;
}

function secondsIn(text: string): number {
  return /^\d{1,6}(?:\.\d{1,3})?$/.test(text) ? Number(text) : NaN;
}

/** The same stretches without overlaps, in the video's order. */
export function unionOf(segments: readonly Segment[]): readonly Segment[] {
  const union: [number, number][] = [];
  for (const [from, to] of [...segments].sort(([a], [b]) => a - b)) {
    const last = union.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else union.push([from, to]);
  }
  return union;
}

/** How much of a video of this length (seconds) was seen, 0–1 with three decimals. */
export function seenShare(segments: readonly Segment[], length: number): number {
  const seconds = unionOf(segments).reduce((sum, [from, to]) => sum + (to - from), 0);
  return length > 0 ? thousandths(Math.min(1, seconds / length)) : 0;
}
