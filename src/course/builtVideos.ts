import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { VideoLanguage } from '../schemas/storyboard.ts';
import { isPublished } from './authoredContent.ts';
import type { AuthoredContent } from './authoredContent.ts';
import { captionFindings } from './checks/captionChecks.ts';
import { error, warning } from './finding.ts';
import type { Finding } from './finding.ts';
import { placedVideos } from './mdxBody.ts';
import { videoFreshness } from './videoFreshness.ts';

/**
 * What is wrong with the built videos of the storyboards: missing, made from another storyboard, or with captions nobody can read.
 * A video that no published module shows yet may still be unbuilt: that is a warning.
 */
export async function builtVideoFindings(root: string, content: AuthoredContent): Promise<Finding[]> {
  const published = new Set(content.modules.filter(isPublished).map(({ id }) => id));
  const shown = new Set(
    content.sections.flatMap(({ id, mdx }) => (mdx && published.has(id.split('/')[0]!) ? placedVideos(mdx) : [])),
  );
  const findings = await Promise.all(
    content.storyboards
      .filter(({ data }) => data !== null)
      .map(async ({ id, file }) => {
        const [video, lang] = id.split('/') as [string, VideoLanguage];
        const freshness = await videoFreshness(root, video, lang);
        const tell = shown.has(video) ? error : warning;
        const fix = `Tee video: npm run videos -- ${video}`;
        if (freshness === 'unbuilt') return [tell({ file, line: 1 }, 'video-unbuilt', 'Videota ei ole tehty.', fix)];
        if (freshness === 'stale') {
          const message = 'Käsikirjoitus, äänite tai ulkoasu on muuttunut sen jälkeen, kun video tehtiin.';
          return [tell({ file, line: 1 }, 'video-stale', message, fix)];
        }
        const timeline = content.timelines.find((candidate) => candidate.id === id)?.data;
        if (!timeline) return [];
        const captions = `public${timeline.files.captions}`;
        const { size } = await stat(join(root, `public${timeline.files.mp4}`));
        return [...tooLarge(file, size), ...captionFindings(captions, await readFile(join(root, captions), 'utf8'))];
      }),
  );
  return findings.flat();
}

/** Learners fetch a video over a phone's connection, and every clone of the project holds it. */
const mostBytes = 5_000_000;

function tooLarge(file: string, bytes: number): Finding[] {
  if (bytes <= mostBytes) return [];
  const megabytes = (bytes / 1_000_000).toFixed(1).replace('.', ',');
  const message = `Video on ${megabytes} megatavua. Enintään 5 megatavua latautuu puhelimeenkin vaivatta.`;
  return [warning({ file, line: 1 }, 'video-large', message, 'Lyhennä käsikirjoitusta tai jaa se kahdeksi videoksi.')];
}
