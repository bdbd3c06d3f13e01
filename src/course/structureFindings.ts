import type { AuthoredContent } from './authoredContent.ts';
import { bodyFindings } from './checks/bodyChecks.ts';
import { citationFindings } from './checks/citationChecks.ts';
import { componentFindings } from './checks/componentChecks.ts';
import { infographicFindings } from './checks/infographicChecks.ts';
import { keyFindings } from './checks/keyChecks.ts';
import { linkFindings } from './checks/linkChecks.ts';
import { listingFindings } from './checks/listingChecks.ts';
import { minuteFindings } from './checks/minuteChecks.ts';
import { nameFindings } from './checks/nameChecks.ts';
import { namesIn } from './checks/names.ts';
import { objectiveFindings } from './checks/objectiveChecks.ts';
import { questionFindings } from './checks/questionChecks.ts';
import { reflectionFindings } from './checks/reflectionChecks.ts';
import { reviewFindings } from './checks/reviewChecks.ts';
import { templateFindings } from './checks/templateChecks.ts';
import { versionFindings } from './checks/versionChecks.ts';
import { videoFindings } from './checks/videoChecks.ts';
import { softenDrafts } from './draftSeverity.ts';
import type { Finding } from './finding.ts';

/**
 * What is wrong between the files of the content, each of which may be fine by itself. Pure.
 * @param today the day of the check, `2026-11-25`
 */
export function structureFindings(content: AuthoredContent, today: string): Finding[] {
  const names = namesIn(content);
  const findings = [
    ...listingFindings(content, names),
    ...nameFindings(content),
    ...componentFindings(content, names),
    ...citationFindings(content, names),
    ...infographicFindings(content),
    ...questionFindings(content),
    ...keyFindings(content),
    ...reflectionFindings(content),
    ...objectiveFindings(content),
    ...linkFindings(content, names),
    ...reviewFindings(content, today),
    ...bodyFindings(content),
    ...versionFindings(content),
    ...videoFindings(content),
    ...minuteFindings(content),
    ...templateFindings(content),
  ];
  return softenDrafts(findings, content);
}
