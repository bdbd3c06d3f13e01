import type { Finding } from '../../src/course/finding.ts';
import { codeFrame } from './codeFrame.ts';
import { escaped } from './escaped.ts';

/** `file:line`, which opens in the author's editor. */
export function placeLink(file: string, line?: number): string {
  const place = line === undefined ? file : `${file}:${line}`;
  const href = `/__open-in-editor?file=${encodeURIComponent(place)}`;
  return `<a class="oppi-open" href="${escaped(href)}"><code>${escaped(place)}</code></a>`;
}

/**
 * Findings as a list: how bad, where, what is wrong, what to do, and the lines around the place.
 * @param texts the files' texts by path; without one, no lines are shown
 */
export function findingList(findings: readonly Finding[], texts: ReadonlyMap<string, string>): string {
  const items = findings.map(({ file, line, severity, message, fix }) => {
    const word = severity === 'error' ? 'Virhe' : 'Huomautus';
    return `<li class="oppi-${severity}"><p class="oppi-place">${word}: ${placeLink(file, line)}</p>
<p><strong>${escaped(message)}</strong></p><p>${escaped(fix)}</p>${frame(texts.get(file), line)}</li>`;
  });
  return `<ul class="oppi-findings">${items.join('\n')}</ul>`;
}

function frame(text: string | undefined, line: number): string {
  const lines = text === undefined ? [] : codeFrame(text, line);
  if (lines.length === 0) return '';
  const width = String(lines.at(-1)!.number).length;
  const rows = lines.map(({ number, text: row, isWrong }) => {
    const shown = `${isWrong ? '→' : ' '} ${String(number).padStart(width)}  ${escaped(row)}`;
    return isWrong ? `<strong>${shown}</strong>` : shown;
  });
  return `<pre tabindex="0" role="group" aria-label="Rivit kohdan ympärillä">${rows.join('\n')}</pre>`;
}
