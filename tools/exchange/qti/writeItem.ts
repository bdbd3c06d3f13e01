import type { QuestionDraft } from '../questionDraft.ts';
import { element, lines, text, type Xml, xmlFile } from '../xml/writeXml.ts';

const namespace = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const schema = 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0p1_v1p0.xsd';

/**
 * One question as a QTI 3.0 item of one interaction: https://www.imsglobal.org/spec/qti/v3p0/impl. What a choice's explanation
 * says is its inline feedback; that of things in order and of pairs is modal feedback, for their interactions hold none.
 * Objectives are the item body's `data-objectives`.
 */
export function writeItem(draft: QuestionDraft): string {
  const { answers } = draft;
  const choice = answers.type === 'single' || answers.type === 'multiple';
  const many = answers.type !== 'single';
  const shown = explained(answers);
  const objectives = draft.objectives.join(' ') || undefined;
  return xmlFile(
    element(
      'qti-assessment-item',
      {
        xmlns: namespace,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${namespace} ${schema}`,
        identifier: identifier(draft.id ?? ''),
        title: draft.id,
        adaptive: 'false',
        'time-dependent': 'false',
        'xml:lang': 'fi',
      },
      lines(
        response(answers),
        outcome('SCORE', 'single', 'float'),
        outcome('FEEDBACK', many ? 'multiple' : 'single', 'identifier'),
        element('qti-item-body', { 'data-objectives': objectives }, lines(interaction(draft))),
        processing(choice ? null : shown.map(({ id }) => id)),
        ...(choice ? [] : shown.map(({ id, words }) => modalFeedback(id, words))),
      ),
    ),
  );
}

/** Our ids begin with a digit at times; an identifier of QTI may not. */
export function identifier(id: string): string {
  return /^[a-z]/.test(id) ? id : `_${id}`;
}

function response(answers: QuestionDraft['answers']): Xml {
  const cardinality = { single: 'single', multiple: 'multiple', ordering: 'ordered', matching: 'multiple' }[
    answers.type
  ];
  const correct = element(
    'qti-correct-response',
    {},
    lines(...rightValues(answers).map((value) => element('qti-value', {}, value))),
  );
  const base = answers.type === 'matching' ? 'directedPair' : 'identifier';
  return element('qti-response-declaration', { identifier: 'RESPONSE', cardinality, 'base-type': base }, correct);
}

function rightValues(answers: QuestionDraft['answers']): string[] {
  if (answers.type === 'ordering') return answers.items.map(({ id }) => identifier(id ?? ''));
  if (answers.type === 'matching')
    return answers.pairs.map(({ id, rightId }) => `${identifier(id ?? '')} ${identifier(rightId ?? '')}`);
  return answers.choices.filter(({ correct }) => correct).map(({ id }) => identifier(id ?? ''));
}

function outcome(name: string, cardinality: string, baseType: string): Xml {
  const first = baseType === 'float' ? [element('qti-default-value', {}, element('qti-value', {}, '0'))] : [];
  return element('qti-outcome-declaration', { identifier: name, cardinality, 'base-type': baseType }, ...first);
}

function interaction({ prompt, answers }: QuestionDraft): Xml {
  const asked = element('qti-prompt', {}, paragraphs(prompt));
  const common = { 'response-identifier': 'RESPONSE', shuffle: 'true' };
  if (answers.type === 'ordering') {
    const items = answers.items
      .toSorted((a, b) => (a.text < b.text ? -1 : 1))
      .map((item) => element('qti-simple-choice', { identifier: identifier(item.id ?? '') }, item.text));
    return element('qti-order-interaction', common, lines(asked, ...items));
  }
  if (answers.type === 'matching') {
    const side = (id: string, words: string) =>
      element('qti-simple-associable-choice', { identifier: identifier(id), 'match-max': 1 }, words);
    const lefts = answers.pairs.map(({ id, left }) => side(id ?? '', left));
    // By their texts: in the order of the lefts they would tell the pairs to whoever shows them unshuffled.
    const rights = answers.pairs
      .toSorted((a, b) => (a.right < b.right ? -1 : 1))
      .map(({ rightId, right }) => side(rightId ?? '', right));
    const sets = [lefts, rights].map((set) => element('qti-simple-match-set', {}, lines(...set)));
    return element('qti-match-interaction', { ...common, 'max-associations': lefts.length }, lines(asked, ...sets));
  }
  const choices = answers.choices.map(({ id, text: words, explanation }) => {
    const shown = { 'outcome-identifier': 'FEEDBACK', identifier: identifier(id ?? ''), 'show-hide': 'show' };
    return element(
      'qti-simple-choice',
      { identifier: identifier(id ?? '') },
      words,
      element('qti-feedback-inline', shown, explanation ?? ''),
    );
  });
  return element(
    'qti-choice-interaction',
    { ...common, 'max-choices': answers.type === 'single' ? 1 : 0 },
    lines(asked, ...choices),
  );
}

/** A prompt holds text and breaks of lines. */
function paragraphs(words: string): Xml {
  return {
    xml: words
      .split('\n')
      .map((line) => text(line).xml)
      .join('<br/>'),
  };
}

/** Right is one point, anything else none; then the feedback of what was answered, or of everything. */
function processing(everything: readonly string[] | null): Xml {
  const score = (value: number) => {
    return element(
      'qti-set-outcome-value',
      { identifier: 'SCORE' },
      element('qti-base-value', { 'base-type': 'float' }, String(value)),
    );
  };
  const right = element(
    'qti-match',
    {},
    element('qti-variable', { identifier: 'RESPONSE' }),
    element('qti-correct', { identifier: 'RESPONSE' }),
  );
  const feedback = everything
    ? element(
        'qti-multiple',
        {},
        ...everything.map((id) => element('qti-base-value', { 'base-type': 'identifier' }, id)),
      )
    : element('qti-variable', { identifier: 'RESPONSE' });
  return element(
    'qti-response-processing',
    {},
    lines(
      element(
        'qti-response-condition',
        {},
        element('qti-response-if', {}, right, score(1)),
        element('qti-response-else', {}, score(0)),
      ),
      element('qti-set-outcome-value', { identifier: 'FEEDBACK' }, feedback),
    ),
  );
}

function modalFeedback(id: string, words: string): Xml {
  const attributes = { 'outcome-identifier': 'FEEDBACK', identifier: id, 'show-hide': 'show' };
  return element('qti-modal-feedback', attributes, element('qti-content-body', {}, element('p', {}, words)));
}

function explained(answers: QuestionDraft['answers']): { readonly id: string; readonly words: string }[] {
  const parts =
    answers.type === 'ordering' ? answers.items : answers.type === 'matching' ? answers.pairs : answers.choices;
  return parts.map(({ id, explanation }) => ({ id: identifier(id ?? ''), words: explanation ?? '' }));
}
