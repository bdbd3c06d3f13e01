import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { config } from '../oppihetki.config.ts';
import type { CourseArtefact } from '../src/course/artefact.ts';
import { courseArtefact } from '../src/course/buildArtefact.ts';
import { reviewDays } from '../src/course/checks/reviewChecks.ts';
import { checkContent } from '../src/course/checkContent.ts';
import { hashInputs, markBuilt } from '../src/server/buildStamp.ts';
import type { InlineHashes } from '../src/server/http/securityHeaders.ts';
import { translationCounts } from './authorBar/translationCounts.ts';
import { asText } from './contentCheck/asText.ts';
import { writeOfflineList } from './offlineList.ts';
import { precompress } from './precompress.ts';
import { runAstro } from './runAstro.ts';
import { inlinePictures } from './inlinePictures.ts';
import { inlineStyles } from './inlineStyles.ts';
import { settleScripts } from './pageScripts.ts';
import { writeSearchIndex } from './searchIndex.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
/** Built beside and moved into place when whole, so that a build that fails or runs twice at once breaks nothing. */
const unfinished = join(root, `dist-${process.pid}`);

/** Builds the site into `dist`: pages, the course for the server alone, the search index, compressed files, and last the stamp. */
async function build(): Promise<boolean> {
  const hash = await hashInputs(root);
  const checked = await checkContent(root);
  const { content, entries, ledger, findings } = checked;
  if (findings.some(({ severity }) => severity === 'error')) {
    process.stderr.write(asText(content, findings, process.stderr.isTTY));
    return false;
  }
  if ((await runAstro(root, ['build', '--silent', '--outDir', unfinished])) !== 0) return false;
  const artefact: CourseArtefact = {
    ...courseArtefact(entries, config.course, { ledger }),
    findings,
    translations: await translationCounts(root, checked),
    reviews: reviewDays(content),
  };
  await writeFile(join(unfinished, 'server', 'course.json'), JSON.stringify(artefact));
  await writeOfflineList(join(unfinished, 'client'));
  await writeSearchIndex(join(unfinished, 'client'));
  await inlinePictures(join(unfinished, 'client'));
  const inline: InlineHashes = {
    styles: await inlineStyles(join(unfinished, 'client')),
    scripts: [await settleScripts(join(unfinished, 'client'))],
  };
  await writeFile(join(unfinished, 'server', 'inline-hashes.json'), JSON.stringify(inline));
  await precompress(join(unfinished, 'client'));
  await markBuilt(unfinished, hash);
  await moveIntoPlace();
  return true;
}

/**
 * Puts the new build where the old one lies, which is put aside first: for whoever starts meanwhile there is a moment between
 * two names, and not the time it takes to remove. Of two that finish at once the later one stays; both are whole.
 */
async function moveIntoPlace(): Promise<void> {
  const old = `${unfinished}-old`;
  for (let attempt = 1; ; attempt += 1) {
    await rename(dist, old).catch(unless('ENOENT'));
    try {
      return await rename(unfinished, dist);
    } catch (error) {
      if (attempt === 5) throw error;
      unless('ENOTEMPTY', 'EEXIST')(error);
    } finally {
      await rm(old, { recursive: true, force: true });
    }
  }
}

/** Passes over an error of one of these codes, and throws every other. */
function unless(...codes: readonly string[]): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Error && 'code' in error && codes.includes(String(error.code)))) throw error;
  };
}

try {
  if (!(await build())) process.exitCode = 1;
} finally {
  await rm(unfinished, { recursive: true, force: true });
}
