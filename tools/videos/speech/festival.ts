import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../runCommand.ts';

interface FestivalVoice {
  readonly voice: string;
  readonly stretch: number;
}

/**
 * Speaks lines with Festival, one process for all of them.
 * @returns the WAV files, in the order of the lines, written to `folder`.
 * @throws Error when a line cannot be written in ISO-8859-1: Festival reads nothing else, and of UTF-8 it would read each ä as an
 * unknown letter without a complaint.
 */
export async function speakWithFestival(
  { voice, stretch }: FestivalVoice,
  lines: readonly string[],
  folder: string,
): Promise<string[]> {
  const files = lines.map((_, index) => join(folder, `line-${index}.wav`));
  const commands = lines.map((line, index) => {
    return `(utt.save.wave (utt.synth (Utterance Text ${quoted(line)})) ${quoted(files[index]!)} 'riff)`;
  });
  const script = [`(voice_${voice})`, `(Parameter.set 'Duration_Stretch ${stretch})`, ...commands, ''].join('\n');
  if (/[^\0-\u00FF]/.test(script)) throw new Error('A line for Festival has letters that ISO-8859-1 lacks.');
  const path = join(folder, 'lines.scm');
  await writeFile(path, script, 'latin1');
  const { complaints } = await runCommand('festival', ['-b', path]);
  for (const file of files) {
    await readFile(file).catch(() => {
      throw new Error(`Festival spoke no ${file}:\n${complaints}`);
    });
  }
  return files;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
