import type { Statement } from '../xapi/types.ts';
import { completed, videoVerbs } from '../xapi/verbs.ts';
import {
  completionThreshold,
  type Segment,
  seenShare,
  segmentsText,
  thousandths,
  videoActivityType,
  type VideoExtension,
  videoExtension,
  videoProfile,
} from '../xapi/videoProfile.ts';

type Extensions = Partial<Record<VideoExtension, unknown>>;

/** What a session says, before it is said by whom and of what. */
export type Said = Pick<Statement, 'verb' | 'result'> & { readonly context: Extensions; readonly timestamp: string };

export interface VideoState {
  /** Where the video is, in seconds. */
  readonly time: number;
  /** The video's length, in seconds. */
  readonly length: number;
}

/**
 * One session of a video as the xAPI Video Profile tells it: what happens to the player goes in, statements come out.
 * It begins when the video is first played and ends when the page goes. Knows no player and no page.
 */
export class VideoSession {
  readonly #id = crypto.randomUUID();
  readonly #begun = Date.now();
  readonly #settings: () => Extensions;
  readonly #say: (said: Said) => void;
  /** What was seen in earlier sessions. */
  readonly #earlier: readonly Segment[];
  #completed: boolean;
  #segments: Segment[] = [];
  /** Where the stretch now being played began; null while nothing plays. */
  #from: number | null = null;
  #state: VideoState;
  #terminated = false;

  constructor(parts: {
    readonly state: VideoState;
    readonly earlier: readonly Segment[];
    readonly completed: boolean;
    /** How the player is set: captions, speed, volume, size. */
    readonly settings: () => Extensions;
    readonly say: (said: Said) => void;
  }) {
    this.#state = parts.state;
    this.#earlier = parts.earlier;
    this.#completed = parts.completed;
    this.#settings = parts.settings;
    this.#say = parts.say;
    this.#tell(videoVerbs.initialized.id, {}, { ...this.#lengths, ...this.#settings() });
  }

  played(time: number): void {
    if (this.#terminated || this.#from !== null) return;
    this.#moveTo(time);
    this.#from = time;
    this.#tell(videoVerbs.played.id, { time: thousandths(time) });
  }

  paused(time: number): void {
    if (this.#terminated || this.#from === null) return;
    this.#close(time);
    this.#tell(videoVerbs.paused.id, this.#seen, this.#lengths);
    this.#completeWhenSeen();
  }

  /** The player went on by itself to here. */
  reached(time: number): void {
    if (this.#terminated || this.#from === null || time < this.#from) return;
    this.#moveTo(time);
    this.#completeWhenSeen();
  }

  /** The learner jumped from where the video last was to `time`. */
  seeked(time: number): void {
    if (this.#terminated) return;
    const from = this.#state.time;
    const wasPlaying = this.#from !== null;
    if (wasPlaying) this.#close(from);
    this.#tell(videoVerbs.seeked.id, { 'time-from': thousandths(from), 'time-to': thousandths(time) });
    this.#moveTo(time);
    if (wasPlaying) this.#from = time;
  }

  /** Something of the player was set anew. */
  interacted(changed: Extensions): void {
    if (this.#terminated) return;
    this.#tell(videoVerbs.interacted.id, { time: thousandths(this.#state.time) }, changed);
  }

  /** The page goes: after this nothing is said any more. */
  terminated(): void {
    if (this.#terminated) return;
    this.paused(this.#state.time);
    this.#tell(videoVerbs.terminated.id, this.#seen, this.#lengths);
    this.#terminated = true;
  }

  #completeWhenSeen(): void {
    if (this.#completed || this.#share < completionThreshold) return;
    this.#completed = true;
    this.#tell(completed.id, this.#seen, this.#lengths, {
      completion: true,
      duration: `PT${((Date.now() - this.#begun) / 1000).toFixed(2)}S`,
    });
  }

  #moveTo(time: number): void {
    this.#state = { ...this.#state, time };
  }

  #close(time: number): void {
    this.#segments.push([thousandths(this.#from!), thousandths(Math.max(time, this.#from!))]);
    this.#from = null;
    this.#moveTo(time);
  }

  /** The stretches of this session, the one being played included. */
  get #played(): readonly Segment[] {
    if (this.#from === null) return this.#segments;
    return [...this.#segments, [thousandths(this.#from), thousandths(Math.max(this.#state.time, this.#from))]];
  }

  get #share(): number {
    return seenShare([...this.#earlier, ...this.#played], this.#state.length);
  }

  get #seen(): Extensions {
    return {
      time: thousandths(this.#state.time),
      progress: this.#share,
      'played-segments': segmentsText(this.#played),
    };
  }

  get #lengths(): Extensions {
    return { length: thousandths(this.#state.length), 'completion-threshold': completionThreshold };
  }

  #tell(verb: string, result: Extensions, context: Extensions = {}, more: Partial<Statement['result']> = {}): void {
    this.#say({
      verb: { id: verb },
      result: { ...more, ...(Object.keys(result).length > 0 && { extensions: named(result) }) },
      context: named({ 'session-id': this.#id, ...context }),
      timestamp: new Date().toISOString(),
    });
  }
}

function named(extensions: Extensions): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(extensions).map(([name, value]) => [videoExtension(name as VideoExtension), value]),
  );
}

/** What a session said, as a statement of this learner about this video. */
export function videoStatement(
  said: Said,
  about: {
    readonly actor: Statement['actor'];
    readonly registration: string;
    readonly idBase: string;
    /** `video/language` */
    readonly video: string;
  },
): Statement {
  const { verb, result, context, timestamp } = said;
  return {
    id: crypto.randomUUID(),
    actor: about.actor,
    verb,
    object: {
      objectType: 'Activity',
      id: `${about.idBase}/videos/${about.video}`,
      definition: { type: videoActivityType },
    },
    ...(result && Object.keys(result).length > 0 && { result }),
    context: {
      registration: about.registration,
      language: about.video.split('/')[1]!,
      contextActivities: { category: [{ id: videoProfile }] },
      extensions: context,
    },
    timestamp,
  };
}
