import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { recordingName, recordingsOf, strayRecordings } from '../../../../tools/videos/speech/recordings.ts';
import { speechRateFindings } from '../../../../tools/videos/speech/speechRate.ts';

const storyboard = { scenes: [{ narration: [{ text: 'A.' }, { text: 'B.' }] }, { narration: [{ text: 'C.' }] }] };

it('a recording replaces the sentence its name counts to; another is told as stray', async () => {
  const root = await mkdtemp(join(tmpdir(), 'oppihetki-narration-'));
  onTestFinished(() => rm(root, { recursive: true }));
  expect((await recordingsOf(root, 'video', 'fi')).size).toBe(0);
  const folder = join(root, 'videos', 'video', 'narration', 'fi');
  await mkdir(folder, { recursive: true });
  for (const name of ['01-02.wav', '03-01.wav', '.DS_Store']) await writeFile(join(folder, name), '');
  const recordings = await recordingsOf(root, 'video', 'fi');
  expect([...recordings.keys()].sort()).toEqual(['01-02.wav', '03-01.wav']);
  expect(recordings.get(recordingName(0, 1))).toBe(join(folder, '01-02.wav'));
  expect(strayRecordings(storyboard as never, recordings.keys())).toEqual(['03-01.wav']);
});

it('a sentence spoken far too fast for its letters is told with its place', () => {
  const authored = {
    file: 'videos/v/storyboard.fi.yaml',
    lineOf: () => 7,
    data: { scenes: [{ narration: [{ text: 'Kysy, mitä hän itse toivoo.' }] }] },
  };
  expect(speechRateFindings(authored as never, [[2]])).toEqual([]);
  expect(speechRateFindings(authored as never, [[0.5]])).toMatchObject([
    { rule: 'speech-rate', line: 7, severity: 'error' },
  ]);
});
