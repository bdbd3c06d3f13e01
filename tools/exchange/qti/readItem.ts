import { tidy } from '../plainText.ts';
import type { QuestionDraft } from '../questionDraft.ts';
import { attributeOf, childrenOf, textOf, within } from '../xml/xmlTree.ts';
import type { XmlElement } from '../xml/readXml.ts';

/** What one item gives: a question, or why it gives none. */
export interface ReadItem {
  readonly draft: QuestionDraft | null;
  readonly sentences: readonly string[];
}

const feedbackNames = ['qti-feedback-inline', 'qti-feedback-block'];
const choiceNames = ['qti-simple-choice', 'qti-simple-associable-choice'];
const kinds = ['qti-choice-interaction', 'qti-order-interaction', 'qti-match-interaction'];

/**
 * Reads a QTI 3.0 item of one choice, order or match interaction that tells its correct response.
 * https://www.imsglobal.org/spec/qti/v3p0/impl
 * @param place the file, for remarks
 */
export function readItem(item: XmlElement, place: string): ReadItem {
  const left = (why: string): ReadItem => ({ draft: null, sentences: [`Kysymys jäi pois: ${why}`] });
  const body = childrenOf(item, 'qti-item-body')[0];
  const interactions = body ? within(body, ...kinds) : [];
  const others = body ? everyInteraction(body).filter(({ name }) => !kinds.includes(name)) : [];
  if (!body || others.length > 0)
    return left(others[0] ? `vastaustapaa ${others[0].name} ei ole täällä.` : 'siinä ei ole sisältöä.');
  if (interactions.length !== 1) return left(`siinä on ${interactions.length} vastauskohtaa, niitä voi olla yksi.`);
  const interaction = interactions[0]!;
  const right = rightValues(item, attributeOf(interaction, 'response-identifier'));
  if (right.length === 0) return left('siinä ei kerrota oikeaa vastausta (qti-correct-response).');
  const prompt = [
    wordsOf(body, interaction.name, ...feedbackNames),
    ...childrenOf(interaction, 'qti-prompt').map((one) => wordsOf(one)),
  ];
  const answers = answersOf(item, interaction, right);
  const images = within(body, 'img', 'object', 'audio', 'video').length > 0;
  const draft: QuestionDraft = {
    place,
    id: attributeOf(item, 'identifier'),
    title: attributeOf(item, 'title'),
    prompt: prompt.filter(Boolean).join('\n'),
    objectives: attributeOf(body, 'data-objectives').split(/\s+/).filter(Boolean),
    answers,
  };
  const choices = within(interaction, ...choiceNames).map((choice) => attributeOf(choice, 'identifier'));
  const common = feedbacksOf(item).some((one) => !choices.includes(attributeOf(one, 'identifier')));
  const sentences = [
    ...(images ? ['Kuvat ja muu media jäivät pois.'] : []),
    ...(common ? ['Kysymyksen yhteinen palaute jäi pois: täällä jokaisella vastauksella on omansa.'] : []),
  ];
  return { draft, sentences };
}

/** Feedback that stands apart from the choices: those of a choice have its identifier. */
function feedbacksOf(item: XmlElement): XmlElement[] {
  return within(item, 'qti-modal-feedback', ...feedbackNames);
}

function everyInteraction(body: XmlElement): XmlElement[] {
  return childrenOf(body).flatMap((child) => [
    ...(child.name.endsWith('-interaction') ? [child] : []),
    ...everyInteraction(child),
  ]);
}

function rightValues(item: XmlElement, response: string): string[] {
  const declared = childrenOf(item, 'qti-response-declaration').find(
    (one) => attributeOf(one, 'identifier') === response,
  );
  const correct = declared ? childrenOf(declared, 'qti-correct-response')[0] : undefined;
  return correct ? childrenOf(correct, 'qti-value').map((value) => textOf(value).trim()) : [];
}

function answersOf(item: XmlElement, interaction: XmlElement, right: readonly string[]): QuestionDraft['answers'] {
  const apart = new Map(feedbacksOf(item).map((one) => [attributeOf(one, 'identifier'), wordsOf(one)]));
  const parts = within(interaction, ...choiceNames).map((part) => {
    const id = attributeOf(part, 'identifier');
    const own = within(part, ...feedbackNames)
      .map((one) => wordsOf(one))
      .filter(Boolean);
    return { id, text: wordsOf(part, ...feedbackNames), explanation: own.join('\n') || apart.get(id) || null };
  });
  const byId = new Map(parts.map((part) => [part.id, part]));
  if (interaction.name === 'qti-order-interaction') {
    return { type: 'ordering', items: right.flatMap((id) => byId.get(id) ?? []) };
  }
  if (interaction.name === 'qti-match-interaction') {
    const pairs = right.flatMap((pair) => {
      const [from, to] = pair.split(/\s+/).map((id) => byId.get(id));
      if (!from || !to) return [];
      return [
        {
          id: from.id,
          left: from.text,
          rightId: to.id,
          right: to.text,
          explanation: from.explanation ?? to.explanation,
        },
      ];
    });
    return { type: 'matching', pairs };
  }
  const one = attributeOf(interaction, 'max-choices') === '1' || (right.length === 1 && !isMultiple(item));
  return {
    type: one ? 'single' : 'multiple',
    choices: parts.map((part) => ({ ...part, correct: right.includes(part.id) })),
  };
}

function isMultiple(item: XmlElement): boolean {
  return childrenOf(item, 'qti-response-declaration').some((one) => attributeOf(one, 'cardinality') === 'multiple');
}

const blocks = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'blockquote', 'pre']);

/** The words of an element, lines parted where its blocks are, without what stands in elements of the names. */
function wordsOf(element: XmlElement, ...without: readonly string[]): string {
  return tidy(pieces(element, without));
}

function pieces(element: XmlElement, without: readonly string[]): string {
  const inside = element.children.map((child) => {
    if (typeof child === 'string') return child.replace(/\s+/g, ' ');
    return without.includes(child.name) ? '' : pieces(child, without);
  });
  if (element.name === 'br') return '\n';
  return blocks.has(element.name) ? `\n${inside.join('')}\n` : inside.join('');
}
