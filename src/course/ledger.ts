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
  /** True: taken out of the content for good, on purpose. Records of it stay; the id is never given again. */
  readonly retired: boolean;
  /** 1-based line in the ledger. */
  readonly line: number;
}

const heading = `# Julkaistut tunnukset: oppijoiden suoritukset viittaavat näihin. Rivejä ei poisteta.
# Uudet lisää komento: npm run check:content -- --publish
# Kun jotain poistetaan sisällöstä lopullisesti, sen rivin loppuun kirjoitetaan retired.
`;

/** Reads the ledger's text: one `kind id` a line, `retired` behind what was taken out for good, `#` for comments. Lines it does not understand become findings. */
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
    const retired = more.join(' ') === 'retired';
    if (id && (more.length === 0 || retired) && ledgerKinds.includes(kind as LedgerKind)) {
      entries.push({ kind: kind as LedgerKind, id, retired, line: index + 1 });
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
  added: readonly Pick<LedgerEntry, 'kind' | 'id'>[],
): string {
  const held = new Set(known.map(({ kind, id }) => `${kind} ${id}`));
  const lines = new Set([
    ...known.map(({ kind, id, retired }) => `${kind} ${id}${retired ? ' retired' : ''}`),
    ...added.map(({ kind, id }) => `${kind} ${id}`).filter((line) => !held.has(line)),
  ]);
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
  const missing = ledger.filter((entry) => isGone(entry) && !isRetired(entry, ledger));
  const fresh = unpublishedIds(content, questionsAsked, ledger);
  return [
    ...outermost(missing).map(({ kind, id, line }) => {
      const place = placeOfParent(content, id, present) ?? { file: ledgerFile, line };
      const meant = nearest(
        id,
        fresh.flatMap((candidate) => (candidate.kind === kind ? [candidate.id] : [])),
      );
      const otherwise =
        meant === null
          ? `Jos poistat sen tarkoituksella, kirjoita tiedoston ${ledgerFile} riville ${line}: ${kind} ${id} retired. ${kept[kind]}`
          : `Nyt siellä on uusi tunnus ”${meant}”: vaihda se takaisin, vain tunnus ei saa muuttua.`;
      const fix = `Palauta tunnus ”${id.split('/').at(-1)}”. ${otherwise}`;
      return error(place, 'ledger-vanished', vanished[kind](id), fix);
    }),
    ...ledger
      .filter(({ retired }) => retired)
      .flatMap(({ kind, id }) => present.filter((one) => one.kind === kind && one.id === id))
      .map(({ id, place }) => {
        const message = `Tunnus ”${id}” on poistettu käytöstä, ja vanhat suoritukset viittaavat siihen.`;
        const fix = `Anna uudelle sisällölle toinen tunnus. Jos palautat vanhan sisällön sellaisenaan, poista sana retired tunnuksen riviltä tiedostosta ${ledgerFile}.`;
        return error(place, 'ledger-reused', message, fix);
      }),
    ...(fresh.length === 0 ? [] : [newIds(fresh)]),
  ];
}

/** What becomes of the records of what is taken out on purpose. */
const kept: Readonly<Record<LedgerKind, string>> = {
  module: 'Suoritukset ja todistukset säilyvät, mutta kesken olevaa moduulia ei voi enää suorittaa.',
  section: 'Suoritukset säilyvät. Niiltä, joilla moduuli on kesken, osiota ei enää vaadita.',
  question: 'Annetut vastaukset säilyvät. Kysymystä ei enää vaadita suoritukseen.',
  choice: 'Annetut vastaukset säilyvät.',
  video: 'Tiedot katsotuista kohdista säilyvät.',
};

/** What goes with the thing around it: the choices of a question, the sections of a module. */
const around: Partial<Record<LedgerKind, LedgerKind>> = { choice: 'question', section: 'module' };

/** Taken out on purpose: itself, or the thing around it. */
function isRetired({ kind, id }: LedgerEntry, ledger: readonly LedgerEntry[]): boolean {
  return ledger.some(
    (other) =>
      other.retired &&
      ((other.kind === kind && other.id === id) || (other.kind === around[kind] && id.startsWith(`${other.id}/`))),
  );
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
