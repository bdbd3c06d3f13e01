import { ledgerFile } from './contentFolders.ts';
import type { ContentId } from './contentIds.ts';
import { error } from './finding.ts';
import type { Finding } from './finding.ts';
import type { LedgerEntry } from './ledger.ts';
import { idForm, inPlaceOf, kindName, unknownId, whose } from './ledgerWords.ts';
import { aroundOf, type Successors } from './replaced.ts';

/** What is wrong with a line and how it is mended; null where nothing is. */
type Problem = readonly [message: string, fix: string] | null;

/** A line that tells what replaced what. */
type Replacement = LedgerEntry & { readonly replacedBy: string };

/** What is known beside the ledger: what stands in the content, where ids lead to, and which id an author likely meant. */
interface Known {
  readonly isThere: (entry: Pick<LedgerEntry, 'kind' | 'id'>) => boolean;
  readonly successors: Successors;
  readonly meant: (entry: LedgerEntry) => string | null;
}

/** Mistakes in the lines `replaced by`: records would be lost to sight, or be counted for what they are not about. */
export function replacementFindings(
  ledger: readonly LedgerEntry[],
  present: readonly ContentId[],
  { isThere, successors, meant }: Known,
): Finding[] {
  const find = (kind: LedgerEntry['kind'], id: string) =>
    ledger.find((other) => other.kind === kind && other.id === id);
  const checks: readonly ((entry: Replacement) => Problem)[] = [
    (entry) => circle(entry, ledger, { isThere, successors, meant }),
    (entry) => otherKind(entry, present, meant(entry)),
    (entry) => elsewhere(entry, successors),
    (entry) => joinedModules(entry, ledger, find('module', entry.replacedBy)),
    (entry) => {
      const line = find(entry.kind, entry.replacedBy);
      return line ? retiredTarget(entry, line) : null;
    },
    (entry) => {
      const { kind, replacedBy, retired } = entry;
      const isKnown = isThere({ kind, id: replacedBy }) || find(kind, replacedBy);
      const isMoved = successors.finalOf(kind, replacedBy) !== replacedBy;
      return retired || isKnown || isMoved ? null : missing(entry, meant(entry));
    },
  ];
  return ledger.filter(isReplacement).flatMap((entry) => {
    for (const check of checks) {
      const problem = check(entry);
      if (problem) return [error({ file: ledgerFile, line: entry.line }, 'ledger-replaced', ...problem)];
    }
    return [];
  });
}

function isReplacement(entry: LedgerEntry): entry is Replacement {
  return entry.replacedBy !== undefined;
}

/** The way out is to let the line of what stands in the content be about itself again, or to lead to what stands there. */
function circle(entry: Replacement, ledger: readonly LedgerEntry[], { isThere, successors, meant }: Known): Problem {
  const { kind, id, replacedBy } = entry;
  if (successors.finalOf(kind, id) !== null) return null;
  const inCircle = ledger.filter((one) => one.kind === kind && successors.finalOf(kind, one.id) === null);
  const own = inCircle.find(isThere);
  const message = `Tunnuksen ”${id}” tilalla on ”${replacedBy}”, mutta rivit johtavat siitä takaisin: ${whose[kind]} eivät näkyisi missään.`;
  if (own) return [message, sentence(inPlaceOf(own, { ...own, replacedBy: undefined, retired: false }))];
  return [message, corrected(entry, meant(entry))];
}

function otherKind(entry: Replacement, present: readonly ContentId[], meant: string | null): Problem {
  const { kind, replacedBy: target } = entry;
  const isFormed = target.split('/').length === idForm[kind].split('/').length;
  const isOfKind = present.some((one) => one.kind === kind && one.id === target);
  const other = isOfKind ? undefined : present.find((one) => one.id === target)?.kind;
  if (isFormed && other === undefined) return null;
  const found = other === undefined ? '' : `, vaan ${kindName[other]}`;
  return [
    `”${target}” ei ole ${kindName[kind]}${found}: vanhan tunnuksen merkinnät eivät siirtyisi sille.`,
    `${corrected(entry, meant)} Uuden tunnuksen on oltava samaa lajia ja muotoa kuin vanhan: ${idForm[kind]}.`,
  ];
}

/** The line with the id that was likely meant, or with room for it. */
function corrected(entry: Replacement, meant: string | null): string {
  const { id } = entry;
  const line = sentence(
    inPlaceOf(entry, { ...entry, replacedBy: meant ?? `${id.slice(0, id.lastIndexOf('/') + 1)}${unknownId}` }),
  );
  return meant === null ? `${line} Kirjoita sanan ${unknownId} paikalle uusi tunnus.` : line;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Marks stand in their module's registration, and choices mean something in their question only. */
function elsewhere(entry: Replacement, successors: Successors): Problem {
  const { kind, id, replacedBy } = entry;
  const [from, to] = [aroundOf({ kind, id }), aroundOf({ kind, id: replacedBy })];
  if (!from || !to) return null;
  const [was, is] = [successors.finalOf(from.kind, from.id), successors.finalOf(to.kind, to.id)];
  if (was === is) return null;
  const gone = sentence(inPlaceOf(entry, { ...entry, replacedBy: undefined, retired: true }));
  return kind === 'section'
    ? [
        `Osio ”${replacedBy}” on toisessa moduulissa kuin ”${id}”: lukeneiden merkinnät eivät siirry moduulista toiseen.`,
        `${gone} Uudessa moduulissa osio käydään läpi omana osionaan.`,
      ]
    : [
        `Vaihtoehto ”${replacedBy}” on toisessa kysymyksessä kuin ”${id}”: annetut vastaukset eivät siirry kysymyksestä toiseen.`,
        `${gone} Jos vaihtoehto on yhä samassa kysymyksessä, kirjoita riville sen uusi tunnus.`,
      ];
}

/** Each module's completions stand in registrations of its own: two cannot become one. */
function joinedModules(entry: Replacement, ledger: readonly LedgerEntry[], target: LedgerEntry | undefined): Problem {
  if (entry.kind !== 'module') return null;
  const { id, replacedBy } = entry;
  const other = ledger.find((one) => one.kind === 'module' && one.replacedBy === replacedBy && one.id !== id);
  if (target?.formerly?.includes(id)) return null;
  const isMeanwhile = target?.formerly !== undefined && target.version === undefined;
  const isOwn = target !== undefined && target.replacedBy === undefined && !isMeanwhile;
  if (!isOwn && !other) return null;
  const why = other ? `se on jo moduulin ”${other.id}” uusi tunnus` : 'sillä on jo omia suorituksia';
  return [
    `Moduulia ”${id}” ei voi korvata moduulilla ”${replacedBy}”: ${why}, eikä kahden moduulin suorituksia voi yhdistää.`,
    `${sentence(inPlaceOf(entry, { ...entry, replacedBy: undefined, retired: true }))} Suoritukset ja todistukset säilyvät vanhalla tunnuksella.`,
  ];
}

function retiredTarget(entry: Replacement, target: LedgerEntry): Problem {
  if (entry.retired || !target.retired) return null;
  return [
    `Tunnuksen ”${entry.id}” tilalla on ”${entry.replacedBy}”, joka on poistettu käytöstä: ${whose[entry.kind]} eivät näkyisi missään.`,
    `Jos molemmat ovat poissa lopullisesti, ${inPlaceOf(entry, { ...entry, retired: true })} Muuten kirjoita riville se tunnus, joka on nyt sisällössä.`,
  ];
}

function missing(entry: Replacement, meant: string | null): Problem {
  const { kind, id, replacedBy } = entry;
  const message = `Tunnuksen ”${id}” tilalla on ”${replacedBy}”, jota ei ole sisällössä: ${whose[kind]} katoaisivat näkyvistä.`;
  const again =
    kind === 'module'
      ? ` Jos se sai taas uuden tunnuksen, lisää rivi: module ${replacedBy} replaced by ${unknownId}.`
      : '';
  const gone = ` Jos se on poistettu, ${inPlaceOf(entry, { ...entry, retired: true })}`;
  return [message, `${corrected(entry, meant)}${again}${gone}`];
}
