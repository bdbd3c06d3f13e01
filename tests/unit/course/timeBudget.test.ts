import { describe, expect, it } from 'vitest';
import { parseMdx, readableText } from '../../../src/course/mdxBody.ts';
import { sectionLoad } from '../../../src/course/sectionLoad.ts';
import { budgetSeconds } from '../../../src/course/timeBudget.ts';

const nothing = { characters: 0, questions: 0, infographics: 0, videoSeconds: 0 };

describe('the time budget', () => {
  it('gives a minute to 950 characters, 40 s to a question and to an infographic, and a video its length', () => {
    expect(budgetSeconds({ ...nothing, characters: 950 })).toBe(60);
    expect(budgetSeconds({ ...nothing, questions: 1 })).toBe(40);
    expect(budgetSeconds({ ...nothing, infographics: 1 })).toBe(40);
    expect(budgetSeconds({ ...nothing, videoSeconds: 150 })).toBe(150);
  });

  it('counts what is read: text inside components too, no attributes, comments or imports', () => {
    const body = [
      'import X from "./x";',
      '## Otsikko',
      '{/* muistiinpano */}',
      '<Callout type="tip" title="Otsake">Vinkki **lihava** <Term id="t">sana</Term>.</Callout>',
      '- yksi\n- kaksi',
    ].join('\n\n');
    expect(readableText(parseMdx(body))).toBe('Otsikko Vinkki lihava sana. yksi kaksi');
  });

  it('finds the questions and infographics of a section', () => {
    const load = sectionLoad(
      parseMdx('Teksti.\n\n<Question id="a/b" />\n\n<Infographic id="palveluverkosto" />\n\n<Question id="a/c" />'),
      { closingQuestions: ['z/y'], questionWeight: () => 1, videoSeconds: () => 90 },
    );
    expect(load).toEqual({ characters: 7, questions: 2, infographics: 1, videoSeconds: 0 });
  });

  it('counts a case once for each choice on its longest way, and the closing quiz where it stands', () => {
    const load = sectionLoad(parseMdx('<Question id="a/b" />\n\n<ClosingQuiz />'), {
      closingQuestions: ['z/x', 'z/y'],
      questionWeight: (question) => (question === 'a/b' ? 3 : 1),
      videoSeconds: () => 0,
    });
    expect(load.questions).toBe(5);
  });
});
