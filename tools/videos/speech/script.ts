import type { StoryboardData } from '../../../src/schemas/storyboard.ts';
import { recordingName } from './recordings.ts';

/** A sentence to be spoken: played from its recording, or read from its line where there is none. */
export interface ScriptLine {
  readonly scene: number;
  readonly line: string;
  /** The recording's path, or null. */
  readonly recording: string | null;
}

/** What is spoken in a video, in order. @param recordings paths by name. */
export function scriptOf({ scenes }: StoryboardData, recordings: ReadonlyMap<string, string>): ScriptLine[] {
  return scenes.flatMap(({ narration }, scene) =>
    narration.map(({ text, say }, sentence) => ({
      scene,
      line: say ?? text,
      recording: recordings.get(recordingName(scene, sentence)) ?? null,
    })),
  );
}
