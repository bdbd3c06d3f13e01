import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { timelineFile } from '../../src/course/videoFreshness.ts';
import type { VideoTimeline } from '../../src/schemas/videoTimeline.ts';

/** Built files on the disk, by what they are in the timeline. */
export type BuiltFiles = Readonly<Record<keyof VideoTimeline['files'], string>>;

/**
 * Puts a built video into the project. The timeline, which names the other files, comes after them, and the files of the build before it
 * go last: whenever this stops, either the old video or the new one is whole.
 */
export async function publish(root: string, timeline: VideoTimeline, built: BuiltFiles): Promise<void> {
  const { video, lang, files } = timeline;
  const folder = join(root, 'public', 'videos', video);
  await mkdir(folder, { recursive: true });
  for (const [kind, address] of Object.entries(files)) {
    await put(join(root, 'public', address), (path) => copyFile(built[kind as keyof BuiltFiles], path));
  }
  const text = `${JSON.stringify(timeline, null, 2)}\n`;
  await put(join(root, timelineFile(video, lang)), (path) => writeFile(path, text));
  await removeOthers(folder, `${video}.${lang}.`, new Set(Object.values(files).map((file) => basename(file))));
}

/** Writes beside the place and moves it there when it is whole. */
async function put(path: string, write: (path: string) => Promise<void>): Promise<void> {
  const unfinished = join(dirname(path), `.unfinished-${basename(path)}`);
  await write(unfinished);
  await rename(unfinished, path);
}

async function removeOthers(folder: string, beginning: string, keep: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder);
  const old = names.filter((name) => {
    const built = name.replace(/^\.unfinished-/, '');
    return built.startsWith(beginning) && !keep.has(name);
  });
  await Promise.all(old.map((name) => rm(join(folder, name))));
}
