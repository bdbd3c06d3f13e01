import { describe, expect, it } from 'vitest';
import { ledgerText, parseLedger } from '../../../src/course/ledger.ts';
import { findingsOn, soundTexts } from '../../support/contentFixture.ts';
import type { Texts } from '../../support/contentFixture.ts';

const ledger = 'src/content/published-ids.txt';
const module = 'src/content/modules/alku/index.mdx';
const quiz = 'quizzes/alku.yaml';
const words = 'src/content/modules/alku/sanat.mdx';

function vanishedFrom(texts: Texts): string[] {
  return findingsOn(texts).flatMap(({ rule, message }) => (rule === 'ledger-vanished' ? [message] : []));
}

describe('the ledger of published ids', () => {
  it('reads what it writes, sorted, one id a line', () => {
    const { entries, findings } = parseLedger(soundTexts()[ledger]!);
    expect(findings).toEqual([]);
    expect(ledgerText(entries.toReversed(), [])).toBe(soundTexts()[ledger]);
  });

  it('adds and never removes', () => {
    const text = ledgerText(
      [{ kind: 'module', id: 'vanha' }],
      [
        { kind: 'module', id: 'uusi' },
        { kind: 'module', id: 'vanha' },
      ],
    );
    expect(text.split('\n').filter((line) => line.startsWith('module'))).toEqual(['module uusi', 'module vanha']);
  });

  it('lets authors reorder, reword and move within a module', () => {
    const texts = soundTexts();
    const changed = {
      ...texts,
      [module]: texts[module]!.replace('  - sanat\n  - palvelut', '  - palvelut\n  - sanat').replace(
        'title: Alku',
        'title: Uusi nimi',
      ),
      [quiz]: texts[quiz]!.replace('Vain terveyttä.', 'Pelkkää terveyttä.'),
    };
    expect(vanishedFrom(changed)).toEqual([]);
  });

  it('holds when a module becomes a draft', () => {
    const texts = soundTexts();
    expect(vanishedFrom({ ...texts, [module]: texts[module]!.replace('accent:', 'draft: true\naccent:') })).toEqual([]);
  });

  it('tells of a renamed section whose progress would be lost, and the name it had', () => {
    const { [words]: text, ...texts } = soundTexts();
    const renamed = {
      ...texts,
      'src/content/modules/alku/sanasto.mdx': text!,
      [module]: texts[module]!.replace('- sanat', '- sanasto'),
    };
    const found = findingsOn(renamed).filter(({ rule }) => rule === 'ledger-vanished');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: module, severity: 'error' });
    expect(found[0]!.fix).toContain('Palauta tunnus ”sanat”');
  });

  it('tells once of a question that went with its choices', () => {
    const texts = soundTexts();
    const shortened = texts[quiz]!.slice(0, texts[quiz]!.indexOf('  - id: kenelta'));
    expect(vanishedFrom({ ...texts, [quiz]: shortened })).toEqual([expect.stringContaining('”alku/kenelta”')]);
  });

  it('calls nothing gone that stands in a quiz which cannot be read', () => {
    const texts = soundTexts();
    expect(vanishedFrom({ ...texts, [quiz]: 'title: "auki' })).toEqual([]);
  });

  it('does not hold what is only announced or a draft', () => {
    const texts: Texts = { ...soundTexts(), [ledger]: '' };
    const draft = { ...texts, [module]: texts[module]!.replace('accent:', 'draft: true\naccent:') };
    expect(findingsOn(draft).map(({ rule }) => rule)).not.toContain('ledger-new');
  });
});
