import { z } from 'astro/zod';
import { id } from './id.ts';
import { videoLanguages } from './storyboard.ts';

/** A moment of a video: seconds from its start, with at most three decimals as the xAPI Video Profile wants them. */
const seconds = z
  .number()
  .nonnegative()
  .refine((value) => Math.round(value * 1000) / 1000 === value, 'use at most three decimals');

/** Address of a built file from the site's root. The hash in its name changes with the content of the video. */
const builtFile = (ending: string) =>
  z.string().regex(new RegExp(`^/videos/[a-z0-9-]+/[a-z0-9-]+\\.(?:${videoLanguages.join('|')})\\.[0-9a-f]{10}\\.${ending}$`));

/**
 * What `npm run videos` tells of a video it built: `videos/<id>/timeline.<lang>.json`. Pages show and track the video by it, and it is
 * the lock that tells whether the video is stale.
 */
export const videoTimelineSchema = z.strictObject({
  video: id,
  lang: z.enum(videoLanguages),
  title: z.string().min(1),
  description: z.string().min(1),
  duration: seconds,
  width: z.int().positive(),
  height: z.int().positive(),
  /** Of the MP4. */
  bytes: z.int().positive(),
  /** True when any sentence is spoken by the speech synthesiser: learners are told so. */
  synthetic: z.boolean(),
  files: z.strictObject({
    mp4: builtFile('mp4'),
    captions: builtFile('captions\\.vtt'),
    chapters: builtFile('chapters\\.vtt'),
    poster: builtFile('avif'),
  }),
  /** The scenes: they follow each other without gaps from 0 to the end. */
  chapters: z.array(z.strictObject({ id, title: z.string().min(1), start: seconds, end: seconds })).min(1),
  /** The sentences as they are spoken, `scene` being the id of their chapter. */
  transcript: z.array(z.strictObject({ scene: id, start: seconds, end: seconds, text: z.string().min(1) })).min(1),
  /** Hash of everything the video was made from: see `videoInputs`. */
  inputs: z.string().regex(/^[0-9a-f]{64}$/),
  /** The tools that made it and their versions. Other versions may give other bytes; they do not make the video stale. */
  madeWith: z.record(z.string(), z.string()),
});

export type VideoTimeline = z.infer<typeof videoTimelineSchema>;
