import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { speakWithFestival } from '../../../../tools/videos/speech/festival.ts';

it('a line with letters that Festival would misread without a complaint never reaches it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'oppihetki-speech-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const voice = { voice: 'hy_fi_mv_diphone', stretch: 1 };
  await expect(speakWithFestival(voice, ['Hyvää päivää.', 'Hinta on 5 €.'], folder)).rejects.toThrow('ISO-8859-1');
  expect(await readdir(folder)).toEqual([]);
});
