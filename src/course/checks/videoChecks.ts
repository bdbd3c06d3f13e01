import { placeOf } from '../authoredContent.ts';
import type { AuthoredContent } from '../authoredContent.ts';
import { warning } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { placedComponents } from '../mdxBody.ts';
import { storyboardFindings } from './storyboardChecks.ts';

/** Seconds: videos hold their watchers for two to four minutes. */
const length = { least: 120, most: 240 };

/** Storyboards with mistakes, videos that no text shows, and videos that are too short or too long. */
export function videoFindings(content: AuthoredContent): Finding[] {
  const shown = new Set(videosPlaced(content));
  return [
    ...content.storyboards.flatMap((storyboard) => {
      const video = storyboard.id.split('/')[0]!;
      const fix = `Lisää tekstiin <Video id="${video}" /> tai poista kansio videos/${video}.`;
      const unused = shown.has(video)
        ? []
        : [warning(placeOf(storyboard), 'video-unused', 'Videota ei näytetä missään.', fix)];
      return [...storyboardFindings(storyboard), ...unused];
    }),
    ...content.timelines.flatMap((timeline) => {
      const seconds = timeline.data?.duration;
      if (seconds === undefined || (seconds >= length.least && seconds <= length.most)) return [];
      const message = `Video kestää ${Math.round(seconds)} sekuntia. Sopiva kesto on 2–4 minuuttia.`;
      return [warning(placeOf(timeline), 'video-length', message, 'Pidennä tai lyhennä käsikirjoitusta.')];
    }),
  ];
}

/** The ids of videos placed anywhere, in the order they are found. */
export function videosPlaced(content: AuthoredContent): string[] {
  return [...content.modules, ...content.sections].flatMap(({ mdx }) => {
    if (!mdx) return [];
    return placedComponents(mdx).flatMap(({ name, text }) => (name === 'Video' && text['id'] ? [text['id']] : []));
  });
}
