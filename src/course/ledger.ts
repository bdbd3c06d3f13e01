import type { AuthoredContent, Path } from './authoredContent.ts';
import { isPublished, placeOf } from './authoredContent.ts';
import { ledgerFile } from './contentFolders.ts';
import { error, warning } from './finding.ts';
import type { Finding, Place } from './finding.ts';
import { placedVideos } from './mdxBody.ts';
import { nearest } from './nearest.ts';

export const ledgerKinds = ['module', 'section', 'question', 'choice', 'video'] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** A published id: `module m`, `section m/s`, `question q/x`, `choice q/x/c`, `video v`. Learners' records name it for good. */
export interface LedgerEntry {
  readonly kind: LedgerKind;
  readonly id: string;
  /** 1-based line in the ledger. */
  readonly line: number;
}

const heading = `# Julkaistut tunnukset: oppijoiden suoritukset viittaavat näihin. Rivejä ei poisteta eikä muuteta käsin.
# Uudet lisää komento: npm run check:content -- --publish
`;

/** Reads the ledger's text: one `kind id` a line, `#` for comments. Lines it does not understand become findings. */
export function parseLedger(text: string): { entries: LedgerEntry[]; findings: Finding[] } {
  const entries: LedgerEntry[] = [];
  const findings: Finding[] = [];
  for (const [index, written] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = written.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [kind, id, ...more] = line.split(/\s+/);
    if (id && more.length === 0 && ledgerKinds.includes(kind as LedgerKind)) {
      entries.push({ kind: kind as LedgerKind, id, line: index + 1 });
    } else {
      const fix =
        'Palauta tiedosto versionhallinnasta. Jos riveillä on merkkejä <<<< tai >>>>, jätä molempien puolien rivit.';
      findings.push(
        error({ file: ledgerFile, line: index + 1 }, 'ledger-line', 'Julkaistujen tunnusten riviä ei ymmärretä.', fix),
      );
    }
  }
  return { entries, findings };
}

/** The ledger's text with these ids added: sorted, one a line, none removed. */
export function ledgerText(
  known: readonly Omit<LedgerEntry, 'line'>[],
  added: readonly Omit<LedgerEntry, 'line'>[],
): string {
  const lines = new Set([...known, ...added].map(({ kind, id }) => `${kind} ${id}`));
  return `${heading}${[...lines].sort().join('\n')}\n`;
}

/** An id in the content, and where it stands. */
export interface ContentId {
  readonly kind: LedgerKind;
  readonly id: string;
  readonly place: Place;
}

/** Every id in the content, drafts and what is not valid included, as far as it can be read. */
export function allIds(content: AuthoredContent): ContentId[] {
  return [
    ...content.modules.map((module): ContentId => ({ kind: 'module', id: module.id, place: placeOf(module) })),
    ...content.sections.map((section): ContentId => ({ kind: 'section', id: section.id, place: placeOf(section) })),
    ...content.storyboards
      .filter(({ id }) => id.endsWith('/fi'))
      .map((storyboard): ContentId => ({
        kind: 'video',
        id: storyboard.id.split('/')[0]!,
        place: placeOf(storyboard),
      })),
    ...content.quizzes.flatMap((quiz) => {
      return asList((quiz.raw as { questions?: unknown } | undefined)?.questions).flatMap(
        (question, index): ContentId[] => {
          const id = `${quiz.id}/${String(question.id)}`;
          const path = ['questions', index] as const;
          const choices = choicePlaces(question).map(([choice, within]): ContentId => {
            return { kind: 'choice', id: `${id}/${choice}`, place: placeOf(quiz, [...path, ...within]) };
          });
          return [{ kind: 'question', id, place: placeOf(quiz, path) }, ...choices];
        },
      );
    }),
  ];
}

interface RawPart {
  readonly id?: unknown;
  readonly choices?: unknown;
  readonly items?: unknown;
  readonly pairs?: unknown;
  readonly steps?: unknown;
  readonly left?: unknown;
  readonly right?: unknown;
}

/** Everything a response to a question can name, as far as it can be read: the id and where it stands in the question. */
function choicePlaces(question: RawPart): [string, Path][] {
  const direct = (['choices', 'items'] as const).flatMap((field) => {
    return asList(question[field]).map(({ id }, at): [string, Path] => [String(id), [field, at]]);
  });
  const sides = asList(question.pairs).flatMap((pair, at) => {
    return (['left', 'right'] as const).flatMap((side): [string, Path][] => {
      return asList([pair[side]]).map(({ id }) => [String(id), ['pairs', at, side]]);
    });
  });
  const taken = asList(question.steps).flatMap(({ choices }, step) => {
    return asList(choices).map(({ id }, at): [string, Path] => [String(id), ['steps', step, 'choices', at]]);
  });
  return [...direct, ...sides, ...taken];
}

function asList(value: unknown): RawPart[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter((item) => typeof item === 'object' && item !== null);
}

/** Ids of published modules, their sections and the questions asked there, that the ledger does not hold yet. */
export function unpublishedIds(
  content: AuthoredContent,
  questionsAsked: ReadonlySet<string>,
  ledger: readonly LedgerEntry[],
): ContentId[] {
  const known = new Set(ledger.map(({ kind, id }) => `${kind} ${id}`));
  const published = new Map(content.modules.filter(isPublished).map((module) => [module.id, module]));
  const videos = new Set(
    content.sections.flatMap(({ id, mdx }) => {
      const [module = '', section = ''] = id.split('/');
      const isListed = published.get(module)?.data?.sections.includes(section);
      return mdx && isListed ? placedVideos(mdx) : [];
    }),
  );
  const isPublic = ({ kind, id }: ContentId) => {
    const parts = id.split('/');
    if (kind === 'module') return published.has(id);
    if (kind === 'video') return videos.has(id);
    if (kind === 'section') return published.get(parts[0]!)?.data?.sections.includes(parts[1]!) ?? false;
    return questionsAsked.has(`${parts[0]}/${parts[1]}`);
  };
  return allIds(content).filter((found) => !known.has(`${found.kind} ${found.id}`) && isPublic(found));
}

const vanished: Readonly<Record<LedgerKind, (id: string) => string>> = {
  module: (id) =>
    `Julkaistu moduuli ”${id}” on poistettu tai nimetty uudelleen: sen suorittaneiden suoritukset jäisivät irralleen.`,
  section: (id) =>
    `Julkaistu osio ”${id}” on poistettu tai nimetty uudelleen: sen lukeneiden eteneminen jäisi irralleen.`,
  question: (id) =>
    `Julkaistu kysymys ”${id}” on poistettu tai nimetty uudelleen: siihen vastanneiden vastaukset jäisivät irralleen.`,
  video: (id) =>
    `Julkaistu video ”${id}” on poistettu tai nimetty uudelleen: sen katsoneiden tiedot jäisivät irralleen.`,
  choice: (id) =>
    `Julkaistu vaihtoehto ”${id}” on poistettu tai nimetty uudelleen: sen valinneiden vastaukset jäisivät irralleen.`,
};

/**
 * Published ids that are gone from the content, which would orphan learners' records, and new ones not in the ledger yet.
 * A quiz that cannot be read hides its ids: nothing of it is called gone.
 */
export function ledgerFindings(
  content: AuthoredContent,
  questionsAsked: ReadonlySet<string>,
  ledger: readonly LedgerEntry[],
): Finding[] {
  const present = allIds(content);
  const known = new Set(present.map(({ kind, id }) => `${kind} ${id}`));
  const unreadable = new Set(content.quizzes.filter(({ raw }) => raw === undefined).map(({ id }) => id));
  const hidden = ({ kind, id }: LedgerEntry) =>
    (kind === 'question' || kind === 'choice') && unreadable.has(id.split('/')[0]!);
  const isGone = (entry: LedgerEntry) => !known.has(`${entry.kind} ${entry.id}`) && !hidden(entry);
  const fresh = unpublishedIds(content, questionsAsked, ledger);
  return [
    ...outermost(ledger.filter(isGone)).map(({ kind, id, line }) => {
      const place = placeOfParent(content, id, present) ?? { file: ledgerFile, line };
      const meant = nearest(
        id,
        fresh.flatMap((candidate) => (candidate.kind === kind ? [candidate.id] : [])),
      );
      const renamed =
        meant === null ? '' : ` Nyt siellä on uusi tunnus ”${meant}”: vaihda se takaisin, vain tunnus ei saa muuttua.`;
      return error(place, 'ledger-vanished', vanished[kind](id), `Palauta tunnus ”${id.split('/').at(-1)}”.${renamed}`);
    }),
    ...(fresh.length === 0 ? [] : [newIds(fresh)]),
  ];
}

/** What is gone because the thing around it is gone is not told again. */
function outermost(gone: readonly LedgerEntry[]): LedgerEntry[] {
  const ids = new Set(gone.map(({ id }) => id));
  return gone.filter(({ id }) => !ids.has(id.slice(0, Math.max(0, id.lastIndexOf('/')))));
}

/** Where the thing stands that held a vanished id: its question, quiz or module. */
function placeOfParent(content: AuthoredContent, id: string, present: readonly ContentId[]): Place | null {
  const parent = id.slice(0, Math.max(0, id.lastIndexOf('/')));
  const file = [...content.modules, ...content.quizzes].find((authored) => authored.id === parent);
  return present.find((candidate) => candidate.id === parent)?.place ?? (file ? placeOf(file) : null);
}

function newIds(fresh: readonly ContentId[]): Finding {
  const some = fresh
    .slice(0, 3)
    .map(({ id }) => `”${id}”`)
    .join(', ');
  const more = fresh.length > 3 ? ` ja ${fresh.length - 3} muuta` : '';
  const message = `Uusia tunnuksia, joita ei ole vielä merkitty julkaistuiksi: ${some}${more}.`;
  const fix = 'Kun sisältö on valmis julkaistavaksi, aja: npm run check:content -- --publish';
  return warning({ file: ledgerFile, line: 1 }, 'ledger-new', message, fix);
}
