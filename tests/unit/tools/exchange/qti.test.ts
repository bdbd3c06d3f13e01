import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { explanationToWrite, fromDrafts } from '../../../../tools/exchange/fromDrafts.ts';
import { readQti } from '../../../../tools/exchange/qti/qtiPackage.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const declared = (cardinality: string, base: string, values: string) =>
  `<qti-response-declaration identifier="R" cardinality="${cardinality}" base-type="${base}"><qti-correct-response>${values}</qti-correct-response></qti-response-declaration>`;
const item = (declaration: string, body: string, after = '', prefix = '') =>
  `${head}<qti-assessment-item xmlns${prefix}="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="Kysymys.1" title="Nimi" adaptive="false" time-dependent="false">${declaration}<qti-item-body>${body}</qti-item-body>${after}</qti-assessment-item>`;
const value = (id: string) => `<qti-value>${id}</qti-value>`;
const choice = item(
  declared('single', 'identifier', value('ChoiceB')),
  `<p>Ennen <b>kysymystä</b>.</p>
   <qti-choice-interaction response-identifier="R" shuffle="false" max-choices="1">
     <qti-prompt>Mitä   teet?</qti-prompt>
     <qti-simple-choice identifier="ChoiceA">Odotan<qti-feedback-inline outcome-identifier="F" identifier="ChoiceA" show-hide="show">Liian <i>pitkään</i>.</qti-feedback-inline></qti-simple-choice>
     <qti-simple-choice identifier="ChoiceB" fixed="true"><p>Kysyn &amp; kuuntelen</p></qti-simple-choice>
   </qti-choice-interaction>`,
);
const read = (xml: string) => fromDrafts(readQti(strToU8(xml), 'yksi.xml'), 'Nimetön');
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, strToU8(text)])));

describe('an item of QTI 3', () => {
  it('with one right choice is read with its feedback', () => {
    const { quiz, toWrite } = read(choice);
    expect(quiz?.questions).toEqual([
      {
        id: 'kysymys-1',
        type: 'single',
        objectives: [],
        prompt: 'Ennen kysymystä.\nMitä teet?',
        choices: [
          { id: 'choicea', text: 'Odotan', correct: false, explanation: 'Liian pitkään.' },
          { id: 'choiceb', text: 'Kysyn & kuuntelen', correct: true, explanation: explanationToWrite },
        ],
      },
    ]);
    expect(toWrite).toBe(1);
  });

  it('is the same with a prefix for every name, and with Windows’ line ends and a byte order mark', () => {
    const prefixed = choice.replace(/<(\/?)(qti-|p>|b>|i>)/g, '<$1q:$2').replace('xmlns=', 'xmlns:q=');
    expect(read(prefixed)).toEqual(read(choice));
    expect(read(`\ufeff${choice.replace(/\n/g, '\r\n')}`)).toEqual(read(choice));
  });

  it('with several right choices is a choice of many', () => {
    const xml = choice
      .replace(value('ChoiceB'), value('ChoiceA') + value('ChoiceB'))
      .replace('max-choices="1"', 'max-choices="0"')
      .replace('"single" base', '"multiple" base');
    expect(read(xml).quiz?.questions[0]).toMatchObject({
      type: 'multiple',
      choices: [{ correct: true }, { correct: true }],
    });
  });

  it('takes feedback that stands apart by its choice’s identifier, and says where there is a common one', () => {
    const block = (id: string) =>
      `<qti-feedback-block outcome-identifier="F" identifier="${id}" show-hide="show"><p>Palaute ${id}.</p></qti-feedback-block>`;
    const { quiz, remarks } = read(choice.replace('</qti-item-body>', `${block('ChoiceB')}${block('correct')}$&`));
    expect(quiz?.questions[0]).toMatchObject({
      prompt: 'Ennen kysymystä.\nMitä teet?',
      choices: [{ explanation: 'Liian pitkään.' }, { explanation: 'Palaute ChoiceB.' }],
    });
    expect(remarks.map(({ sentence }) => sentence)).toEqual([expect.stringContaining('yhteinen palaute')]);
  });

  it('of things in order takes the correct response’s order, and modal feedback by their ids', () => {
    const parts = ['a', 'b', 'c']
      .map((id) => `<qti-simple-choice identifier="${id}">Kohta ${id}</qti-simple-choice>`)
      .join('');
    const feedback =
      '<qti-modal-feedback outcome-identifier="F" identifier="b" show-hide="show"><qti-content-body><p>Syy b.</p></qti-content-body></qti-modal-feedback>';
    const xml = item(
      declared('ordered', 'identifier', ['c', 'a', 'b'].map(value).join('')),
      `<qti-order-interaction response-identifier="R"><qti-prompt>Järjestä.</qti-prompt>${parts}</qti-order-interaction>`,
      feedback,
    );
    expect(read(xml).quiz?.questions[0]).toMatchObject({
      type: 'ordering',
      items: [{ id: 'c' }, { id: 'a' }, { id: 'b', explanation: 'Syy b.' }],
    });
  });

  it('of pairs takes them from the correct response', () => {
    const set = (...ids: string[]) =>
      `<qti-simple-match-set>${ids.map((id) => `<qti-simple-associable-choice identifier="${id}" match-max="1">Teksti ${id}</qti-simple-associable-choice>`).join('')}</qti-simple-match-set>`;
    const xml = item(
      declared('multiple', 'directedPair', ['A Y', 'B X', 'C Z'].map(value).join('')),
      `<qti-match-interaction response-identifier="R" max-associations="3"><qti-prompt>Yhdistä.</qti-prompt>${set('A', 'B', 'C')}${set('X', 'Y', 'Z')}</qti-match-interaction>`,
    );
    expect(read(xml).quiz?.questions[0]).toMatchObject({
      type: 'matching',
      pairs: [{ left: { text: 'Teksti A' }, right: { id: 'y' } }, { right: { id: 'x' } }, { right: { id: 'z' } }],
    });
  });

  it.each([
    ['<p>Kirjoita.</p><qti-text-entry-interaction response-identifier="R"/>', 'qti-text-entry-interaction'],
    ['<p>Ei mitään.</p>', '0 vastauskohtaa'],
    ['<qti-choice-interaction response-identifier="X" max-choices="1"/>', 'oikeaa vastausta'],
    [
      '<qti-choice-interaction response-identifier="R"/><qti-order-interaction response-identifier="R"/>',
      '2 vastauskohtaa',
    ],
  ])('%s is left out, and the remark says why', (body, why) => {
    const { quiz, remarks } = read(item(declared('single', 'identifier', value('a')), body));
    expect(quiz).toBeNull();
    expect(remarks).toEqual([{ place: 'yksi.xml', sentence: expect.stringContaining(why) as string }]);
  });
});

describe('a package of QTI 3', () => {
  const test =
    '<qti-assessment-test title="Sarja"><qti-test-part><qti-assessment-section><qti-assessment-item-ref href="../osat/b.xml"/><qti-assessment-item-ref href="../osat/a.xml"/></qti-assessment-section></qti-test-part></qti-assessment-test>';
  const files = {
    'testit/t.xml': test,
    'osat/a.xml': choice,
    'osat/b.xml': choice.replace('Kysymys.1', 'b'),
    'kuva.png': 'x',
  };

  it('gives its items in the test’s order, and the test’s title', () => {
    const { quiz } = fromDrafts(readQti(zip(files), 'p.zip'), 'Nimetön');
    expect([quiz?.title, quiz?.questions.map(({ id }) => id)]).toEqual(['Sarja', ['b', 'kysymys-1']]);
  });

  it.each([
    ['cut short', zip(files).slice(0, 300), 'rikki tai jäänyt kesken'],
    ['without items', zip({ 'a.xml': '<a/>' }), 'ei ole yhtään'],
    ['of an older QTI', zip({ 'a.xml': '<assessmentItem/>' }), 'vanhempaa'],
    ['that unpacks to more than 5 megabytes', zip({ 'a.xml': `<a>${' '.repeat(6_000_000)}</a>` }), 'liian suuri'],
    [
      'of a thousand files',
      zip(Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${index}.xml`, '<a/>']))),
      'liian suuri',
    ],
  ])('%s is refused in plain words', (_, bytes, said) => {
    expect(() => readQti(bytes, 'p.zip')).toThrow(said);
  });
});
