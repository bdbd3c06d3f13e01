import { recipe } from '../recipe.ts';
import { runCommand } from '../runCommand.ts';

/** How samples lie in a file without a header. */
const raw = ['-f', 's16le', '-ac', '1', '-ar', String(recipe.sampleRate)];

/**
 * Masters a voice track to the loudness of broadcast speech, in two passes: the first measures, the second sets it evenly.
 * @param track file of raw samples. @param wav where the result goes; it is as long as the track.
 */
export async function master(track: string, wav: string): Promise<void> {
  const loudnorm = `loudnorm=${recipe.loudness}`;
  const measuring = `${recipe.voiceFilter},${loudnorm}:print_format=json`;
  const { complaints } = await runCommand('ffmpeg', [
    '-hide_banner',
    ...raw,
    '-i',
    track,
    '-af',
    measuring,
    '-f',
    'null',
    '-',
  ]);
  const filter = `${recipe.voiceFilter},${loudnorm}:${measuredIn(complaints)}:linear=true,aresample=${recipe.sampleRate}`;
  const sound = ['-af', filter, '-c:a', 'pcm_s16le', '-bitexact', '-y', wav];
  await runCommand('ffmpeg', ['-v', 'error', ...raw, '-i', track, ...sound]);
}

/** What loudnorm measured, as options of its second pass. */
function measuredIn(complaints: string): string {
  const json = /\{[^{}]*"input_i"[^{}]*\}/.exec(complaints)?.[0];
  if (json === undefined) throw new Error(`ffmpeg measured no loudness:\n${complaints.slice(-500)}`);
  const measured = JSON.parse(json) as Record<string, string>;
  const option = (name: string, from: string) => `${name}=${measured[from]}`;
  return [
    option('measured_I', 'input_i'),
    option('measured_TP', 'input_tp'),
    option('measured_LRA', 'input_lra'),
    option('measured_thresh', 'input_thresh'),
    option('offset', 'target_offset'),
  ].join(':');
}
