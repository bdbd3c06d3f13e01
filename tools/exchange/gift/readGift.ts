import { AuthorCommandError } from '../../authorCommand.ts';
import { hasTags, plainText, tidy } from '../plainText.ts';
import { type QuestionDraft, type ReadQuestions, type Remark } from '../questionDraft.ts';
import { readAnswers } from './giftAnswers.ts';
import { type GiftBlock, giftBlocks } from './giftBlocks.ts';
import { hideEscaped, holdsPrivate, showEscaped } from './giftMarks.ts';

/**
 * Reads a GIFT file of Moodle's: https://docs.moodle.org/en/GIFT_format. Kinds of question that we have none of are left out,
 * each with a remark.
 * @param text with `\n` line ends
 * @throws AuthorCommandError with the line where a question's braces do not close
 */
export function readGift(text: string): ReadQuestions {
  if (holdsPrivate(text))
    throw new AuthorCommandError('Tiedostossa on merkkejä, joita ei voi lukea tekstinä. Poista ne ja yritä uudelleen.');
  const { category, blocks } = giftBlocks(text);
  const drafts: QuestionDraft[] = [];
  const remarks: Remark[] = [];
  for (const block of blocks) {
    const read = readBlock(block);
    remarks.push(...read.sentences.map((sentence) => ({ place: `rivi ${block.line}`, sentence })));
    if (read.draft) drafts.push(read.draft);
  }
  return { title: category, drafts, remarks };
}

function readBlock(block: GiftBlock): { readonly draft: QuestionDraft | null; readonly sentences: readonly string[] } {
  const { title, rest } = titleOf(hideEscaped(block.text));
  const place = `rivi ${block.line}`;
  const opens = rest.indexOf('{');
  const closes = rest.lastIndexOf('}');
  if (opens === -1 && closes === -1)
    return { draft: null, sentences: ['Teksti jäi pois: siinä ei ole vastauksia { } merkkien välissä.'] };
  if (opens === -1 || closes < opens) {
    const missing = opens === -1 ? '{' : '}';
    throw new AuthorCommandError(
      `Kysymyksestä, joka alkaa riviltä ${block.line}, puuttuu merkki ${missing}. Lisää se, tai kirjoita tekstiin kuuluva aaltosulje muodossa \\{ tai \\}. Kysymyksen keskellä ei saa olla tyhjää riviä.`,
    );
  }
  const answersText = rest.slice(opens + 1, closes);
  if (/[{}]/.test(answersText))
    return {
      draft: null,
      sentences: [
        'Kysymys jäi pois: siinä on useampi vastauskohta, tai tekstin aaltosulkeen edestä puuttuu kenoviiva \\.',
      ],
    };
  const read = readAnswers(answersText, (text) => wordsOf(text, formatOf(rest)));
  if (!read.answers) return { draft: null, sentences: [`Kysymys jäi pois: ${read.why}`] };
  const after = rest.slice(closes + 1).trim();
  const gap = after === '' ? '' : ` _____ ${after}`;
  const prompt = wordsOf(rest.slice(0, opens).trimEnd() + gap, null);
  const sentences = [
    ...read.sentences,
    ...(hasTags(rest) && formatOf(rest) !== 'plain' ? ['Tekstin muotoilut ja kuvat jäivät pois.'] : []),
  ];
  const id = block.id?.split('/').at(-1);
  const draft: QuestionDraft = {
    place,
    ...(id && { id }),
    ...(title && { title }),
    prompt: prompt.replace(/ _____ ([.,;:!?])/, ' _____$1'),
    objectives: block.tags,
    answers: read.answers,
  };
  return { draft, sentences };
}

function titleOf(text: string): { readonly title: string; readonly rest: string } {
  const found = /^\s*::([\s\S]*?)::/.exec(text);
  return found
    ? { title: showEscaped(found[1]!).trim(), rest: text.slice(found[0].length).trimStart() }
    : { title: '', rest: text.trimStart() };
}

function formatOf(text: string): string | null {
  return /^\s*\[(html|moodle|plain|markdown)\]/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** The words of one piece: Moodle's own format may hold HTML, plain and Markdown stay as they are. */
function wordsOf(piece: string, inherited: string | null): string {
  const format = formatOf(piece) ?? inherited;
  const text = showEscaped(piece.replace(/^\s*\[(?:html|moodle|plain|markdown)\]/i, ''));
  return format === 'plain' || format === 'markdown' ? tidy(text) : plainText(text);
}
