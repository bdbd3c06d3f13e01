import { currentProgress, moduleOf } from './progress.client.ts';

/** Brings a video back to where a signed-in learner left it, unless that is its very beginning or end, or it plays already. */
export async function comeBack(player: HTMLVideoElement, module: string, video: string): Promise<void> {
  const state = await currentProgress();
  if (state.kind !== 'signed-in') return;
  const time = moduleOf(state.progress, module)?.videos.find(({ id }) => id === video)?.time ?? 0;
  const go = () => {
    if (player.paused && player.currentTime === 0 && time > 5 && time < player.duration - 5) player.currentTime = time;
  };
  if (player.readyState >= HTMLMediaElement.HAVE_METADATA) go();
  else player.addEventListener('loadedmetadata', go, { once: true });
}
