import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoryboardData, VideoLanguage } from '../../../src/schemas/storyboard.ts';
import { recipe } from '../recipe.ts';
import { decode } from '../sound/decode.ts';
import { trimSilence } from '../sound/samples.ts';
import { speakWithEspeak } from './espeak.ts';
import { speakWithFestival } from './festival.ts';
import { scriptOf } from './script.ts';

/** A spoken sentence. */
export interface Speech {
  readonly samples: Int16Array;
  readonly seconds: number;
  readonly synthetic: boolean;
}

/** Speaks a storyboard: by its recordings where there are any, else by the synthesiser. @returns speech by scene and sentence. */
export async function speak(
  storyboard: StoryboardData,
  lang: VideoLanguage,
  recordings: ReadonlyMap<string, string>,
  folder: string,
): Promise<Speech[][]> {
  const script = scriptOf(storyboard, recordings);
  const lines = script.filter(({ recording }) => recording === null).map(({ line }) => line);
  const synthesised = lines.length === 0 ? [] : await synthesise(lines, lang, folder);
  const speech: Speech[][] = storyboard.scenes.map(() => []);
  for (const { scene, recording } of script) {
    const samples = trimSilence(await decode(recording ?? synthesised.shift()!));
    speech[scene]!.push({ samples, seconds: samples.length / recipe.sampleRate, synthetic: recording === null });
  }
  return speech;
}

async function synthesise(lines: readonly string[], lang: VideoLanguage, folder: string): Promise<string[]> {
  const voice = recipe.voices[lang];
  const files = join(folder, 'speech');
  await mkdir(files);
  return voice.engine === 'festival' ? speakWithFestival(voice, lines, files) : speakWithEspeak(voice, lines, files);
}
