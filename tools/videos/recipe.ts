/**
 * What decides the sound, the motion and the bytes of every video, besides the theme. The content of this file is among the inputs of
 * each (see `videoInputs`): a change here makes all of them stale.
 */
export const recipe = {
  frameRate: 25,
  /** CSS pixels, and how many of the video's pixels one of them is. */
  size: { width: 1280, height: 720, scale: 1.5 },

  /** Silences in seconds. `slot` is what the shortest sentence gets with its pause, so that its caption can be read. */
  pace: { opening: 0.8, sentence: 0.36, sceneEnd: 0.6, sceneStart: 0.72, closing: 2, slot: 1.96 },
  /** In frames. */
  motion: { reveal: 10, crossFade: 8 },

  /** Of a recording and of a synthesised sentence, what is below `threshold` (of 1) at both ends is cut, all but `margin` seconds. */
  trim: { threshold: 0.008, margin: 0.03 },
  /** Characters a second of what is said; outside them a sentence was misread. */
  speechRate: { slowest: 8, fastest: 20 },
  voices: {
    fi: { engine: 'festival', voice: 'hy_fi_mv_diphone', stretch: 1.08 },
    sv: { engine: 'espeak-ng', voice: 'sv', wordsPerMinute: 150 },
    en: { engine: 'espeak-ng', voice: 'en', wordsPerMinute: 150 },
  },
  sampleRate: 48_000,
  /** Takes the edge off the synthesiser and evens it out; the loudness of broadcast speech is set after it. */
  voiceFilter: [
    'highpass=f=70',
    'lowpass=f=9500',
    'acompressor=threshold=-24dB:ratio=3:attack=5:release=120:makeup=2',
    'alimiter=limit=0.5:level=disabled:attack=3:release=60',
  ].join(','),
  loudness: 'I=-16:TP=-3:LRA=11',

  captions: { lines: 2, lineLength: 42, shortest: 1.8, longest: 7, linger: 0.5, gap: 0.08 },

  pictureFilter:
    'fps=25,scale=out_color_matrix=bt709:out_range=tv:flags=lanczos+accurate_rnd+full_chroma_int,format=yuv420p',
  encoding: [
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'medium',
      '-tune',
      'animation',
      '-crf',
      '23',
      '-profile:v',
      'high',
      '-level',
      '4.0',
    ],
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv', '-g', '250'],
    // A fixed number of threads: with it the same frames give the same bytes on any machine.
    ...['-threads', '2', '-c:a', 'aac', '-b:a', '64k', '-ac', '1', '-ar', '48000', '-map_metadata', '-1'],
    ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact', '-movflags', '+faststart'],
  ],
  /** A still of the video, as AVIF: of flat pictures like these it makes a third of what WebP does. The edges are kept. */
  poster: [
    ...['-frames:v', '1', '-vf', 'scale=1280:720:flags=lanczos:out_color_matrix=bt709:out_range=tv,format=yuv420p'],
    ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'],
    ...['-c:v', 'libaom-av1', '-still-picture', '1', '-cpu-used', '2', '-crf', '28', '-b:v', '0', '-threads', '2'],
  ],
} as const;
