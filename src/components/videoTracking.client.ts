import type { VideoExtension } from '../xapi/videoProfile.ts';
import { accountOf, currentProgress, moduleOf } from './progress.client.ts';
import type { Progress } from './progress.client.ts';
import { enqueue, isIdle } from './queue/delivery.client.ts';
import { addWhileLeaving } from './queue/queueStore.client.ts';
import { sendAtOnce } from './queue/send.client.ts';
import { type Said, VideoSession, videoStatement } from './videoSession.client.ts';

/** How long after the last turn of the volume it is told, in milliseconds. */
const settled = 600;

/**
 * Records how a video is watched, for a learner who is signed in. Called when it is first played.
 * @param video `video/language`
 * @returns how to stop
 */
export function trackVideo(player: HTMLVideoElement, module: string, video: string): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let session: VideoSession | null = null;
  let progress: Progress | null = null;
  let leaving = false;
  let volume: ReturnType<typeof setTimeout> | undefined;

  const say = (said: Said) => {
    const own = progress && moduleOf(progress, module);
    if (!progress || !own) return;
    const { actor, idBase } = progress;
    const body = videoStatement(said, { actor, idBase, registration: own.registration, video });
    const sending = { kind: 'statement', id: body.id!, account: accountOf(progress), body } as const;
    if (!leaving) void enqueue(sending);
    else {
      addWhileLeaving(sending);
      if (isIdle()) sendAtOnce(sending);
    }
  };
  const begin = () => {
    const known = progress && moduleOf(progress, module)?.videos.find(({ id }) => id === video);
    session ??= new VideoSession({
      state: { time: player.currentTime, length: player.duration },
      earlier: known?.segments ?? [],
      completed: known?.completed ?? false,
      settings: () => settingsOf(player),
      say,
    });
    return session;
  };
  void currentProgress().then((state) => {
    if (state.kind !== 'signed-in') return;
    progress = state.progress;
    if (isPlaying(player)) begin().played(player.currentTime);
  });
  const on = (name: string, listener: () => void, target: EventTarget = player) =>
    target.addEventListener(name, listener, { signal });

  on('playing', () => {
    if (progress) begin().played(player.currentTime);
  });
  on('pause', () => {
    if (!player.seeking) session?.paused(player.ended ? player.duration : player.currentTime);
  });
  on('timeupdate', () => {
    if (!player.seeking && !player.paused) session?.reached(player.currentTime);
  });
  on('seeked', () => session?.seeked(player.currentTime));
  on('ratechange', () => session?.interacted({ speed: `${player.playbackRate}x` }));
  on('volumechange', () => {
    clearTimeout(volume);
    volume = setTimeout(() => session?.interacted({ volume: volumeOf(player) }), settled);
  });
  on('change', () => session?.interacted(captionsOf(player)), player.textTracks);
  on('fullscreenchange', () => session?.interacted({ 'full-screen': document.fullscreenElement !== null }), document);
  on(
    'pagehide',
    () => {
      leaving = true;
      session?.terminated();
      session = null;
    },
    window,
  );
  on('pageshow', () => (leaving = false), window);
  return () => stop.abort();
}

/** One that was only told to play knows neither its length nor where it begins yet: `playing` follows. */
function isPlaying({ paused, readyState }: HTMLVideoElement): boolean {
  return !paused && readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
}

function settingsOf(player: HTMLVideoElement): Partial<Record<VideoExtension, unknown>> {
  return {
    ...captionsOf(player),
    'full-screen': document.fullscreenElement !== null,
    'screen-size': `${screen.width}x${screen.height}`,
    'video-playback-size': `${player.clientWidth}x${player.clientHeight}`,
    speed: `${player.playbackRate}x`,
    volume: volumeOf(player),
  };
}

/** The profile's sources name the captions in two ways, so both are told. */
function captionsOf({ textTracks }: HTMLVideoElement): Partial<Record<VideoExtension, unknown>> {
  const captions = [...textTracks].find(({ kind }) => kind === 'captions');
  const shown = captions?.mode === 'showing';
  return {
    'cc-enabled': shown,
    'cc-subtitle-enabled': shown,
    ...(captions && { 'cc-subtitle-lang': captions.language }),
  };
}

function volumeOf({ muted, volume }: HTMLVideoElement): number {
  return muted ? 0 : Math.round(volume * 1000) / 1000;
}
