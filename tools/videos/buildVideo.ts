import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOf } from '../../src/course/authoredContent.ts';
import { error, warning } from '../../src/course/finding.ts';
import type { Finding } from '../../src/course/finding.ts';
import { videoInputs } from '../../src/course/videoInputs.ts';
import type { VideoTimeline } from '../../src/schemas/videoTimeline.ts';
import { cuesOf } from './captions/cues.ts';
import { webVtt } from './captions/webVtt.ts';
import { durationOf, encode, poster } from './encode.ts';
import { Camera } from './picture/camera.ts';
import type { Shot } from './picture/camera.ts';
import { heldFrames } from './picture/frameStates.ts';
import { themeStyles } from './picture/styles.ts';
import { publish } from './publish.ts';
import type { BuiltFiles } from './publish.ts';
import { recipe } from './recipe.ts';
import type { Tools } from './requiredTools.ts';
import { master } from './sound/master.ts';
import { voiceTrack } from './sound/samples.ts';
import { speak } from './speech/speak.ts';
import type { Speech } from './speech/speak.ts';
import { speechRateFindings } from './speech/speechRate.ts';
import type { Storyboard } from './storyboards.ts';
import { addressesOf, timedText } from './timeline.ts';
import { milli, revealFrames, timeScenes } from './timing.ts';
import type { TimedScene } from './timing.ts';

/** A built video, or null when its author must mend something first. */
export interface Outcome {
  readonly timeline: VideoTimeline | null;
  readonly findings: readonly Finding[];
}

/** Builds one video from its storyboard and puts it into the project. */
export async function buildVideo(root: string, storyboard: Storyboard, tools: Tools): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'oppihetki-video-'));
  const inputs = await videoInputs(root, storyboard.video, storyboard.lang);
  const camera = await Camera.open(tools.browser, storyboard.data, storyboard.lang, await themeStyles(root));
  try {
    const speech = await speak(storyboard.data, storyboard.lang, storyboard.recordings, folder);
    const timing = timeScenes(speech.map((scene) => scene.map(({ seconds }) => seconds)));
    const findings = await findingsOf(storyboard, speech, timing, camera);
    if (findings.some(({ severity }) => severity === 'error')) return { timeline: null, findings };
    const voice = await makeVoice(timing, speech, folder);
    const shots = await camera.shoot(heldFrames(storyboard.data.scenes, timing), folder);
    const mp4 = await encode(shots, voice, keyFrames(storyboard, timing), folder);
    const still = await poster(pictureAt(shots, timing[0]!.endFrame - 1), folder);
    const duration = milli(await durationOf(mp4));
    const text = timedText(storyboard.data, timing, duration);
    const built = { mp4, poster: still, ...(await writeCaptions(text, duration, folder)) };
    const timeline: VideoTimeline = {
      video: storyboard.video,
      lang: storyboard.lang,
      title: storyboard.data.title,
      description: storyboard.data.description,
      duration,
      width: recipe.size.width * recipe.size.scale,
      height: recipe.size.height * recipe.size.scale,
      bytes: (await stat(mp4)).size,
      synthetic: speech.flat().some(({ synthetic }) => synthetic),
      files: addressesOf(storyboard.video, storyboard.lang, await hashOf(built)),
      ...text,
      inputs,
      madeWith: { ...tools.versions, chromium: camera.version },
    };
    await publish(root, timeline, built);
    return { timeline, findings };
  } finally {
    await camera.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function findingsOf(
  { authored, data }: Storyboard,
  speech: readonly (readonly Speech[])[],
  timing: readonly TimedScene[],
  camera: Camera,
): Promise<Finding[]> {
  const tooBig = (await camera.overflows()).map(({ scene, text }) => {
    const message = `Teksti ei mahdu kuvaan kohtauksessa ”${data.scenes[scene]!.id}”: ”${text}”`;
    return error(
      placeOf(authored, ['scenes', scene]),
      'picture-overflow',
      message,
      'Lyhennä tekstiä tai jaa kohtaus kahdeksi.',
    );
  });
  const rates = speechRateFindings(
    authored,
    speech.map((scene) => scene.map(({ seconds }) => seconds)),
  );
  const minutes = timing.at(-1)!.endFrame / recipe.frameRate / 60;
  if (minutes >= 2 && minutes <= 4) return [...tooBig, ...rates];
  const message = `Video kestää ${minutes.toFixed(1).replace('.', ',')} minuuttia. Sopiva on 2–4.`;
  const fix = minutes < 2 ? 'Täydennä kerrontaa.' : 'Lyhennä kerrontaa tai jaa video kahdeksi.';
  return [...tooBig, ...rates, warning(placeOf(authored), 'video-length', message, fix)];
}

async function makeVoice(
  timing: readonly TimedScene[],
  speech: readonly (readonly Speech[])[],
  folder: string,
): Promise<string> {
  const track = join(folder, 'track.raw');
  const voice = join(folder, 'voice.wav');
  const samples = voiceTrack(
    timing,
    speech.map((scene) => scene.map((spoken) => spoken.samples)),
  );
  await writeFile(track, new Uint8Array(samples.buffer));
  await master(track, voice);
  return voice;
}

/** Where something appears: the starts of scenes and of what their sentences show. */
function keyFrames({ data }: Storyboard, timing: readonly TimedScene[]): number[] {
  const frames = data.scenes.flatMap((scene, index) => [
    timing[index]!.frame,
    ...revealFrames(scene, timing[index]!).values(),
  ]);
  return [...new Set(frames)].sort((a, b) => a - b);
}

function pictureAt(shots: readonly Shot[], frame: number): string {
  let from = 0;
  return shots.find(({ frames }) => (from += frames) > frame)!.file;
}

async function writeCaptions(
  { transcript, chapters }: Pick<VideoTimeline, 'chapters' | 'transcript'>,
  duration: number,
  folder: string,
): Promise<Pick<BuiltFiles, 'captions' | 'chapters'>> {
  const files = { captions: join(folder, 'captions.vtt'), chapters: join(folder, 'chapters.vtt') };
  await writeFile(files.captions, webVtt(cuesOf(transcript, duration)));
  await writeFile(files.chapters, webVtt(chapters.map(({ start, end, title }) => ({ start, end, lines: [title] }))));
  return files;
}

/** What names the files: it changes with any of their bytes. */
async function hashOf({ mp4, captions, chapters, poster }: BuiltFiles): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [mp4, captions, chapters, poster]) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 10);
}
