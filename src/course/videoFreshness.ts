import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VideoLanguage } from '../schemas/storyboard.ts';
import { videoTimelineSchema } from '../schemas/videoTimeline.ts';
import type { VideoTimeline } from '../schemas/videoTimeline.ts';
import { videoInputs } from './videoInputs.ts';

/** `unbuilt`: the timeline or one of its files is missing. `stale`: something it was made from has changed since. */
export type Freshness = 'fresh' | 'stale' | 'unbuilt';

/** Whether a video is what its storyboard, recordings and theme now say. */
export async function videoFreshness(root: string, video: string, lang: VideoLanguage): Promise<Freshness> {
  const timeline = await readTimeline(root, video, lang);
  if (timeline === null || !(await filesAreThere(root, timeline))) return 'unbuilt';
  return timeline.inputs === (await videoInputs(root, video, lang)) ? 'fresh' : 'stale';
}

/** Where a video's timeline lies, from the project's root. */
export function timelineFile(video: string, lang: VideoLanguage): string {
  return `videos/${video}/timeline.${lang}.json`;
}

/** The timeline of a built video; null when there is none, or none that can be read. */
export async function readTimeline(root: string, video: string, lang: VideoLanguage): Promise<VideoTimeline | null> {
  try {
    const text = await readFile(join(root, timelineFile(video, lang)), 'utf8');
    return videoTimelineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function filesAreThere(root: string, { files }: VideoTimeline): Promise<boolean> {
  try {
    await Promise.all(Object.values(files).map((file) => access(join(root, 'public', file))));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
