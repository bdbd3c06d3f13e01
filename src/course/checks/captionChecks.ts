import { error, warning } from '../finding.ts';
import type { Finding } from '../finding.ts';

/** What a reader can take in: lines, characters a line, and seconds a cue stays. */
const limits = { lines: 2, characters: 42, shortest: 1.2, longest: 7.2 };

/** Captions, a WebVTT text, against what can be read in the time they stay. */
export function captionFindings(file: string, text: string): Finding[] {
  const lines = text.split(/\r\n|\n/);
  const cues = lines.flatMap((line, index) => {
    const times = /^(\d\d:\d\d:\d\d\.\d{3}) --> (\d\d:\d\d:\d\d\.\d{3})/.exec(line);
    if (!times) return [];
    const words = lines.slice(index + 1);
    const end = words.indexOf('');
    return [
      {
        line: index + 1,
        from: secondsOf(times[1]!),
        to: secondsOf(times[2]!),
        words: words.slice(0, end === -1 ? undefined : end).map(asRead),
      },
    ];
  });
  if (cues.length === 0) {
    return [error({ file, line: 1 }, 'captions-empty', 'Tekstityksessä ei ole yhtään riviä.', 'Tee video uudelleen.')];
  }
  return cues.flatMap(({ line, from, to, words }, index) => {
    const place = { file, line };
    const fix = 'Lyhennä tai jaa virke käsikirjoituksessa ja tee video uudelleen.';
    const tooLong = words.find(({ length }) => length > limits.characters);
    const next = cues[index + 1];
    return [
      ...(words.length > limits.lines
        ? [error(place, 'caption-lines', `Tekstityksessä on ${words.length} riviä, enintään ${limits.lines}.`, fix)]
        : []),
      ...(tooLong
        ? [error(place, 'caption-length', `Rivillä on ${tooLong.length} merkkiä, enintään ${limits.characters}.`, fix)]
        : []),
      ...(next && next.from < to - 0.001
        ? [error(place, 'caption-overlap', 'Tekstitys on vielä näkyvissä, kun seuraava alkaa.', 'Tee video uudelleen.')]
        : []),
      ...(to - from < limits.shortest || to - from > limits.longest
        ? [warning(place, 'caption-time', `Tekstitys näkyy ${(to - from).toFixed(1).replace('.', ',')} sekuntia.`, fix)]
        : []),
    ];
  });
}

/** A line as it stands on the screen: marks that WebVTT escapes are one character each. */
function asRead(line: string): string {
  return line.replace(/&(?:amp|lt|gt);/g, '&');
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}
