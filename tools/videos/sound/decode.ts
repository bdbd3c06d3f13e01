import { recipe } from '../recipe.ts';
import { runCommand } from '../runCommand.ts';

/** The samples of a sound file: one channel at the recipe's rate. */
export async function decode(file: string): Promise<Int16Array> {
  const format = ['-f', 's16le', '-ac', '1', '-ar', String(recipe.sampleRate), '-bitexact'];
  const { output } = await runCommand('ffmpeg', ['-v', 'error', '-i', file, ...format, '-']);
  return Int16Array.from({ length: output.byteLength / 2 }, (_, index) => output.readInt16LE(index * 2));
}
