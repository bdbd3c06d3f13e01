import type { Finding } from '../../src/course/finding.ts';

/** Rules that tell of a part that a page cannot be made without. Others, such as minutes, leave it whole. */
const stopsPage = /-unknown$|^(?:attribute|closing-quiz|component)-/;

/**
 * The warnings for which the page of a draft fails. They are warnings only because nobody else sees a draft: its author is told
 * of them as errors.
 */
export function draftFailures(findings: readonly Finding[]): Finding[] {
  const failures = findings.filter(({ softened, rule }) => softened && stopsPage.test(rule));
  return failures.map((finding) => ({ ...finding, severity: 'error' }));
}
