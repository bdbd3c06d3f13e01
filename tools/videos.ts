import { join } from 'node:path';
import type { Finding } from '../src/course/finding.ts';
import { videoFreshness } from '../src/course/videoFreshness.ts';
import type { Freshness } from '../src/course/videoFreshness.ts';
import type { VideoTimeline } from '../src/schemas/videoTimeline.ts';
import { findingLines } from './contentCheck/asText.ts';
import { buildVideo } from './videos/buildVideo.ts';
import { findTools, howToGet } from './videos/requiredTools.ts';
import { listVideos, readStoryboard } from './videos/storyboards.ts';
import type { Storyboard, VideoName } from './videos/storyboards.ts';

const usage = `Käyttö: npm run videos [-- valinnat] [-- videon tunnus …]
  --check   kertoo, mitkä videot ovat vanhentuneet, eikä tee niitä
  --force   tekee videot uudelleen, vaikka mikään ei ole muuttunut`;

const words: Readonly<Record<Freshness, string>> = {
  fresh: 'ajan tasalla',
  stale: 'vanhentunut: käsikirjoitus, äänite tai ulkoasu on muuttunut',
  unbuilt: 'tekemättä',
};

/** How far the command writes; colours or not. */
interface Terminal {
  readonly write: (text: string) => void;
  readonly colours: boolean;
}

/**
 * The command `npm run videos`: builds the videos whose storyboard, recordings or look changed.
 * @param args options and ids of videos; all of them without ids.
 * @returns the exit code: 0 when all is well, 1 when something must be mended or is stale, 2 for arguments it does not know.
 */
export async function run(args: readonly string[], root: string, terminal: Terminal): Promise<0 | 1 | 2> {
  const options = args.filter((arg) => arg.startsWith('-'));
  const ids = args.filter((arg) => !arg.startsWith('-'));
  const all = await listVideos(root);
  const unknown =
    options.find((option) => !['--check', '--force'].includes(option)) ??
    ids.find((id) => !all.some(({ video }) => video === id));
  if (unknown !== undefined) {
    terminal.write(`${unknown.startsWith('-') ? 'Valintaa' : 'Videota'} ${unknown} ei ole.\n${usage}\n`);
    return 2;
  }
  const chosen = await withFreshness(root, ids.length === 0 ? all : all.filter(({ video }) => ids.includes(video)));
  if (options.includes('--check')) return tell(chosen, terminal);
  const wanted = options.includes('--force') ? chosen : chosen.filter(({ freshness }) => freshness !== 'fresh');
  if (wanted.length === 0) {
    terminal.write('Kaikki videot ovat ajan tasalla.\n');
    return 0;
  }
  return build(wanted, root, terminal);
}

type Found = VideoName & { readonly freshness: Freshness };

async function withFreshness(root: string, videos: readonly VideoName[]): Promise<Found[]> {
  return Promise.all(
    videos.map(async (name) => ({ ...name, freshness: await videoFreshness(root, name.video, name.lang) })),
  );
}

function tell(videos: readonly Found[], terminal: Terminal): 0 | 1 {
  for (const { video, lang, freshness } of videos) terminal.write(`${video} (${lang})  ${words[freshness]}\n`);
  return videos.every(({ freshness }) => freshness === 'fresh') ? 0 : 1;
}

async function build(wanted: readonly VideoName[], root: string, terminal: Terminal): Promise<0 | 1> {
  const show = (findings: readonly Finding[]) => terminal.write(findingLines(findings, terminal.colours));
  const read = await Promise.all(wanted.map((name) => readStoryboard(root, name)));
  show(read.flatMap(({ findings }) => findings));
  const storyboards = read.map(({ storyboard }) => storyboard).filter((storyboard) => storyboard !== null);
  if (storyboards.length < wanted.length) return 1;
  const tools = findTools(new Set(storyboards.map(({ lang }) => lang)));
  if ('missing' in tools) {
    terminal.write(howToGet(tools));
    return 1;
  }
  let failed = false;
  for (const storyboard of storyboards) {
    terminal.write(`${nameOf(storyboard)}  tehdään …\n`);
    const { timeline, findings } = await buildVideo(root, storyboard, tools);
    show(findings);
    if (timeline === null) failed = true;
    else terminal.write(`${nameOf(storyboard)}  valmis: ${measures(timeline)}\n`);
  }
  return failed ? 1 : 0;
}

function nameOf({ video, lang }: Storyboard): string {
  return `${video} (${lang})`;
}

function measures({ duration, bytes }: VideoTimeline): string {
  const seconds = Math.round(duration);
  const megabytes = (bytes / 1_000_000).toFixed(1).replace('.', ',');
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s, ${megabytes} Mt`;
}

if (import.meta.main) {
  const terminal = {
    write: (text: string) => process.stdout.write(text),
    colours: process.stdout.isTTY && !process.env['NO_COLOR'],
  };
  process.exitCode = await run(process.argv.slice(2), join(import.meta.dirname, '..'), terminal);
}
