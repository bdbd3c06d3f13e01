import { join } from 'node:path';
import { runCommand } from '../runCommand.ts';

interface EspeakVoice {
  readonly voice: string;
  readonly wordsPerMinute: number;
}

/** Speaks lines with eSpeak NG. @returns the WAV files, in the order of the lines, written to `folder`. */
export async function speakWithEspeak(
  { voice, wordsPerMinute }: EspeakVoice,
  lines: readonly string[],
  folder: string,
): Promise<string[]> {
  const files: string[] = [];
  for (const [index, line] of lines.entries()) {
    const file = join(folder, `line-${index}.wav`);
    await runCommand('espeak-ng', ['-v', voice, '-s', String(wordsPerMinute), '-w', file, '--stdin'], line);
    files.push(file);
  }
  return files;
}
