import { describe, expect, it } from 'vitest';
import { ledger, mistaken, ofLedger, renamed, withLines, withSectionRenamed } from '../../support/changedLedgers.ts';
import type { Texts } from '../../support/contentFixture.ts';

/** Every line that the check offers for another, with where it goes and the full stop that ends its sentence. */
function offers(texts: Texts): { place: number; line: string }[] {
  const found = ofLedger(texts).flatMap(({ fix }) => [
    ...fix.matchAll(/vaihda tiedoston (\S+) rivi (\d+) tähän: (\S[^.]*\.)/gi),
  ]);
  return found.map(([, file, place, line = '']) => {
    expect(file).toBe(ledger);
    return { place: Number(place), line };
  });
}

describe('the line that the check offers', () => {
  const broken: readonly (readonly [what: string, texts: Texts])[] = [
    ...[...renamed, ...mistaken.filter(([, , rule]) => rule !== 'ledger-line')].map(
      ([what, texts]) => [what, texts] as const,
    ),
    [
      'the kind is written twice',
      withLines(withSectionRenamed('sanasto'), 'section alku/sanat replaced by section alku/sanasto'),
    ],
  ];

  it.each(broken)('mends what it is offered for, copied with its full stop: %s', (_, texts) => {
    const lines = texts[ledger]!.split('\n');
    const offered = offers(texts);
    expect(offered).not.toEqual([]);
    for (const { place, line } of offered) {
      const after = ofLedger({ ...texts, [ledger]: lines.with(place - 1, line).join('\n') });
      const told = after.map((finding) => JSON.stringify(finding));
      const before = ofLedger(texts).map((finding) => JSON.stringify(finding));
      // What only the author knows is asked for; every other line is right as it stands.
      if (line.includes('UUSI')) expect(told.join()).toContain('UUSI');
      else {
        expect(told.length, line).toBeLessThan(before.length);
        expect(
          told.filter((one) => !before.includes(one)),
          line,
        ).toEqual([]);
      }
    }
  });

  it.each(broken)('leads, taken one after another, to content that the check passes: %s', (_, texts) => {
    let mended = texts;
    for (let left = 10; ofLedger(mended).length > 0 && left > 0; left -= 1) {
      const [offer] = offers(mended).filter(({ line }) => !line.includes('UUSI'));
      expect(offer, JSON.stringify(ofLedger(mended))).toBeDefined();
      mended = {
        ...mended,
        [ledger]: mended[ledger]!.split('\n')
          .with(offer!.place - 1, offer!.line)
          .join('\n'),
      };
    }
    expect(ofLedger(mended)).toEqual([]);
  });

  it('is told with whose records it is about', () => {
    for (const [what, texts] of broken) {
      for (const { message } of ofLedger(texts)) expect(message, what).toMatch(/suoritu|merkin|vastau|tiedot/);
    }
  });
});
