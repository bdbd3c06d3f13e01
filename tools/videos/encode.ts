import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shot } from './picture/camera.ts';
import { recipe } from './recipe.ts';
import { runCommand } from './runCommand.ts';
import { secondsOf } from './timing.ts';

/**
 * Joins pictures and voice into an MP4 that can start before it is all there.
 * @param keyFrames frames where a seek should land cleanly: where something appears.
 */
export async function encode(
  shots: readonly Shot[],
  voice: string,
  keyFrames: readonly number[],
  folder: string,
): Promise<string> {
  const list = join(folder, 'frames.txt');
  await writeFile(list, concatList(shots));
  const mp4 = join(folder, 'video.mp4');
  const inputs = ['-f', 'concat', '-safe', '0', '-i', list, '-i', voice];
  const keys = ['-force_key_frames', keyFrames.map(secondsOf).join(',')];
  const length = ['-t', String(secondsOf(shots.reduce((sum, { frames }) => sum + frames, 0)))];
  const args = [
    '-v',
    'error',
    ...inputs,
    '-vf',
    recipe.pictureFilter,
    ...keys,
    ...recipe.encoding,
    ...length,
    '-y',
    mp4,
  ];
  await runCommand('ffmpeg', args);
  return mp4;
}

/** What ffmpeg's concat reads: each picture and its seconds. The last one stands twice, since its duration is not heeded. */
function concatList(shots: readonly Shot[]): string {
  const lines = shots.map(({ file, frames }) => `file '${file}'\nduration ${secondsOf(frames)}`);
  return ['ffconcat version 1.0', ...lines, `file '${shots.at(-1)!.file}'`, ''].join('\n');
}

/** A still of the video as AVIF: what stands in its place before it is played. */
export async function poster(picture: string, folder: string): Promise<string> {
  const still = join(folder, 'poster.avif');
  await runCommand('ffmpeg', ['-v', 'error', '-i', picture, ...recipe.poster, '-bitexact', '-y', still]);
  return still;
}

/** The length of a video in seconds, as its file says. */
export async function durationOf(mp4: string): Promise<number> {
  const args = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', mp4];
  const { output } = await runCommand('ffprobe', args);
  return Number(output.toString());
}
