import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { captionFindings } from '../../../../src/course/checks/captionChecks.ts';
import { readContent } from '../../../../src/course/readContent.ts';
import type { StoryboardData } from '../../../../src/schemas/storyboard.ts';
import { cuesOf } from '../../../../tools/videos/captions/cues.ts';
import type { Cue } from '../../../../tools/videos/captions/cues.ts';
import { webVtt } from '../../../../tools/videos/captions/webVtt.ts';
import { recipe } from '../../../../tools/videos/recipe.ts';
import { timedText } from '../../../../tools/videos/timeline.ts';
import { secondsOf, timeScenes } from '../../../../tools/videos/timing.ts';

const root = join(import.meta.dirname, '../../../..');
const { content } = await readContent(root);
const storyboards = content.storyboards.map(({ id, data }) => [id, data!] as const);
const timelines = content.timelines.map(({ id, data }) => [id, data!] as const);
const { slowest, fastest } = recipe.speechRate;

/** The sentences and the captions of a video that is spoken at so many characters a second. */
function spokenAt(rate: number, storyboard: StoryboardData) {
  const speech = storyboard.scenes.map(({ narration }) =>
    narration.map(({ text, say }) => (say ?? text).length / rate),
  );
  const timing = timeScenes(speech);
  const duration = secondsOf(timing.at(-1)!.endFrame);
  const { transcript } = timedText(storyboard, timing, duration);
  return { transcript, cues: cuesOf(transcript, duration) };
}

/** What the content check says of captions. */
function findingsOn(cues: readonly Cue[]) {
  return captionFindings('captions.vtt', webVtt(cues));
}

describe.each([slowest, 12, 15])('captions of the course’s videos, spoken at %i characters a second', (rate) => {
  it.each(storyboards)('have nothing for the content check to find: %s', (_id, storyboard) => {
    expect(findingsOn(spokenAt(rate, storyboard).cues)).toEqual([]);
  });
});

describe.each([slowest, 12, fastest])('captions of the course’s videos, spoken at %i characters a second', (rate) => {
  it.each(storyboards)(
    'say all that is said, in lines that fit, read no faster than they are spoken: %s',
    (_id, storyboard) => {
      const { transcript, cues } = spokenAt(rate, storyboard);
      expect(findingsOn(cues).filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(cues.flatMap(({ lines }) => lines).join(' ')).toBe(transcript.map(({ text }) => text).join(' '));
      const speeds = cues.map(({ start, end, lines }) => lines.join(' ').length / (end - start));
      expect(Math.max(...speeds)).toBeLessThanOrEqual(rate * 1.05);
    },
  );
});

describe('the built captions and chapters of a video', () => {
  it.each(timelines)('are what would be made of its timeline now: %s', async (_id, timeline) => {
    const { transcript, chapters, duration, files } = timeline;
    const built = (file: string) => readFile(join(root, 'public', file), 'utf8');
    expect(webVtt(cuesOf(transcript, duration))).toBe(await built(files.captions));
    const titles = chapters.map(({ start, end, title }) => ({ start, end, lines: [title] }));
    expect(webVtt(titles)).toBe(await built(files.chapters));
  });
});
