import type { VideoTimeline } from '../schemas/videoTimeline.ts';

/** How long each built video takes in the language of the content, Finnish, in seconds; 0 for one that is not built. */
export function videoSeconds(
  timelines: readonly { readonly id: string; readonly data: VideoTimeline | null }[],
): (video: string) => number {
  return (video) => timelines.find(({ id }) => id === `${video}/fi`)?.data?.duration ?? 0;
}
