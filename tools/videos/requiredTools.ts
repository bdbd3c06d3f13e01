import { spawnSync } from 'node:child_process';
import type { VideoLanguage } from '../../src/schemas/storyboard.ts';
import { findBrowser } from '../findBrowser.ts';
import { recipe } from './recipe.ts';

/** The programs a video is made with: their versions by name, and the browser's path. */
export interface Tools {
  readonly versions: Readonly<Record<string, string>>;
  readonly browser: string;
}

/** What the machine lacks for making videos: names of Debian packages. */
export interface MissingTools {
  readonly missing: readonly string[];
}

/** Finds what videos of these languages are made with. */
export function findTools(languages: ReadonlySet<VideoLanguage>): Tools | MissingTools {
  const engines = new Set([...languages].map((lang) => recipe.voices[lang].engine));
  const ffmpeg = versionFrom('ffmpeg', ['-version'], /^ffmpeg version (\S+)/);
  const festival = engines.has('festival') ? versionFrom('festival', ['--version'], /System: (\S+?):/) : null;
  const espeak = engines.has('espeak-ng') ? versionFrom('espeak-ng', ['--version'], /text-to-speech: (\S+)/) : null;
  const voiceSpeaks = festival !== null && succeeds('festival', ['-b', `(voice_${recipe.voices.fi.voice})`]);
  const browser = findBrowser();
  const missing = [
    ...(ffmpeg === null ? ['ffmpeg'] : []),
    ...(engines.has('festival') && festival === null ? ['festival'] : []),
    ...(engines.has('festival') && !voiceSpeaks ? ['festvox-suopuhe-mv'] : []),
    ...(engines.has('espeak-ng') && espeak === null ? ['espeak-ng'] : []),
    ...(browser === null ? ['chromium'] : []),
  ];
  if (browser === null || missing.length > 0) return { missing };
  const versions = { ffmpeg, festival, 'espeak-ng': espeak };
  return {
    browser,
    versions: Object.fromEntries(Object.entries(versions).filter(([, version]) => version !== null)) as Record<
      string,
      string
    >,
  };
}

/** How to get what is missing: one plain sentence and a command. */
export function howToGet({ missing }: MissingTools): string {
  return `Videoiden tekemiseen tarvitaan vielä: ${missing.join(', ')}.
Asenna ne (Debian tai Ubuntu): sudo apt-get install -y --no-install-recommends ${missing.join(' ')}
`;
}

function versionFrom(program: string, args: readonly string[], pattern: RegExp): string | null {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? (pattern.exec(stdout)?.[1] ?? 'unknown') : null;
}

function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
