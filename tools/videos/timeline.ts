import type { StoryboardData, VideoLanguage } from '../../src/schemas/storyboard.ts';
import type { VideoTimeline } from '../../src/schemas/videoTimeline.ts';
import type { Spoken } from './captions/cues.ts';
import { recipe } from './recipe.ts';
import { milli, secondsOf } from './timing.ts';
import type { TimedScene } from './timing.ts';

type Timed = Pick<VideoTimeline, 'chapters' | 'transcript'>;

/** The chapters and the transcript of a video. @param duration of the video in seconds. */
export function timedText({ scenes }: StoryboardData, timing: readonly TimedScene[], duration: number): Timed {
  const chapters = scenes.map(({ id, title }, index) => {
    const { frame, endFrame } = timing[index]!;
    const end = index === scenes.length - 1 ? milli(duration) : secondsOf(endFrame);
    return { id, title, start: secondsOf(frame), end };
  });
  const transcript = scenes.flatMap(({ id, narration }, index) =>
    narration.map(({ text }, sentence) => ({ scene: id, ...spokenAt(timing[index]!, sentence), text })),
  );
  return { chapters, transcript };
}

function spokenAt({ sentences }: TimedScene, sentence: number): Omit<Spoken, 'text'> {
  const { frame, speech } = sentences[sentence]!;
  return { start: secondsOf(frame), end: milli(frame / recipe.frameRate + speech) };
}

/** Addresses of a video's files from the site's root. */
export function addressesOf(video: string, lang: VideoLanguage, hash: string): VideoTimeline['files'] {
  const base = `/videos/${video}/${video}.${lang}.${hash}`;
  return {
    mp4: `${base}.mp4`,
    captions: `${base}.captions.vtt`,
    chapters: `${base}.chapters.vtt`,
    poster: `${base}.avif`,
  };
}
