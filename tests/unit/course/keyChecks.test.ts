import { describe, expect, it } from 'vitest';
import { findingsOn, soundTexts } from '../../support/contentFixture.ts';

const quiz = 'quizzes/alku.yaml';
const section = 'src/content/modules/alku/palvelut.mdx';

/** The small course with more questions, placed in a section. */
function rulesWith(questions: readonly string[]): string[] {
  const texts = soundTexts();
  const placed = questions.map((_, index) => `<Question id="alku/lisa-${index}" />`).join('\n\n');
  const findings = findingsOn({
    ...texts,
    [quiz]: `${texts[quiz]!}${questions.map((question, index) => `  - id: lisa-${index}\n${question}`).join('')}`,
    [section]: `${texts[section]!}\n${placed}\n`,
  });
  return findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('key') || rule === 'pair-ids');
}

const single = (texts: readonly [string, string, string], key: number) =>
  `    type: single\n    prompt: x\n    choices:\n${texts
    .map((text, at) => `      - { id: c${at}, text: ${text}, explanation: x${at === key ? ', correct: true' : ''} }\n`)
    .join('')}`;

const claim = (holds: boolean) =>
  `    type: true-false\n    prompt: x\n    choices:\n${[holds, holds, !holds]
    .map(
      (side, at) =>
        `      - { id: c${at}, claim: ${side}, text: x, explanation: x${at === 0 ? ', correct: true' : ''} }\n`,
    )
    .join('')}`;

describe('keys that a learner could guess', () => {
  it('stand in one place in more than half of a module’s questions', () => {
    const even = (key: number) => single(['aaa', 'bbb', 'ccc'], key);
    expect(rulesWith([even(1), even(1), even(1), even(2)])).toEqual(['key-position']);
    expect(rulesWith([even(1), even(2), even(1), even(2)])).toEqual([]);
  });

  it('are the longest choice in more than half of a module’s questions', () => {
    const longer = (key: number) => {
      const texts = ['aaa', 'bbb', 'ccc'] as [string, string, string];
      texts[key] = 'dddd';
      return single(texts, key);
    };
    expect(rulesWith([longer(0), longer(1), longer(2), longer(1)])).toEqual(['key-longest']);
  });

  it('are on one side in every claim', () => {
    expect(rulesWith([claim(true), claim(true)])).toEqual(['key-side']);
    expect(rulesWith([claim(true), claim(false)])).toEqual([]);
  });

  it('show in the ids of pairs', () => {
    const pair = (left: string, right: string) =>
      `      - { left: { id: ${left}, text: x }, right: { id: ${right}, text: x }, explanation: x }\n`;
    const matching = (pairs: string) => `    type: matching\n    prompt: x\n    pairs:\n${pairs}`;
    expect(rulesWith([matching(pair('kela', 'kela-maksaa') + pair('b', 'y') + pair('c', 'z'))])).toEqual(['pair-ids']);
    expect(rulesWith([matching(pair('kela', 'x') + pair('b', 'y') + pair('c', 'z'))])).toEqual([]);
  });
});
