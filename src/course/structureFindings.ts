import type { AuthoredContent } from './authoredContent.ts';
import { bodyFindings } from './checks/bodyChecks.ts';
import { citationFindings } from './checks/citationChecks.ts';
import { componentFindings } from './checks/componentChecks.ts';
import { infographicFindings } from './checks/infographicChecks.ts';
import { listingFindings } from './checks/listingChecks.ts';
import { minuteFindings } from './checks/minuteChecks.ts';
import { nameFindings } from './checks/nameChecks.ts';
import { namesIn } from './checks/names.ts';
import { questionFindings } from './checks/questionChecks.ts';
import { videoFindings } from './checks/videoChecks.ts';
import type { Finding } from './finding.ts';

/** What is wrong between the files of the content, each of which may be fine by itself. Pure. */
export function structureFindings(content: AuthoredContent): Finding[] {
  const names = namesIn(content);
  return [
    ...listingFindings(content, names),
    ...nameFindings(content),
    ...componentFindings(content, names),
    ...citationFindings(content, names),
    ...infographicFindings(content),
    ...questionFindings(content),
    ...bodyFindings(content),
    ...videoFindings(content),
    ...minuteFindings(content),
  ];
}
