import { styleText } from 'node:util';
import type { AuthoredContent } from '../../src/course/authoredContent.ts';
import type { Finding } from '../../src/course/finding.ts';
import { minutesOf } from '../../src/course/minutes.ts';

type Style = Parameters<typeof styleText>[0];

/** The result for people: findings by file, minutes, and a closing sentence. */
export function asText(content: AuthoredContent, findings: readonly Finding[], colours: boolean): string {
  return [
    ...[findingLines(findings, colours), minuteTable(content), closing(findings)].filter((part) => part !== ''),
    '',
  ].join('\n');
}

/** Findings by file: the place, what is wrong, and on the next line what to do. */
export function findingLines(findings: readonly Finding[], colours: boolean): string {
  const paint = (style: Style, text: string) => (colours ? styleText(style, text, { validateStream: false }) : text);
  const byFile = Map.groupBy(findings, ({ file }) => file);
  return [...byFile]
    .map(([file, ofFile]) => {
      const lines = ofFile.map(({ line, severity, message, fix }) => {
        const word = severity === 'error' ? paint('red', 'virhe') : paint('yellow', 'huomautus');
        return `${paint('bold', `${file}:${line}`)}  ${word}  ${message}\n  → ${fix}`;
      });
      return `${lines.join('\n')}\n`;
    })
    .join('\n');
}

function minuteTable(content: AuthoredContent): string {
  const rows = minutesOf(content).flatMap(({ id, seconds, target, sections }) => [
    [id, minutes(seconds), `tavoite ${target} min`],
    ...sections.map((section) => [`  ${section.id}`, minutes(section.seconds), '']),
  ]);
  if (rows.length === 0) return '';
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map(([name, time, target]) => {
    return `  ${name!.padEnd(widths[0]!)}  ${time!.padStart(widths[1]!)}  ${target}`.trimEnd();
  });
  return `Kesto minuutteina\n${lines.join('\n')}\n`;
}

function minutes(seconds: number): string {
  return `${(seconds / 60).toFixed(1).replace('.', ',')} min`;
}

/** One sentence: what came out. */
export function closing(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  if (findings.length === 0) return 'Sisältö on kunnossa.';
  if (errors === 0) return `Sisältö kelpaa, mutta siinä on ${count(warnings, 'huomautus', 'huomautusta')}.`;
  const also = warnings === 0 ? '' : ` ja ${count(warnings, 'huomautus', 'huomautusta')}`;
  return `Sisällössä on ${count(errors, 'virhe', 'virhettä')}${also}. Korjaa virheet ja aja tarkistus uudelleen.`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
