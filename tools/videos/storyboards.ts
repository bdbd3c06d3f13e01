import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Authored } from '../../src/course/authoredContent.ts';
import { storyboardFindings } from '../../src/course/checks/storyboardChecks.ts';
import { error } from '../../src/course/finding.ts';
import type { Finding } from '../../src/course/finding.ts';
import { readYamlEntry } from '../../src/course/read/yamlFile.ts';
import { storyboardSchema, videoLanguages } from '../../src/schemas/storyboard.ts';
import type { StoryboardData, VideoLanguage } from '../../src/schemas/storyboard.ts';
import { recordingsOf, strayRecordings } from './speech/recordings.ts';

/** A video that has a storyboard in a language. */
export interface VideoName {
  readonly video: string;
  readonly lang: VideoLanguage;
}

/** A storyboard without mistakes, with what is recorded of its narration. */
export interface Storyboard extends VideoName {
  readonly authored: Authored<StoryboardData>;
  readonly data: StoryboardData;
  /** Paths by name. */
  readonly recordings: ReadonlyMap<string, string>;
}

/** Every video and language under `videos`, sorted. */
export async function listVideos(root: string): Promise<VideoName[]> {
  const files = await readdir(join(root, 'videos'), { recursive: true });
  return files.sort().flatMap((file) => {
    const [, video, lang] = /^([a-z0-9-]+)[/\\]storyboard\.([a-z]+)\.yaml$/.exec(file) ?? [];
    const known = videoLanguages.find((language) => language === lang);
    return video !== undefined && known !== undefined ? [{ video, lang: known }] : [];
  });
}

/** Reads a storyboard. Null, and what its author should mend, when it cannot become a video. */
export async function readStoryboard(
  root: string,
  { video, lang }: VideoName,
): Promise<{ storyboard: Storyboard | null; findings: Finding[] }> {
  const file = `videos/${video}/storyboard.${lang}.yaml`;
  const { authored, findings } = readYamlEntry(storyboardSchema, video, file, await readFile(join(root, file), 'utf8'));
  const { data } = authored;
  if (data === null) return { storyboard: null, findings };
  const recordings = await recordingsOf(root, video, lang);
  const mistakes = [...storyboardFindings(authored), ...strays(file, data, recordings.keys())];
  return { storyboard: mistakes.length > 0 ? null : { video, lang, authored, data, recordings }, findings: mistakes };
}

function strays(file: string, data: StoryboardData, names: Iterable<string>): Finding[] {
  return strayRecordings(data, names).map((name) => {
    const fix = 'Nimeä äänite kohtauksen ja virkkeen mukaan, esimerkiksi 02-03.wav, tai poista se.';
    return error({ file, line: 1 }, 'recording-stray', `Äänitteelle ${name} ei ole virkettä käsikirjoituksessa.`, fix);
  });
}
