import type { Authored, AuthoredContent, Path } from './authoredContent.ts';
import { isPublished, placeOf } from './authoredContent.ts';
import type { Place } from './finding.ts';
import { keyOf, type LedgerEntry, type LedgerKind } from './ledger.ts';
import { placedVideos } from './mdxBody.ts';

/** An id in the content, and where it stands. */
export interface ContentId {
  readonly kind: LedgerKind;
  readonly id: string;
  readonly place: Place;
  /** Of a module: its content version. */
  readonly version?: number;
}

/** Every id in the content, drafts and what is not valid included, as far as it can be read. */
export function allIds(content: AuthoredContent): ContentId[] {
  return [
    ...content.modules.map((module): ContentId => {
      const version = module.data?.version;
      return { kind: 'module', id: module.id, place: placeOf(module), ...(version !== undefined && { version }) };
    }),
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

/**
 * Ids of published modules, their sections and the questions asked there, that the ledger does not hold yet. A module that
 * took another's place has no line of its own: it stands on that one's.
 */
export function unpublishedIds(
  content: AuthoredContent,
  questionsAsked: ReadonlySet<string>,
  ledger: readonly LedgerEntry[],
): ContentId[] {
  const known = new Set(ledger.map(keyOf));
  for (const { kind, replacedBy } of ledger) if (kind === 'module' && replacedBy) known.add(`module ${replacedBy}`);
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
  return allIds(content).filter((found) => !known.has(keyOf(found)) && isPublic(found));
}

/** Modules whose content version is not the one that the ledger calls the newest published, each with both. */
export function otherVersions(
  content: AuthoredContent,
  ledger: readonly LedgerEntry[],
  finalOf: (module: string) => string | null,
): readonly { readonly entry: LedgerEntry; readonly module: Authored<unknown>; readonly version: number }[] {
  const standing = new Set(
    ledger.flatMap(({ kind, replacedBy, formerly = [] }) =>
      kind === 'module' ? [...formerly, ...(replacedBy ? [replacedBy] : [])] : [],
    ),
  );
  return ledger.flatMap((entry) => {
    // One that stands on another's line has its version there.
    const isElsewhere = entry.version === undefined && standing.has(entry.id);
    if (entry.kind !== 'module' || entry.retired || isElsewhere) return [];
    const final = finalOf(entry.id);
    const module = content.modules.filter(isPublished).find(({ id }) => id === final);
    const version = module?.data?.version;
    return module && version !== undefined && version !== entry.version ? [{ entry, module, version }] : [];
  });
}
