import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoryboardData, VideoLanguage } from '../../../src/schemas/storyboard.ts';

/** The name of the recording that replaces the synthesiser for one sentence: scene and sentence counted from 1, as in `02-03.wav`. */
export function recordingName(scene: number, sentence: number): string {
  return `${[scene, sentence].map((number) => String(number + 1).padStart(2, '0')).join('-')}.wav`;
}

/** Recordings of a video's narration: paths by name. Empty when there are none. */
export async function recordingsOf(root: string, video: string, lang: VideoLanguage): Promise<Map<string, string>> {
  const folder = join(root, 'videos', video, 'narration', lang);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return new Map(names.filter((name) => !name.startsWith('.')).map((name) => [name, join(folder, name)]));
}

/** Recordings that no sentence of the storyboard would ever play. */
export function strayRecordings({ scenes }: StoryboardData, names: Iterable<string>): string[] {
  const known = new Set(
    scenes.flatMap(({ narration }, scene) => narration.map((_, sentence) => recordingName(scene, sentence))),
  );
  return [...names].filter((name) => !known.has(name));
}
