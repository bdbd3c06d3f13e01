import { ledgerFile } from './contentFolders.ts';
import type { ContentId } from './contentIds.ts';
import { error } from './finding.ts';
import type { Finding } from './finding.ts';
import { type LedgerEntry, lineOf } from './ledger.ts';
import { idForm, kindName } from './ledgerWords.ts';
import { suggest } from './nearest.ts';
import { aroundOf, type Successors } from './replaced.ts';

/** What is wrong with a line and how it is mended; null where nothing is. */
type Problem = readonly [message: string, fix: string] | null;

/** A line that tells what replaced what. */
type Replacement = LedgerEntry & { readonly replacedBy: string };

/** Mistakes in the lines `replaced by`: records would be lost to sight, or be counted for what they are not about. */
export function replacementFindings(
  ledger: readonly LedgerEntry[],
  present: readonly ContentId[],
  isThere: (entry: Pick<LedgerEntry, 'kind' | 'id'>) => boolean,
  successors: Successors,
): Finding[] {
  const find = (kind: LedgerEntry['kind'], id: string) =>
    ledger.find((other) => other.kind === kind && other.id === id);
  const checks: readonly ((entry: Replacement) => Problem)[] = [
    (entry) => circle(entry, successors),
    ({ kind, replacedBy }) => otherKind(kind, replacedBy, present),
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
      return retired || isKnown || isMoved ? null : missing(entry, present);
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

function circle({ kind, id, replacedBy }: Replacement, successors: Successors): Problem {
  if (successors.finalOf(kind, id) !== null) return null;
  return [
    `Tunnus ”${id}” korvautuu tunnuksella ”${replacedBy}”, josta rivit johtavat takaisin siihen.`,
    'Poista replaced by siltä riviltä, jonka tunnus on nyt sisällössä.',
  ];
}

function otherKind(kind: LedgerEntry['kind'], target: string, present: readonly ContentId[]): Problem {
  const isFormed = target.split('/').length === idForm[kind].split('/').length;
  const isOfKind = present.some((one) => one.kind === kind && one.id === target);
  const other = isOfKind ? undefined : present.find((one) => one.id === target)?.kind;
  if (isFormed && other === undefined) return null;
  const found = other === undefined ? '' : `, vaan ${kindName[other]}`;
  return [
    `”${target}” ei ole ${kindName[kind]}${found}.`,
    `Kirjoita uusi tunnus samaa lajia ja muotoa kuin vanha: ${kind} ${idForm[kind]}.`,
  ];
}

/** Marks stand in their module's registration, and choices mean something in their question only. */
function elsewhere({ kind, id, replacedBy }: Replacement, successors: Successors): Problem {
  const [from, to] = [aroundOf({ kind, id }), aroundOf({ kind, id: replacedBy })];
  if (!from || !to) return null;
  const [was, is] = [successors.finalOf(from.kind, from.id), successors.finalOf(to.kind, to.id)];
  if (was === is) return null;
  return kind === 'section'
    ? [
        `Osio ”${replacedBy}” on toisessa moduulissa kuin ”${id}”: merkinnät eivät siirry moduulista toiseen.`,
        `Kirjoita riville: section ${id} retired. Uudessa moduulissa osio käydään läpi omana osionaan.`,
      ]
    : [
        `Vaihtoehto ”${replacedBy}” on toisessa kysymyksessä kuin ”${id}”.`,
        `Kirjoita saman kysymyksen vaihtoehto, tai poista vanha: choice ${id} retired.`,
      ];
}

/** Each module's completions stand in registrations of its own: two cannot become one. */
function joinedModules(entry: Replacement, ledger: readonly LedgerEntry[], target: LedgerEntry | undefined): Problem {
  if (entry.kind !== 'module') return null;
  const { id, replacedBy } = entry;
  const other = ledger.find((one) => one.kind === 'module' && one.replacedBy === replacedBy && one.id !== id);
  const isOwn = target !== undefined && target.replacedBy === undefined;
  if (!isOwn && !other) return null;
  const why = other ? `se on jo moduulin ”${other.id}” uusi tunnus` : 'sillä on jo omia suorituksia';
  return [
    `Moduulia ”${id}” ei voi korvata moduulilla ”${replacedBy}”: ${why}, eikä kahden moduulin suorituksia voi yhdistää.`,
    `Kirjoita riville: ${lineOf({ ...entry, replacedBy: undefined, retired: true })}. Suoritukset ja todistukset säilyvät vanhalla tunnuksella.`,
  ];
}

function retiredTarget(entry: Replacement, target: LedgerEntry): Problem {
  if (entry.retired || !target.retired) return null;
  return [
    `Tunnuksen ”${entry.id}” korvaaja ”${entry.replacedBy}” on poistettu käytöstä: merkinnät eivät näkyisi missään.`,
    `Jos molemmat ovat poissa lopullisesti, kirjoita riville: ${lineOf({ ...entry, retired: true })}. Muuten vaihda tunnukseksi se, joka on nyt sisällössä.`,
  ];
}

function missing(entry: Replacement, present: readonly ContentId[]): Problem {
  const { kind, id, replacedBy } = entry;
  const candidates = present.filter((one) => one.kind === kind && one.id !== id).map((one) => one.id);
  const gone =
    kind === 'module'
      ? `Jos se sai taas uuden tunnuksen, lisää rivi: module ${replacedBy} replaced by UUSI. Jos se on poistettu, kirjoita riville: ${lineOf({ ...entry, retired: true })}.`
      : `Tarkista tunnus. Jos se on poistettu, kirjoita riville: ${lineOf({ kind, id, retired: true })}.`;
  return [`Tunnuksen ”${id}” korvaajaa ”${replacedBy}” ei ole sisällössä.`, suggest(replacedBy, candidates, gone)];
}
