import type { AuthoredContent } from '../../src/course/authoredContent.ts';
import type { Finding } from '../../src/course/finding.ts';
import { minutesOf } from '../../src/course/minutes.ts';

/** The result for machines: minutes with one decimal, and the findings as they are. */
export function asJson(content: AuthoredContent, findings: readonly Finding[]): string {
  const modules = minutesOf(content).map(({ id, seconds, target, sections }) => ({
    id,
    minutes: minutes(seconds),
    target,
    sections: sections.map((section) => ({ id: section.id, minutes: minutes(section.seconds) })),
  }));
  return `${JSON.stringify({ modules, findings }, null, 2)}\n`;
}

function minutes(seconds: number): number {
  return Math.round(seconds / 6) / 10;
}
